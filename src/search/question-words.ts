import { foldPastTense, toJamo } from "../text/hangul.ts";
import { isParticle } from "../text/particles.ts";
import { classOf, type WordClass } from "../text/verbal.ts";
import { monosyllable, type Word } from "../text/words.ts";
import { type EnglishClass, englishClassOf } from "./english-words.ts";

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

/** Words that ask. They say what kind of answer is wanted, not what it is about. */
const QUESTION_WORDS = words(
  `무엇 무엇인가 무엇인가요 무엇이 무엇을 무엇이야 뭐 뭐가 뭐를 뭘 뭘로 뭔가 뭔가요 뭔지 뭐야 뭐예요 뭐라고 뭐래 뭐지 무슨 어떤 어떠한 어떻게 어케 어캐 어떤지 어때 어땠
  어디 어디서 어디에 어디에서 어디로 어디야 어디인가 어딘가 어디어디 어디어디야 어딨 어딘지
  누구 누가 누구를 누구야 누구인가 누구였지 누군 누군가 누군지 누굴 누구누구 언제 언제야 언제부터 언제까지 언젠가 언제쯤 언제였지
  얼마 얼마나 얼마야 얼마인가 얼마인지 얼마였 얼마였지 얼마큼 얼마지 몇 왜 어째서 어느 어떡해
  되 되니 되냐 되지 되죠 되는지 되는데 되는데요 되는거야 되나여 될까 될까요 됩니까 됨 돼 돼요 되요 되는거 됐음
  있 있나 있나요 있는 있는지 있는가 있을까 있을까요 있습니까 있어 있어요 있다 없나 없나요 되나 되나요 하나 하나요 인가 인가요 일까 일까요 입니까 한가 한가요
  할 갈 할까 할까요 했나 했나요 했어 했어요 했는가 했는지 했지 하였나 됐나 됐나요 됐어 됐어요 되었나 되었나요 되었는가 했니 하니 한대 했대 한다고 된다고 한다던데 하재 하재요 하래 하래요 하라고 하랬 하자는데 하자던데 있대 없대 없대요 그렇대
  알려줘 알려줘요 알려주세요 알려 알려줄 주세요 주시겠어요 주실 줘 줘요 말해줘 말해 말해주세요 설명해줘 설명해주세요 설명해 설명 여쭤봅니다 여쭤볼게요 궁금해 궁금해요 궁금합니다 궁금 궁금한데
  싶어 싶어요 싶습니다 싶은데 보여줘 찾아줘 정리해줘 요약해줘 정리 요약 알고 알 수 부탁해 부탁해요 부탁드려요
  것 것은 것이 것을 거 거야 거임 거예요 거에요 거죠 거지 거냐 거니 거래 건데 건데요 건지 걸까 걸까요 맞아 맞아요 맞나 맞나요 맞죠 맞지 맞음 맞는지 맞는거야 맞습니까 사실이야 사실인가 사실인가요 사실임 어느나라 어느나라들 건 건가 건가요 게 걸로 거로 것으로 한게 한거 한건 된게 된거 된건 간게 간거 온게 온거 때 때문 그 이 저 그럼 그러면 그런데 근데 그리고 그건 그거 이건 이거 거기 거기는 거기서 거기에 거기로 거기도 저희 우리 제 제가 나 내 나는 좀 혹시
  저는 저도 저의 저를 저에게 저한테 제게 나도 나의 나를 나에게 내가 내게 우리가 우리는 우리도 저희가 저희는 저희도 만약 만일 이런 그런 저런 이렇게 그렇게 것들 것들이 것들은 것들을 있는데 있는데요 있는지요 알려주실 알려주시겠어요
  대해 대해서 대한 관해 관한 관련 관련해 관련된 관련해서 대하여 관하여 등 및 또는 수가 대체 도대체 지금 그냥 정말 진짜`,
);

