/** What people write to a bot that asks for nothing in the documents; the last of them of an answer before, where there is none. */
export type Courtesy = "greeting" | "thanks" | "help" | "nothing-before";

const WHOLE: readonly (readonly [Courtesy, RegExp])[] = [
  [
    "greeting",
    /^(?:안녕|안녕하세요|안녕하십니까|안녕하신가요|안뇽|하이|하이루|굿모닝|굿나잇|굿밤|헬로|반가워요?|반갑습니다|처음 뵙겠습니다|좋은 (?:아침|저녁|하루|오후)(?:이에요|입니다|예요)?|hi|hiya|hello|hey|greetings|good (?:morning|afternoon|evening|day)|nice to meet you)(?: (?:there|all|bot|봇|봇님|여러분|다들|친구|policydesk|반가워요?|반갑습니다|뭐 ?해요?|뭐 ?하니|뭐 ?하고 ?있어요?|잘 ?지냈어요?|잘 ?지내요?|how are you))*$/iu,
  ],
  [
    "thanks",
    /^(?:(?:정말|너무|진짜|아주|답변|알려 ?줘서|알려 ?주셔서|도와 ?줘서|도와 ?주셔서|대단히|네|응|오|아|ok|okay) )*(?:고마워요?|고마웠어요?|고맙습니다|고맙네요?|고맙다|감사|감사해요|감사합니다|감사드려요|감사드립니다|땡큐|수고|수고했어요?|수고하셨습니다|수고하셨어요|수고하세요|잘 ?가요?|안녕히 ?계세요|네+|넵+|넹|예|응+|웅|어어?|그래요?|(?:아니(?:요|야)?|아뇨) ?(?:괜찮아요?|괜찮습니다|됐어요?|됐습니다)|(?:네 )?알겠(?:어요?|습니다)|오케이|오키|아하|그렇군요?|thanks|thanks? (?:you|u)|ok|okay|yes|yeah|yep|yup|no (?:thanks|thank you)|got it|i see|thx|ty|bye|goodbye|cheers)(?: (?:정말|진짜|너무|최고(?:예요|에요|야|다)?|짱(?:이야|이에요)?|잘 ?(?:봤|읽었|썼)(?:어요?|습니다)|(?:많이 |큰 )?도움(?:이)? ?(?:됐|되었)(?:어요?|습니다|네요)|a lot|so much|very much|again|bot|봇|요))*$/iu,
  ],
  [
    "help",
    /^(?:도움말|도움|도움이? ?필요해요?|도와 ?줘요?|도와 ?주세요|사용 ?법|사용 ?방법|쓰는 ?(?:법|방법)|사용 ?설명서?|명령어|(?:사용 ?법|사용 ?방법|쓰는 ?법|도움말|명령어)(?:은|는|이|을|를)? ?(?:뭐야|뭐예요|뭔가요|알려 ?줘요?|알려 ?주세요|보여 ?줘요?)|(?:이거|이건|이것은|이 봇은|봇은|너는?|넌|어떻게)? ?(?:어떻게 )?(?:써요?|쓰나요|써야 ?(?:해요?|돼요?|하나요|되나요)|사용해요?|사용하나요|물어보면 ?(?:돼요?|되나요))|(?:너는?|넌|네가|니가|당신은|봇은|이 봇은|여기서는?)? ?(?:뭐|뭘|무얼|무엇을|뭐를|어떤 ?것을|어떤 ?걸|무슨 ?일을|(?:어떤|무슨) ?(?:질문|도움)을?) ?(?:(?:도와 ?)?(?:할|줄|물어볼|해 ?줄|알려 ?줄|도와 ?줄) ?수 ?있(?:어|어요|나요|니|는지|습니까|지|죠|는데)?|할 ?줄 ?(?:알아요?|아나요|아니)|알고 ?있(?:어|어요|나요|니)|하는 ?(?:봇|거)(?:이야|야|예요|인가요)?|해)(?: 알려 ?줘요?)?|(?:너는?|넌|당신은|이 봇은)? ?(?:누구|뭐 ?하는 ?(?:봇|애))(?:야|니|세요|예요|인가요|이야|이에요|입니까)|(?:너는?|넌|당신은|이 ?(?:챗봇|봇)은|(?:챗봇|봇)은) ?(?:뭐|무엇)(?:야|니|예요|인가요|이야|이에요|입니까)|(?:너의?|네|니|당신) ?이름(?:은|이)?(?: ?(?:뭐|무엇)(?:야|니|예요|인가요|이야|이에요|입니까))?|헬프|(?:can|could|how can|how could) you help(?: me)?|what can you help(?: me)? with|what ?i?s (?:this bot|your name)|what do you know|help|help me|help please|commands?|usage|how to use(?: (?:this|it|the bot))?|how do i (?:use|ask)(?: (?:this|it|you|the bot))?|how does (?:this|it) work|what can (?:you|u|i) (?:do|ask|answer)(?: (?:for me|here|you|about))?|what do you do|what are you|who are you)$/iu,
  ],
];

