import { finalConsonant, vowelOf } from "./hangul.ts";
import type { Word } from "./words.ts";

/** 요구하다, 시작되다: the noun before these says what is meant, so the word is no plain verb. */
const VERBALISED_NOUN = /^(?:하|했|한|할|함|해|되|됐|된|될|됨|돼|시키|시켰|시킨|당하|당했|당한|받)/;
/** Endings that follow verbs and adjectives only. */
const VERBAL_ENDING =
  /(?:다고|다는|다던|다며|다면서|다가|자고|자는|자던|냐고|냐는|려고|려면|려는|려던|면서|지만|는데|은데|니까|도록|거나|든지|을지|을까|을까요|겠다|겠어|겠나|는지|은지|는가|은가|던가|던|지도|자마자|길래|느라|는다|는대|는걸|는|게끔|[아어여려져켜쳐겨셔춰꿔눠]서|(?:^|[나들])[가와]서|^[써타내봐]서)$/;
/** 밀린거, 한다는거: what a verb tells of, written together with it in chats. */
const SPOKEN_THING = /[가-힣]{2}(?:거|건|걸)$/;
const NOUN_IN_GEO = /(?:선거|근거|철거|논거|신거|전거|안건|조건|물건|사건|여건)$/;
/** Open vowels that end a verb said plainly: 빠져, 열려, 들어서, 물어. */
const SPOKEN_END = /[어아여와워려져켜펴쳐겨셔여혀해돼봐써커꺼내래대쳐줘둬놔가서]$/;
const SPOKEN_FORM = /(?:나|나요|니|냐|지|죠|까|까요|어요|아요|여요|요|음|임|함|됨|댐|감|옴|봄|래|대|다)$/;
const ADVERB = /(?:히|하게|롭게|스럽게|껏)$/;
const ADVERBS = new Set(
  "이미 아직 벌써 곧 다시 계속 자주 가끔 항상 매우 너무 아주 훨씬 점점 갑자기 급히 서로 따로 결국 아예 겨우 주로 대체로 도로 어서 빨리 천천히 함께 같이 그대로 제대로 스스로 애초 보고 두고 놓고 들고 더러 조금 일찍 늦게 크게 미리 먼저 바로 당장 꼭 반드시 나중에 무조건 금방 얼른 전혀 별로".split(
    " ",
  ),
);

/** Of what 면 may follow no noun ends so: 늦으면, 떨어지면. */
const CONDITION = /(?:으|어지|버리|[가오하리기지]시)면$/;
/** After a noun or a verb alike: 나라라고, 늘리라는, 하루면, 내면. */
const EITHER_ENDING = /(?:라고|라는|라던|라며|면|고)$/;
/** What makes a verb of the word before: 끊어 버리다, 떼어 주다, 감싸 달라; also what comes or goes: 챙겨 가다. */
const AUXILIARY =
  /^(?:버리|버린|버렸|버릴|주|줘|줬|준|줄|드[려리릴립린]|놓|놨|놔|두|둔|뒀|있|없|달라|댔|대는|봤|싶|나가|나갔|냈|낸|낼)/;
/** Written together with the verb: 깎아줘, 빌려주나요. */
const JOINED_AUXILIARY = /(?:줘|줘요|주나|주나요|주니|주냐|주는지|줄까|줄까요|준대|준대요|드려요|드려)$/;

/** What may be done and what must be: 키워도 돼, 내도 괜찮아, 기다려야 해. */
const IS_ALLOWED = /^(?:돼|되|된|될|됨|됩|괜찮|괜춘|좋|상관)/;
const IS_DUE = /^(?:돼|되|된|될|됨|됩|해|하|한|할|합)/;
/** The vowels that a verb has before 야: 내야, 가야, 기다려야. No noun with such a vowel stands before 돼 so. */
const BEFORE_DUE = "ㅏㅐㅓㅔㅕㅘㅙㅝㅞ";
/** Coming and going for something: 빌리러 가다, 찾으러 와. Loan words end alike: 달러, 컬러. */
const PURPOSE = /(?<![달컬롤딜셀에테쿨])러$/;
/** 계약하러: the noun says for what. */
const NOUN_OF_PURPOSE = /[가-힣]하러$/;
const COMES_OR_GOES = /^(?:가|오|갈|올|간|온|갔|왔|와|들르|다니)(?:$|[면서려야도고는니나]|때)/;