/** Words so common in questions that they say little; they still count a little. */
const LIGHT_WORDS = words(
  `내용 이야기 얘기 말 소식 정보 사항 상황 현황 방법 경우 부분 문제 입장 정책 외교 관계 결과 이유 까닭 원인 배경 목적 직책 직위 직함 직급 계급 나라 국가 사람 인물 분 곳 장소 쪽 편 측 일 일로 식 시기 날짜 날 시점 무렵
  돈 금액 액수 규모 비율 수준 정도 숫자 개수 이름 명칭 항목 목록 최근 요즘 요새 요사이 요즈음 근래 현재 올해 가장 제일 모두 전부 모든 전체 총 합쳐 처음 새로 다시 직접 원래 실제 이번 지난 다음 안 못 더 또 똑같이 같이 함께 다른
  더이상 위한 위해 위해서 위하여 통해 통해서 통한 통하여 따라 따른 의해 의한 인해 인한 인하여 거쳐 중인 중인데 않은 않고 않는 않아 아닌 아니면 같은 같은데 같아요 도움 필요 가능
  하루 일주일 국내 아무나 아무도 방식 식 종류 의견 생각 반응 대응 태도 계획 조치 요구 주장 발언 언급 자리 물건 도시 몫 해 뒤 뒤에 후에 전에 변화 년도 나머지 가운데 중 모습 분야 내역 명목 밑 밖 속 뜻 점 사람들 인사`,
);
const LIGHT_WEIGHT = 0.3;
/** 돈의, 곳을, 뜻이야: with particles that end hardly any other word of two syllables, or as what is asked for. */
const OF_ONE_SYLLABLE =
  /^([가-힣])(?:[의을를에]|이(?:야|에요|지|죠|냐|니|래요?|라고|었[가-힣]{1,3})|임|인가요?|인지요?|인데|일까요?)$/;

/** True for nouns that say little of what a question is about: 이유, 쪽. */
export function isLight({ text, stem }: Word): boolean {
  const forms = [stem, text, monosyllable(text), OF_ONE_SYLLABLE.exec(text)?.[1]];
  return forms.some((form) => form !== null && form !== undefined && LIGHT_WORDS.has(form));
}

/** What people, places and things have. A question for one is not answered by a sentence that only names its owner. */
const ATTRIBUTES = words(
  `인구 면적 넓이 크기 높이 길이 깊이 너비 무게 두께 속도 거리 온도 기온 날씨 나이 연령 생일 키 몸무게 국적 고향 출신 학력 학교 대학 대학교 전공 종교 취미 별명 본명 이메일 전화번호 번호 연락처 주소 홈페이지 누리집
  부인 아내 남편 배우자 자녀 아들 딸 아버지 어머니 부모 형제 가족 결혼 이혼 졸업 사망 출생 설립 창립 완공 개통 가격 값 시세 환율 주가 월급 연봉 급여 재산 수도 국기 언어 통화 시차 호텔 숙소 식당 메뉴 색 색깔 모양 비밀번호 운영시간 영업시간 지지율 득표율 당원 회원 직원 승객 사상자 희생자 회장 사장 창업자 총수 대표이사 최고경영자 비서실장 대변인 본사 지사 물가 물가상승률 실업률 성장률 경제성장률 금리 부채 빚
  population area size height length depth weight width speed distance temperature weather age birthday nationality hometown school university religion hobby email phone address website wife husband spouse child children son daughter father mother family marriage wedding price salary wage capital language currency hotel restaurant ceo founder chairman spokesperson color colour password approval`,
);

/** True where the word asks for something that belongs to what the question names. */
export function isAttribute({ stem, text }: Word): boolean {
  return ATTRIBUTES.has(stem) || ATTRIBUTES.has(text);
}

/**
 * Roots of everyday verbs: a question says 들르다 where the text says 방문하다, so they are weak evidence either way.
 * One-syllable roots are taken only with an ending that no noun has.
 */
