import { NOUN } from "../../search/query.ts";
import { SAID } from "../../text/evidence.ts";
import { whatIsAskedFor } from "../asked/asked-for.ts";
import { enumerates, whatIsWanted } from "../asked/wanted.ts";
import { hasAsked, type Turn, withoutConnective } from "../talk/conversation.ts";
import type { Grounding } from "./answer-reading.ts";
import { bareMessage } from "./bare-message.ts";
import { toldAgain } from "./told-again.ts";
import type { Tried } from "./try-readings.ts";

const ASKS_HOW_MANY =
  /^(?:(?:그게|그거|그럼|다|모두|총|전부|다 ?해서|합쳐서?|합하면) ?)*몇 ?(?:개|명|곳|군데|나라|개국|도시|가지|사람|분|마리|채|대|종류|지역|회사|기관)(?:이나|이|나)? ?(?:야|지|예요|이에요|인데|인가요?|냐|니|있어|있는데|돼|되는데)?(?:요)?$|^how many(?: (?:are (?:there|they)|of them|is that))?(?: (?:in all|in total|altogether))?$/iu;

/** Two sentences may answer without being a list. */
const LEAST_OF_LIST = 3;

/**
 * To "몇 곳이야?" the sentence that was told, where it states that count itself; and where it names several, which the reader may count,
 * unless something else surely does.
 */
export function orCountTold(text: string, previous: Turn | null, found: Tried, from: Grounding): Tried {
  const bare = bareMessage(withoutConnective(text));
  if (!hasAsked(previous) || !ASKS_HOW_MANY.test(bare)) return found;
  const sentences = previous.told?.at(-1)?.sentences ?? [];
  const [best] = sentences;
  if (best === undefined) return found;
  const statesCount = whatIsWanted(bare, whatIsAskedFor(bare))?.statedBy(best) === 1;
  const { answer, workings } = found.taken;
  const [first] = workings.verdict.chosen;
  // What is counted ends what was asked before: another count beside it is of something else.
  const head = workings.question.query.words.findLastIndex(({ weight }) => weight >= NOUN);
  const isOfHead = first?.statesWanted === 1 && (first.inSentence[head] ?? 0) >= SAID;
  const isElsewhere = answer.status === "answered" && !answer.unsure && isOfHead;
  if (!statesCount && (isElsewhere || !(enumerates(best) || sentences.length >= LEAST_OF_LIST))) return found;
  const again = toldAgain(text, previous, from);
  if (again === null) return found;
  const taken = { ...again, answer: { ...again.answer, hits: answer.hits, unsure: !statesCount } };
  return { tried: [...found.tried, taken], taken };
}
