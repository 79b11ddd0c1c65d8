import { hasAsked, type Turn } from "../talk/conversation.ts";
import { ANGRY } from "../talk/courtesy.ts";
import { followUpOf } from "../talk/follow-up.ts";
import { contentOf } from "../talk/taken-over.ts";
import { answerReading, type Grounding, heardAfter, type TriedReading } from "./answer-reading.ts";
import { withNothingBefore } from "./nothing-before.ts";

/** 출처는?, source? */
const ASKS_SOURCE =
  "(?:출처|근거|링크|원문|주소)(?:는|가|를|은|이|도)? ?(?:뭐야|뭔데|어디야|어딘데|있어|알려|보여|좀)?|(?:the |your )?(?:source|link)s?";
const OF_KOREAN = [
  // 다시 말해 줘, 뭐라고?
  "다시|한 ?번 ?더|뭐라고|뭐라구|(?:다시|한 ?번) ?(?:한 ?번|더)? ?좀? ?(?:말|얘기|이야기|설명|알려|답)[가-힣]{0,3}",
  // 진짜?, 출처는?
  "진짜|정말|확실해|확실한 ?거|맞아|맞나|사실이야|누가 ?그래|누가 ?그랬는데",
  ASKS_SOURCE,
  "어디서? ?(?:나온|본|들은) ?(?:거|말|얘기|글|기사|자료)(?:야|이야|예요|인데|니|임)?|언제 ?(?:기사|글|자료|뉴스|거|소식)(?:야|이야|예요|인데|니|임)?",
  // 요약해 줘: what is quoted is never put in other words
  "(?:짧게|간단히|간단하게|쉽게|한 ?줄로|영어로|한국어로|우리말로)? ?(?:(?:요약|정리|번역|설명|말)해|알려)",
];
const OF_ENGLISH =
  "(?:say|tell me) (?:that |it )?again|once more|one more time|again|pardon|come again|what|really|seriously|are you sure|where (?:is|does|did) (?:that|this|it) (?:come |you get )?from|who says(?: so)?|summari[sz]e(?: (?:it|that))?";
const MORE =
  "더|(?:좀 ?)?더 ?(?:자세히|알려|말해|설명해|있어|없어|보여)|(?:좀 ?)?(?:더 ?)?(?:자세히|자세하게|구체적으로|상세히) ?(?:좀 ?)?(?:알려|말해|설명해)?|또|또 ?(?:뭐|뭐가|다른 ?(?:거|건|게)) ?(?:있어|있나|없어)?|다른 ?(?:거|건|것은|내용은)(?: ?(?:있어|없어))?|그리고|그래서|그 ?다음은?|계속|이어서|more|tell me more|more details?|go on|continue|anything else|what else|and|so";
const POLITE = "(?: ?(?:줘|줘봐|주세요|주실래요|줄래|달라))?(?:요|여)?(?: please)?";
const whole = (forms: string) => new RegExp(`^(?:${forms})${POLITE}$`, "iu");

/** 아니, 그게 아니라, 틀렸어, 그거 말고: what was shown is not what was asked. */
const NOT_THAT = [
  "ㄴㄴ+|(?:(?:그|이|저)(?:게|건|거|것은|것이|런 ?(?:뜻|말|얘기)(?:이|은)?) ?)?(?:아니(?:야|에요|예요|오|라고|라니까|거든|지|라|고)?|아뇨|아냐|아닌데|아닙니다|아닌 ?(?:것|거) ?같아)",
  "(?:(?:그건?|이건?|답이|답변이) ?)?(?:다? ?틀렸(?:어|는데|네|잖아|습니다)|틀려|틀린 ?(?:답|거|것)(?:야|이야|같아| 같아)?|잘못 ?(?:됐|된|알았|찾았|이해했)[가-힣]{0,3}|엉뚱(?:해|하네|한 ?(?:답|말|소리|대답)(?:이야|이네|이잖아)?)|동문서답(?:이야|이네)?)",
  "(?:그|이|저)(?:거|것|게|건|런 ?거) ?말고|다른 ?(?:답|답변|대답|문장)(?:은|도|을|을 ?좀)? ?(?:있어|없어|보여|알려|찾아)?|(?:그|이)걸? ?(?:물어본|물은|묻는) ?(?:게|것이|건) ?아니(?:야|에요|예요|라고|거든|라니까)?",
  "no|nope|nah|wrong(?: answer)?|incorrect|(?:that|this|it)(?: i)? ?s (?:wrong|incorrect|not (?:it|that|right|true|correct|what i (?:asked|meant|want|wanted)))|(?:that|this|it) isn t (?:it|right|true|correct|what i (?:asked|meant|want|wanted))|not (?:that|this)(?: one)?|not what i (?:asked|meant|want|wanted)(?: for)?|something else|another answer",
].join("|");