const VERB_ROOTS = (
  "나오 나가 들어가 들어오 들르 돌아오 돌아가 올라가 내려가 넘어가 넘기 오르 내리 올리 오리 늘리 줄이 끝나 끝내 빠지 만나 만들 바꾸 바뀌 보내 보이 부르 놀리 싸우 때리 걸리 열리 막히 " +
  "밝히 말하 물리 매기 붙이 나누 모이 모으 맡기 이루어지 이뤄지 벌이 벌어지 생기 없애 없어지 사라지 떠나 지나 지내 지키 치르 다루 다니 따르 빌리 도와주 사주 사들이 가지 데려오 얻어내 내놓 내세우 " +
  "내밀 품 섞이 우기 꺼리 버티 버리 굽히 펼치 퍼뜨리 내걸 앞세우 노리 겨누 넘보 밀어붙이 부추기 달라지 드러내 드러나 나타내 나타나 이어지 이어가 견주 견디 거두 거치 꾸리 꾸미 띄우 들어서 마주 마치 몰려 물러 벗어나 불거지 비우 빚 사로잡 살피 서두르 숨기 쌓 쏟 앉 앉히 알리 얹 여기 옮기 외치 이끌 이르 일어나 일으키 저지르 접 조르 줄어들 짊어지 챙기 터지 털 틀 펴내 풀리 합치 헤아리 흔들 힘쓰 " +
  "받아들이 물러나 물러서 그만두 뽑히 잡히 쫓아내 몰아내 끊기 남기 어기 고치 미루 멈추 세우 키우 맞서 맞추 찾아가 찾아오 건네 던지 당하 속하 마시 기다리 기르 돌리 돌려주 돌려받 잃어버리 잊어버리 고르 놓치 틀리 다치 아프 잠그 잠기 갈아타 갈아입 데려가 가져가 가져오 물어내 쫓겨나 달라 들여오 끌어오 불러들이 몰 겪 원하 바라 느끼 어긋나 어울리 걸치 미치 다르 빠르 늦추 늦 " +
  "피우 깨우 재우 끓이 튀기 자르 찌르 꿰매 채우 쏟아지 흘리 적시 마르 녹이 태우 깨어나 일어서 달리 헤엄치 구르 넘어지 미끄러지 부딪히 부딪치 다가가 다가오 건너 건너가 지나가 지나치 돌아다니 헤매 찾아내 도망치 쫓아가 따라가 따라오 내려주 나르 들이 " +
  "내보내 들려주 보여주 가르치 익히 외우 속이 화내 놀라 사귀 헤어지 죽이 살리 혼내 소리치 들리 쳐다보 바라보 지켜보 살펴보 지우 베끼 만지 놓아두 들어올리 두드리 누르 당기 가꾸 무너지 무너뜨리 부수 부서지 깨지 고장나 눕히 두르 삼키 배고프 배부르 맛보 " +
  "냄새나 머무르 빌려주 아끼 모자라 넘치 늘어나 커지 작아지 많아지 적어지 높아지 낮아지 빨라지 느려지 나아지 나빠지 좋아지 그치 이기 비기 겨루 다투 괴롭히 해치 퍼지 번지 태어나 자라나 떨어지 즐기 춤추 찍히 알려주 들고가 갖추 훔치 빼앗기 들키 풀려나 갇히 " +
  "가두 묶이 쏘이 긁히 부러지 부러뜨리 터뜨리 꺼지 켜지 닫히 덮이 씌우 가리 가려지 비추 비치 반짝이 흐르 흐리 비싸 바쁘 슬프 기쁘 졸리 앞당기 겹치 빠뜨리 건너뛰 물려주 나눠주 쪼개 따지 밝혀내 감추 꾸며내 둘러대 덤비 물리치 끌어내 불러내 불러오 꺼내 집어가 담그 " +
  "절이 데우 식히 얼리 일하"
).split(" ");
const SHORT_VERB_ROOTS =
  "쉬 뛰 켜 펴 가 오 내 사 주 되 하 해 보 서 두 쓰 타 치 지 나 들 살 팔 벌 알 열 짓 지으 지어 받 넣 얻 잃 맞 맺 묻 듣 먹 막 뽑 빼 깨 풀 걸 밀 끌 놓 찾 잡 남 대 늘 줄 크 작 많 적 높 낮 같 좋 세 붙 맡 갖 싫 꼽 젓 짚".split(
    " ",
  );