/** Longer texts ask for something. Characters. */
const LONGEST = 40;

/** Unparted it may begin a name ("안녕 프로젝트"), but not in front of what is a courtesy by itself. */
const GREETED = /^(?:안녕|하이|헬로|헤이)\s/u;

/** What a text is where it is nothing but that; null where it asks for something, even if it begins with a greeting. */
export function courtesyIn(text: string): Courtesy | null {
  const asked = behindCourtesies(text.trim());
  return courtesyOf(text) ?? courtesyOf(asked) ?? courtesyOf(asked.replace(GREETED, ""));
}

/** Of nothing: of an answer it is said elsewhere what to make of it (about-answer.ts). */
const DENIES = /^\s*(?:ㄴㄴ+|아니(?:요|오|야)?|아뇨|no(?:pe)?)[\s.!~]*$/iu;

/** 감사, 오케이 and 응응 by their first letters. */
const THANKS_IN_LETTERS = /^\s*(?:(?:ㄱㅅ|ㄳ)+[요여]?|ㅇㅋ+|ㅇㅇ+|ㅇ)[\s.!~^ㅎㅋㅠ]*$/u;

/** 하이 likewise. */
const GREETING_IN_LETTERS = /^\s*(?:ㅎㅇ)+[요여]?[\s.!~^ㅎㅋ]*$/u;

/** Who is angry with an answer: as characters of a class. */
export const ANGRY = "😡😠🤬😤👎🖕";
/** 👍, ㅋㅋ, ^^: no question, and the talk goes on where it was; 😡 thanks nobody. */
const ONLY_FEELS = new RegExp(
  String.raw`^(?!.*[${ANGRY}])(?=.*(?:[ㅋㅎ^]|\p{Extended_Pictographic}))(?:[\sㅋㅎ~!.^]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f){1,40}$`,
  "u",
);

/** "???", "...": whoever writes no word at all may want to know what to write. */
const NO_WORD = /^(?=.*\S)[^\p{L}\p{N}]+$/u;

function courtesyOf(text: string): Courtesy | null {
  if (GREETING_IN_LETTERS.test(text)) return "greeting";
  if (THANKS_IN_LETTERS.test(text) || ONLY_FEELS.test(text)) return "thanks";
  if (DENIES.test(text) || NO_WORD.test(text)) return "help";
  const words = text
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}\s]+/gu, " ")
    .replace(/[ᄀ-ᇿㄱ-ㅣ]+/gu, " ");
  const bare = words.replace(/\s+/g, " ").trim();
  if (bare.length > LONGEST) return null;
  return WHOLE.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}

/** With some words more they ask for nothing either, least of all for the answer before. */
const COURTEOUS = /^(?:고마워|고맙|감사|땡큐|수고|안녕|반가|thanks?\b|thank you\b|hi\b|hello\b|bye\b)[^?？]{0,12}$/iu;

/** Whether a text is no question that goes on with a talk. */
export function isCourteous(text: string): boolean {
  return COURTEOUS.test(text) || courtesyIn(text) !== null;
}

/** What a courtesy ends with where a question follows. */
const PAUSE = String.raw`[\s,.!?？~…^ㅎㅋㅠ:;-]`;
/** Some of these words also begin what is asked (감사 결과, 하이 리스크): then something must part them. */
const BEGINNING = new RegExp(
  [
    String.raw`^(?:(?:정말|너무|진짜|대단히) )?(?:안녕하세요|안녕하십니까|안녕하신가요|반가워요|반갑습니다|고마워요?|고맙습니다|감사합니다|감사해요|감사드려요|감사드립니다|수고하세요|수고하십니다|알겠습니다|알겠어요|hi(?: there)?|hello(?: there)?|hey(?: there)?|good (?:morning|afternoon|evening)|thank(?:s| you)(?: (?:so|very) much| a lot)?(?! (?:to|for|letter)\b)|help me (?:find|understand|with))${PAUSE}+(?=\S)`,
    String.raw`^(?:안녕|하이|헬로|헤이|감사|땡큐|수고|네|넵|응|아니요?|아뇨|no|아하|오케이|좋아요?|ok|okay|great|please|help|thx)[,.!~…^ㅎㅋ:;]${PAUSE}*(?=\S)`,
    // "감사?" may ask of an audit.
    String.raw`^(?:안녕|하이|헬로|헤이)[?？]${PAUSE}*(?=\S)`,
  ].join("|"),
  "iu",
);
/** More of them are no courtesy. */
const MOST_COURTESIES = 3;

/** What a text asks behind the courtesies that it begins with: of "고마워, 그럼 일본은?" the second half. */
export function behindCourtesies(text: string): string {
  let rest = text;
  for (let courtesies = 0; courtesies < MOST_COURTESIES; courtesies++) rest = rest.replace(BEGINNING, "");
  return rest;
}