const AN_ANSWER = "(?:대답|답변|답)";
/** 대답이 그게 뭐야, 답이 왜 이래, 장난하냐: whoever scolds says so, too; "그게 뭐야?" asks. */
const SCOLDS = [
  `${AN_ANSWER}(?:이|은|을)? ?(?:(?:그게|이게|그거|이거|이따위가) ?(?:뭐야|뭐냐|뭐니|뭐임|뭔데|다야|다냐|전부야)|왜 ?(?:이래|그래|이따위야|이 ?모양이야)|(?:너무 ?|좀 ?|영 ?)?(?:이상|답답|한심)(?:해|하네|하다|한데|하잖아)|(?:영 ?)?(?:별로|엉망|엉터리)(?:야|네|다|인데|이야|이네|잖아)?|그렇게밖에 ?못 ?(?:해|하냐|하니)|제대로 ?(?:좀 ?)?(?:해|못 ?(?:해|하냐|하네)))`,
  `(?:그게|이게|그걸|이걸|그것도|이것도) ?(?:지금 ?)?(?:무슨 ?)?${AN_ANSWER}(?:이야|이냐|이라고|이니|이냐고|이라고 ?(?:해|하냐|하니))`,
  "(?:이게|그게|그건|이건)? ?(?:무슨 ?|뭔 ?)?(?:헛|개|딴|뚱딴지같은 ?)소리(?:야|냐|네|하네|하지 ?마|하냐|하고 ?있네|임)?|(?:그게|이게)? ?말이 ?(?:되냐|되니|되나|안 ?되(?:네|잖아|는데))",
  "(?:장난|지금 ?장난)(?:해|하냐|하니|쳐|치냐|치니)|(?:되게 ?|너무 ?|정말 ?)?(?:답답|한심|멍청)(?:해|하네|하다|하구나)|(?:바보|멍청이|쓸모없)(?:야|냐|네|아|어|다)?|(?:하나도 ?|전혀 ?)?(?:도움이? ?안 ?(?:돼|되네|되는데|됨)|쓸모가? ?없(?:어|네|다))|말을? ?(?:못|왜 ?이렇게 ?못) ?알아 ?(?:들어|듣네|듣니|듣냐|먹네|먹냐)|질문을? ?(?:좀 ?)?(?:제대로 ?|똑바로 ?|다시 ?)(?:봐|읽어|읽어 ?봐|보고 ?답해)|(?:제대로|똑바로) ?(?:좀 ?)?(?:답|대답|답변|말|찾아)(?:해|해 ?봐|봐)?",
  "(?:what|what kind of answer|what sort of answer) (?:answer )?is (?:that|this) (?:answer|nonsense)|what (?:kind|sort) of answer is (?:that|this)|(?:that|this|it) (?:makes|made) no sense|nonsense|useless|(?:you|that|this)(?: (?:are|is|re|s))? (?:useless|stupid|dumb|no help|not helpful|not helping)|(?:bad|terrible|stupid|dumb|awful) (?:answer|bot)|are you (?:kidding|joking)(?: me)?|(?:that|this|it) (?:does|did)(?: not|n t) (?:help|answer (?:it|that|me|my question))",
].join("|");
/** 진짜, 야: around what is said so. */
const SIGHS = "(?:(?:야|아|하|참|진짜|정말|지금|대체|도대체|아오|에이) )*";
/** 😡: nothing else need be said. */
const ONLY_ANGRY = new RegExp(
  String.raw`^(?=.*\p{Extended_Pictographic})(?:[${ANGRY}]|\p{Emoji_Modifier}|\ufe0f|[\s!?.~]){1,40}$`,
  "u",
);