/** Nouns that are written like forms of such verbs: 선거 is not 선 거. */
const NO_VERBS = words(
  "선거 연기 감면 검거 선고 선서 산지 연대 지도 편지 감지 암기 온건 친서 안면 센서 기름 도로 대면 서면 화면 수면 달리기 튀김 살림 흐름 기쁨 슬픔 구름 가르침 다툼 가림 부침 데움 요새 미끄럼 누름 자람 도움",
);
export const VERB_WEIGHT = 0.2;
const ONE_SYLLABLE_WEIGHT = 0.5;
const CLASS_WEIGHTS: Readonly<Record<WordClass, number>> = {
  noun: 1,
  "verbal-noun": 0.6,
  either: 0.5,
  verb: VERB_WEIGHT,
};

export const ENGLISH_VERB_WEIGHT = 0.5;
const ENGLISH_WEIGHTS: Readonly<Record<EnglishClass, number>> = {
  // Only where nothing else is asked, or as a unit: 59m².
  function: 1,
  light: LIGHT_WEIGHT,
  verb: ENGLISH_VERB_WEIGHT,
  other: 1,
};

/** Endings in letters, after a root whose vowels are unfolded: 만났어 is 만나 + ㅆㅇㅓ. */
const LINK = "(?:ㄴ|ㄹ|ㅁ|ㅂ|ㅆ|ㄴㅡㄴ|ㅇㅡㄴ|ㅇㅡㄹ|ㅇㅓㅆ|ㅇㅏㅆ|ㅇㅓ|ㅇㅏ|ㄷㅓㄴ|ㄱㅔㅆ)";
const TAIL =
  "(?:ㄷㅏ|ㄷㅏㄱㅗ|ㄷㅏㄴㅡㄴ|ㄷㅏㅁㅕ|ㄷㅐ|ㄷㅐㅇㅛ|ㄹㅐ|ㄹㅐㅇㅛ|ㄴㅣ|ㄴㅏ|ㄴㅏㅇㅛ|ㄴㅑ|ㅇㅓ|ㅇㅏ|ㅇㅓㅇㅛ|ㅇㅏㅇㅛ|ㅈㅣ|ㅈㅣㅇㅛ|ㅈㅛ|ㄲㅏ|ㄲㅏㅇㅛ|ㄴㅡㄴㅈㅣ|ㄴㅡㄴㄷㅔ|ㅅㅡㅂㄴㅣㄲㅏ|ㄴㅣㄲㅏ|ㄱㅗ|ㄱㅓ|ㄱㅓㄴ|ㄱㅓㅇㅑ|ㄱㅔ|ㅁㅕㄴ|ㅁㅕ|ㄹㅕ|ㄹㅕㄱㅗ|ㄹㅏㄱㅗ|ㅈㅏㄱㅗ|ㄱㅣ|ㄱㅣㄹㅗ|ㄷㅔ|ㄷㅗㄹㅗㄱ|ㅅㅓ|ㅈㅣㅁㅏㄴ|ㄷㅏㄱㅏ|ㅇㅛ|ㄴㅡㄴㄱㅏ|ㄴㄱㅏ|ㄱㅏ|ㄱㅏㅇㅛ)";
const VERB = new RegExp(`^(?:${VERB_ROOTS.map(rootJamo).join("|")})${LINK}?${TAIL}?$`);
/** Endings that make no noun of a one-syllable root: 사기로, 팔려고, 내려면. */
const PLAIN_TAIL = "(?:ㄱㅣㄹㅗ|ㄹㅕㄱㅗ|ㄹㅕㅁㅕㄴ|ㅈㅏㄱㅗ|ㄱㅔㅆㄷㅏㄱㅗ|ㄷㅗㄹㅗㄱ|ㅇㅓㅇㅑ|ㅇㅏㅇㅑ)";
const SHORT_VERB = new RegExp(
  `^(?:${SHORT_VERB_ROOTS.map(rootJamo).join("|")})(?:${LINK}${TAIL}|${PLAIN_TAIL}|ㅆ|ㄴㅡㄴ|ㅇㅡㄴ|ㅇㅡㄹ|ㅇㅡㅁ|ㅇㅓㅆ|ㅇㅏㅆ|(?<=[ㄱ-ㅎ])ㅇ[ㅓㅏ])$`,
);

