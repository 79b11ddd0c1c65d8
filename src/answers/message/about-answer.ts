import { contentOf, type Turn } from "../talk/conversation.ts";
import { followUpOf } from "../talk/follow-up.ts";
import { answerReading, type Grounding, type TriedReading } from "./answer-reading.ts";

const OF_KOREAN = [
  // 다시 말해 줘, 뭐라고?
  "다시|한 ?번 ?더|뭐라고|뭐라구|(?:다시|한 ?번) ?(?:한 ?번|더)? ?좀? ?(?:말|얘기|이야기|설명|알려|답)[가-힣]{0,3}",
  // 진짜?, 출처는?
  "진짜|정말|확실해|확실한 ?거|맞아|맞나|사실이야|누가 ?그래|누가 ?그랬는데",
  "(?:출처|근거|링크|원문|주소)(?:는|가|를|은|이|도)? ?(?:뭐야|뭔데|어디야|어딘데|있어|알려|보여|좀)?",
  "어디서? ?(?:나온|본|들은) ?(?:거|말|얘기|글|기사|자료)(?:야|이야|예요|인데|니|임)?|언제 ?(?:기사|글|자료|뉴스|거|소식)(?:야|이야|예요|인데|니|임)?",
  // 요약해 줘: what is quoted is never put in other words
  "(?:짧게|간단히|간단하게|쉽게|한 ?줄로|영어로|한국어로|우리말로)? ?(?:(?:요약|정리|번역|설명|말)해|알려)",
];
const OF_ENGLISH =
  "(?:say|tell me) (?:that |it )?again|once more|one more time|again|pardon|come again|what|really|seriously|are you sure|(?:the |your )?(?:source|link)s?|where (?:is|does|did) (?:that|this|it) (?:come |you get )?from|who says(?: so)?|summari[sz]e(?: (?:it|that))?";
const MORE =
  "더|(?:좀 ?)?더 ?(?:자세히|알려|말해|설명해|있어|없어|보여)|(?:좀 ?)?(?:더 ?)?(?:자세히|자세하게|구체적으로|상세히) ?(?:좀 ?)?(?:알려|말해|설명해)?|또|또 ?(?:뭐|뭐가|다른 ?(?:거|건|게)) ?(?:있어|있나|없어)?|다른 ?(?:거|건|것은|내용은)(?: ?(?:있어|없어))?|그리고|그래서|그 ?다음은?|계속|이어서|more|tell me more|more details?|go on|continue|anything else|what else|and|so";
const POLITE = "(?: ?(?:줘|줘봐|주세요|주실래요|줄래|달라))?(?:요|여)?(?: please)?";
const whole = (forms: string) => new RegExp(`^(?:${forms})${POLITE}$`, "iu");

const WHOLE = { again: whole([...OF_KOREAN, OF_ENGLISH].join("|")), more: whole(MORE) };
/** Longer texts ask for something else. Characters. */
const LONGEST = 30;

/** What a message wants of the answer before, and of nothing else: to hear it once more, or more of its article. */
export function wantedOfAnswer(text: string): keyof typeof WHOLE | null {
  const bare = text
    .replace(/[^\p{L}\p{N}\s]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (bare.length > LONGEST) return null;
  return WHOLE.more.test(bare) ? "more" : WHOLE.again.test(bare) ? "again" : null;
}

/**
 * The answer before once more, with its sources and their dates; or what else of its article answers the same question, if anything
 * does. Null where nothing was answered before, or where the message asks for something.
 */
export function ofAnswerBefore(text: string, previous: Turn | null, from: Grounding): TriedReading | null {
  if (previous?.articleId === undefined) return null;
  const wanted = wantedOfAnswer(text);
  if (wanted === null) return null;
  const { articleId, understoodAs } = previous;
  const there = { ...from, articleId };
  if (wanted === "more") {
    const followUp = { ...followUpOf(text, previous), wantsMore: true };
    // When it was is known: what is told of it need not say.
    const more = answerReading(text, contentOf(previous, from.knowledge.lexicon), previous, there, followUp);
    if (more.answer.status === "answered")
      return { ...more, answer: { ...more.answer, understoodAs }, turn: { ...more.turn, understoodAs } };
  }
  const anywhere = answerReading(text, understoodAs, previous, from, null);
  const [first] = anywhere.answer.citations;
  return first === undefined || first.articleId === articleId
    ? anywhere
    : answerReading(text, understoodAs, previous, there, null);
}
