import type { Article } from "../../documents/article.ts";
import { onceEach } from "../../text/remembered.ts";
import { readWords } from "../../text/words.ts";
import { DONE_AGAIN, HELD_AGAIN, type Ordinal, ordinalsIn } from "../asked/ordinals.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import { type Placed, textOf } from "./another-one.ts";

/** "회담은 처음에 언제 열렸어?" asks of the first one. */
const ASKS_FIRST = new RegExp(
  String.raw`${DONE_AGAIN}[은는이가]?\s(?:[\p{L}\d]{1,20}\s)?(?:처음(?:에|으로)?\s?(?:언제|어디|누가)|(?:언제|어디서?|누가)\s?처음)`,
  "u",
);
/** What is numbered stands right behind: "두 번째 한국·노르웨이 해조류 회담". Words. */
const WORDS_BEHIND = 4;
/** As much as is looked at behind one. Characters. */
const BEHIND = 40;

/**
 * Whether sentences tell of the second meeting where the first one is asked about: what they number by a word of the question or by
 * what is held is never the one that is asked for. So are all of an article that numbers others only. Null where the question numbers
 * none.
 */
export function createAnotherOrdinal({
  text: question,
  query,
}: Pick<ReadQuestion, "text" | "query">): ((sentence: Pick<Placed, "text" | "article">) => boolean) | null {
  if (/몇\s?(?:번째|차|회)/u.test(question)) return null;
  const numbers = ordinalsIn(question).map(({ number }) => number);
  const asked = new Set(numbers.length === 0 && ASKS_FIRST.test(question) ? [1] : numbers);
  if (asked.size === 0) return null;
  const stems = new Set(query.words.flatMap(({ word }) => (word.script === "number" ? [] : word.stem)));
  const toldIn = (text: string) =>
    ordinalsIn(text).flatMap((ordinal) => (isOfSuch(ordinal, text, stems) ? ordinal.number : []));
  const isOfOthers = (told: readonly number[]) => told.length > 0 && !told.some((number) => asked.has(number));
  // The first of several need not be called so.
  const isFirst = asked.has(1);
  const tellsOthersOnly = onceEach((article: Article) => !isFirst && isOfOthers(toldIn(textOf(article))));
  return ({ text, article }) => isOfOthers(toldIn(text)) || tellsOthersOnly(article);
}

/** What stands behind it is held, or named by the question; or nothing does: "두 번째는 …". */
function isOfSuch({ to }: Ordinal, text: string, stems: ReadonlySet<string>): boolean {
  const behind = text.slice(to, to + BEHIND);
  if (/^(?:[은는이가도의]|에는|에서는?|에)[\s,]/u.test(behind)) return true;
  const words = readWords(behind).slice(0, WORDS_BEHIND);
  return words.some(({ stem }) => stems.has(stem) || HELD_AGAIN.test(stem));
}