export type WordClass = "noun" | "verbal-noun" | "either" | "verb";

/**
 * What a Hangul word is, judged by its ending and its place alone. `verbal-noun`: 요구하다, 시작되다.
 * `next` is the word after it in the question, also one that only asks; `endsQuestion` says that it is the last word of
 * a question whose asking word came before, where Korean has the predicate.
 */
export function classOf({ text, stem, script }: Word, next: Word | undefined, endsQuestion: boolean): WordClass {
  if (script !== "hangul" || text.length < 2) return "noun";
  if (stem.length >= 2 && (VERBALISED_NOUN.test(text.slice(stem.length)) || NOUN_OF_PURPOSE.test(text)))
    return "verbal-noun";
  if (ADVERBS.has(text) || ADVERBS.has(stem) || ADVERB.test(text)) return "verb";
  // No noun holds a syllable that ends in ㅆ.
  if ([...text].some((syllable) => finalConsonant(syllable) === "ㅆ")) return "verb";
  // 는 follows open nouns; after a closed syllable it makes a verb an attribute: 받는, 먹는.
  if (text.endsWith("는") && !text.endsWith("라는")) return finalConsonant(text.slice(0, -1)) === "" ? "noun" : "verb";
  if (CONDITION.test(text)) return "verb";
  if (EITHER_ENDING.test(text)) return "either";
  if (VERBAL_ENDING.test(text) || isSpokenThing(text)) return "verb";
  const joined = JOINED_AUXILIARY.exec(text);
  if (joined !== null && isInfinitive(text.slice(0, joined.index))) return "verb";
  if (next !== undefined && leansOn(text, next.text)) return "verb";
  return endsQuestion && (SPOKEN_END.test(text) || SPOKEN_FORM.test(text)) ? "verb" : "noun";
}

function leansOn(text: string, next: string): boolean {
  if (PURPOSE.test(text)) return COMES_OR_GOES.test(next);
  if (text.endsWith("도")) {
    const before = text.slice(0, -1);
    return IS_ALLOWED.test(next) && (isInfinitive(before) || COMING_OR_GOING.test(before));
  }
  if (text.endsWith("야")) return IS_DUE.test(next) && hasVowelBeforeDue(text.slice(0, -1));
  return (AUXILIARY.test(next) || COMES_OR_GOES.test(next)) && isInfinitive(text);
}

/** Whether a verb may stand so before 야: 내, 가, 기다려. */
export function hasVowelBeforeDue(text: string): boolean {
  return finalConsonant(text) === "" && BEFORE_DUE.includes(vowelOf(text.slice(-1)));
}

/** Contracted vowels that hardly a noun ends with: 빌려, 내줘, 켜; and verbs of one syllable with what they join. */
const CONTRACTED =
  /(?:(?<![고배우염격장독])려|[져켜펴쳐겨셔혀녀눠둬줘춰꿔봐놔써]|(?<![샤파타라하])워|[만끝]나|[보끝꺼어]내|^[타사자서내빼깨꺼커떠])$/;
/** As particles are, where nothing but a verb can follow: 데려가도, 나와도. */
const COMING_OR_GOING = /(?:^|[어아려져녀나들])[가와]$/;
/** Nouns all the same: 한국어, 검색어. */
const LANGUAGE = /[국일색숙술]어$/;

/** A verb as it stands before what leans on it: 먹어, 막아, 뛰어, 빌려, 가. */
function isInfinitive(text: string): boolean {
  if (CONTRACTED.test(text)) return true;
  const before = text.slice(-2, -1);
  if (!/[어아]$/.test(text) || before === "" || LANGUAGE.test(text)) return false;
  const final = finalConsonant(before);
  // ㅇ and ㄴ end next to no verb's stem, and many nouns: 장어, 단어; 신어 and 안아 are left out with them.
  if (final === "") return text.endsWith("어") && "ㅟㅔㅐㅚㅢ".includes(vowelOf(before));
  return !"ㅇㄴ".includes(final) && text.endsWith("아") === "ㅏㅗㅑ".includes(vowelOf(before));
}

function isSpokenThing(text: string): boolean {
  return SPOKEN_THING.test(text) && !NOUN_IN_GEO.test(text) && ["ㄴ", "ㄹ"].includes(finalConsonant(text.slice(0, -1)));
}
