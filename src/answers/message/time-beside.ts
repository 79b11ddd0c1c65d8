import type { Article } from "../../documents/article.ts";
import { type Amount, amountsIn, quantitiesIn } from "../../text/quantities.ts";
import { whatIsAskedFor } from "../asked/asked-for.ts";
import type { QuotableSentence } from "../sentences/quotable-sentences.ts";
import { hasAsked, type Turn } from "../talk/conversation.ts";
import { beginningOf } from "../talk/follow-up.ts";
import { answerReading, type Grounding, heardAfter, type TriedReading } from "./answer-reading.ts";
import { bareMessage } from "./bare-message.ts";
import { withNothingBefore } from "./nothing-before.ts";

const BEFORE =
  /^(?:그럼|그러면|그렇다면)?[\s,]*(?:(?:바로 ?)?(?:그|이) ?(?:바로 ?)?(?:이?전|직전)(?:에는|에도|에|엔|은)?|(?:이전|전|예전)(?:에는|엔|은)|(?:and )?before (?:that|then|this))(?: ?(?:누구|누가|얼마|몇)[가-힣% ]{0,8})?(?:요|어때요?)?$/iu;
const AFTER =
  /^(?:그럼|그러면|그렇다면)?[\s,]*(?:그 ?(?:다음|뒤|후|이후)(?:에는|에|엔)|이후(?:에는|엔)|(?:and )?(?:after|since) (?:that|then|this))(?: ?(?:누구|누가|얼마|몇)[가-힣% ]{0,8})?(?:요|어때요?)?$/iu;
/** What a sentence says of the time before its own, and of the one behind it. */
const TELLS_BEFORE =
  /이전|종전|기존|앞서|전임|직전|원래|당초|지난해|작년|(?:이|였|하|붙|받|내|맡)던|\b(?:previous(?:ly)?|former(?:ly)?|earlier|used to|until (?:then|last|(?:19|20)\d\d)|predecessor)\b/iu;
const TELLS_AFTER = /이후|후임|뒤이어|그 뒤|다음으로|\b(?:later|since then|successor|succeeded by)\b/iu;
/** "27.5%이던 세율을 15%로", "from 10 to 15%". */
const TELLS_BOTH =
  /\d[^\s]{0,10}(?:에서|이던|였던|하던)\s.{0,40}\d.{0,10}으?로(?![가-힣])|던 \d.{0,40}\d.{0,10}으?로(?![가-힣])|\bfrom\b.{0,30}\d.{0,30}\bto\b/iu;
const HOW = /어떻게|어떡|절차|방법|순서|과정|\b(?:how|steps?|procedure)\b/iu;
const LONGEST = 30;

/**
 * "그 전에는?" after an amount or who holds an office: what an older article, or a sentence of the time before, says of the same; "그
 * 다음에는?" what a newer one does. Which of several is the one right before nobody can tell, so it is never sure. Null where the
 * message asks for something else or the talk told no amount and nobody; where nothing was answered it is told so.
 */
export function ofTimeBeside(text: string, previous: Turn | null, from: Grounding): TriedReading | null {
  const bare = bareMessage(text);
  const isBefore = bare.length <= LONGEST && BEFORE.test(bare);
  if (!(isBefore || (bare.length <= LONGEST && AFTER.test(bare)))) return null;
  const heard = previous?.heard ?? [];
  if (!hasAsked(previous) || previous.articleId === undefined) return withNothingBefore(text, previous, from);
  const told = amountsToldIn(heard.join("\n"));
  if (!asksForWhatChanges(previous.understoodAs, heard.join("\n"))) return null;
  const here = from.knowledge.index.article(previous.articleId);
  const known = new Set(heard);
  // What was shown beside the best sentence may have told of the time before already.
  const best = previous.told?.at(-1)?.sentences[0];
  const counts = ({ text: said, hit }: QuotableSentence): boolean => {
    const order = here === null ? 0 : orderInTime(hit.article, here);
    const isOfThen = isBefore ? order < 0 : order > 0;
    // Where articles differ all of them were quoted.
    if (known.has(beginningOf(said))) {
      const isBeside = beginningOf(said) !== best && TELLS_BEFORE.test(said);
      return isOfThen || (isBefore && order === 0 && (isBeside || TELLS_BOTH.test(said)));
    }
    const amounts = amountsToldIn(said);
    if (amounts.length > 0 && amounts.every((amount) => told.some((one) => isSame(one, amount)))) return false;
    return isOfThen || (order === 0 && (isBefore ? TELLS_BEFORE : TELLS_AFTER).test(said));
  };
  const { understoodAs } = previous;
  const beside = answerReading(understoodAs, understoodAs, previous, from, {
    own: "",
    heard,
    wantsMore: false,
    counts,
  });
  const { answer, turn } = beside;
  if (answer.status !== "answered") return { ...beside, answer: { ...answer, status: "not-found" }, turn: previous };
  return {
    ...beside,
    answer: { ...answer, unsure: true },
    turn: { ...turn, heard: heardAfter(heard, answer.sentences) },
  };
}

/** After how something is done, "그 다음에는?" asks for the next step. */
function asksForWhatChanges(question: string, told: string): boolean {
  const asked = whatIsAskedFor(question);
  if (asked === "who" || asked === "how-much" || asked === "how-many") return true;
  const quantities = quantitiesIn(told);
  return asked === "what" && !HOW.test(question) && (quantities.has("percent") || quantities.has("money"));
}

function amountsToldIn(text: string): readonly Amount[] {
  return amountsIn(text).amounts;
}

function isSame(one: Amount, other: Amount): boolean {
  return one.value === other.value && one.unit === other.unit;
}

/** Below zero where the first was published earlier; 0 where one does not say when, or on one day. */
function orderInTime(one: Pick<Article, "publishedAt">, other: Pick<Article, "publishedAt">): number {
  if (one.publishedAt === null || other.publishedAt === null) return 0;
  const [first, second] = [one.publishedAt, other.publishedAt].map((at) => at.slice(0, "2025-01-01".length));
  return first === second ? 0 : Date.parse(one.publishedAt) - Date.parse(other.publishedAt);
}