function rootJamo(root: string): string {
  // ㄹ drops before ㄴ and ㅂ: 만든, 만드는.
  const jamo = toJamo(root);
  return jamo.endsWith("ㄹ") ? `${jamo.slice(0, -1)}ㄹ?` : jamo;
}

/** 빌려, 바꿔요, 나와: root and ending in one syllable, at the end of a word alone. */
const CONTRACTED_END = /[ㅕㅝㅘ](?=(?:ㅇㅛ)?$)/;
const UNFOLDED: Readonly<Record<string, string>> = { ㅕ: "ㅣ", ㅝ: "ㅜ", ㅘ: "ㅗ" };

function unfolded(vowel: string): string {
  return UNFOLDED[vowel] ?? vowel;
}

/** 얼마였어, 누구인가요, 왜요: the words that ask, with whatever ends the sentence; 머임 as 뭐임 is typed on a phone. */
const ASKING_WITH_ENDING =
  /^(?:(?:얼마|누구|언제|어디|무엇|뭐|뭔|몇|며칠|어떻|어땠)[가-힣]{0,4}|왜(?:요|냐|야|지|인지)?|모라고|머(?:라고|임|야|예요|에요|래요?|냐|죠|였[가-힣]{0,2}))$/;
/** What is left of "누구야" once the word that asks is gone. */
const COPULA =
  /^(?:이?야|이?였[가-힣]{0,3}|이?에요|예요|이?지|이?냐|이?니|인가요?|인지요?|인데|이?라고|이?래요?|일까요?)$/;

/** Iran, interest and defects: words of their own where they stand alone. */
const LIKE_PARTICLES = words("이란 이자 하자");

/** True for words that only ask. In capitals they are names: WHO, US. */
export function isQuestionWord({ text, stem, script, capitals }: Word): boolean {
  if (capitals) return false;
  if (script === "latin") return englishClassOf(text) === "function";
  if (QUESTION_WORDS.has(text) || QUESTION_WORDS.has(stem)) return true;
  if (script !== "hangul" || LIKE_PARTICLES.has(text)) return false;
  return ASKING_WITH_ENDING.test(text) || COPULA.test(text) || (text.length > 1 && isParticle(text));
}

/** "어떻게 해?", "뭘 해줘?": the verb that only asks on. */
const DOING = /^(?:해(?:요|야|줘요?|주나요?|주세요)?|하(?:죠|지요?|는데요?))$/;
/** "어느 해?", "그 해": a year. */
const BEFORE_A_YEAR = /^(?:몇|어느|무슨|어떤|그|이|올|지난|다음|새|첫|한|두)$/;

/** Whether a word at the end of a question is that verb; by itself 해 may be a year, and the sun. */
export function isOnlyDoing({ text }: Word, before: Word | undefined): boolean {
  return DOING.test(text) && before !== undefined && before.script === "hangul" && !BEFORE_A_YEAR.test(before.text);
}

/**
 * How much a word of a question says about what is asked, 0..1. `endsQuestion`: it is the last word, and not the one
 * that asks.
 */
export function weightOf(word: Word, next: Word | undefined, endsQuestion: boolean): number {
  if (isLight(word)) return LIGHT_WEIGHT;
  if (word.script === "latin" && !word.capitals) return ENGLISH_WEIGHTS[englishClassOf(word.text)];
  if (word.script !== "hangul") return 1;
  // A counter behind its number, or a lone syllable such as 한: the number and the noun say it.
  if (word.text.length === 1) return word.glued ? VERB_WEIGHT : LIGHT_WEIGHT;
  if (word.stem.length === 1) return ONE_SYLLABLE_WEIGHT;
  if (NO_VERBS.has(word.text) || NO_VERBS.has(word.stem)) return 1;
  const jamo = foldPastTense(toJamo(word.text));
  if (VERB.test(jamo) || SHORT_VERB.test(jamo) || VERB.test(jamo.replace(CONTRACTED_END, unfolded))) return VERB_WEIGHT;
  return CLASS_WEIGHTS[classOf(word, next, endsQuestion)];
}