const WHOLE = {
  again: whole([...OF_KOREAN, OF_ENGLISH].join("|")),
  more: whole(MORE),
  other: whole(`${SIGHS}(?:${NOT_THAT}|${SCOLDS})(?: (?:${NOT_THAT}|${SCOLDS}|진짜|정말))*`),
};
const SOURCE = whole(ASKS_SOURCE);
/** Longer texts ask for something else. Characters. */
const LONGEST = 30;

/**
 * What a message wants of the answer before, and of nothing else: to hear it once more, more of its article, or something else
 * than it.
 */
export function wantedOfAnswer(text: string): keyof typeof WHOLE | null {
  if (ONLY_ANGRY.test(text)) return "other";
  const bare = bareOf(text);
  if (bare.length > LONGEST) return null;
  if (WHOLE.more.test(bare)) return "more";
  if (WHOLE.other.test(bare)) return "other";
  return WHOLE.again.test(bare) ? "again" : null;
}

function bareOf(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}\s]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * The answer before once more, with its sources and their dates; what else of its article answers the same question, if anything
 * does; what else answers it anywhere, where the answer is said to be none. Null where the message asks for something.
 */
export function ofAnswerBefore(text: string, previous: Turn | null, from: Grounding): TriedReading | null {
  const wanted = wantedOfAnswer(text);
  if (wanted === null) return null;
  const asked = hasAsked(previous) ? previous : null;
  if (wanted === "other") return asked === null ? null : otherThan(asked, from);
  if (asked?.articleId === undefined) {
    const told = SOURCE.test(bareOf(text)) ? answerReading(text, text, previous, from, null).answer : null;
    // Of all documents one may say where its source is, or another place.
    return told?.status === "answered" && !told.unsure ? null : withNothingBefore(text, previous, from);
  }
  const { articleId, understoodAs } = asked;
  const there = { ...from, articleId };
  if (wanted === "more") {
    const followUp = { ...followUpOf(text, asked), wantsMore: true };
    // When it was is known: what is told of it need not say.
    const more = answerReading(text, contentOf(asked, from.knowledge.lexicon), asked, there, followUp);
    if (more.answer.status === "answered")
      return { ...more, answer: { ...more.answer, understoodAs }, turn: { ...more.turn, understoodAs } };
  }
  const anywhere = answerReading(text, understoodAs, asked, from, null);
  const [first] = anywhere.answer.citations;
  return first === undefined || first.articleId === articleId
    ? anywhere
    : answerReading(text, understoodAs, asked, there, null);
}

/**
 * The same question, answered by what the talk has not quoted; what was quoted stays so, in whatever article it stands. Never sure:
 * it came behind what the reader knows to be none.
 */
function otherThan(asked: Turn, from: Grounding): TriedReading {
  const followUp = { own: "", heard: asked.heard ?? [], wantsMore: true };
  const other = answerReading(asked.understoodAs, asked.understoodAs, asked, from, followUp);
  const { answer } = other;
  const isAnswered = answer.status === "answered";
  const heard = heardAfter(asked.heard ?? [], answer.sentences);
  return {
    ...other,
    answer: { ...answer, status: isAnswered ? "answered" : "not-found", unsure: isAnswered, notThat: true },
    turn: isAnswered ? { ...other.turn, heard } : asked,
  };
}
