import type { Article } from "../../documents/article.ts";
import { onceEach } from "../../text/remembered.ts";
import { readWords } from "../../text/words.ts";
import { type NumberedName, numberedNames, withoutRepeats } from "../asked/numbered-names.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import { type Placed, textOf } from "./another-one.ts";

/** What is told of one of these is told of no other: 2차, 3단계, 9급, 1호선. */
const SERIES = /^(?:차|단계|급|등급|호선|호기|호점|학기|분기|공구|구역)$/u;
/** Whoever speaks of one of these says which: what tells of none speaks of something else. */
const ALWAYS_TOLD = /^(?:차|단계|급|호선|호기|공구|구역)$/u;
/** The first ones are also told in words. */
const IN_WORDS = [/첫|처음/u, /두\s?번째|둘째/u, /세\s?번째|셋째/u, /네\s?번째|넷째/u];
/** Behind a number, as much as is read with it. Characters. */
const BEHIND = 12;

/**
 * Whether sentences stand in an article that numbers a series and never tells of the one the question names, such as of a 3차 where it
 * tells of a 1차 and a 2차: whatever it says is of those. Null where the question names none.
 */
export function createAnotherOfSeries({ text, query }: ReadQuestion): ((sentence: Placed) => boolean) | null {
  const told = new Set(query.words.filter(({ preamble }) => preamble).map(({ word }) => word.stem));
  // "2차에서 몇 차로 늘었나?" asks for the other one.
  const asked = withoutRepeats(numberedNames(readWords(text))).filter(
    ({ number, label }) => SERIES.test(label) && !told.has(number) && !new RegExp(`몇\\s?${label}`, "u").test(text),
  );
  if (asked.length === 0) return null;
  const isOfAnother = onceEach((article: Article) => {
    const whole = textOf(article);
    return asked.some((name) => tellsOthersOnly(whole, name));
  });
  return ({ article }) => isOfAnother(article);
}

function tellsOthersOnly(text: string, { number, label }: NumberedName): boolean {
  if (new RegExp(`(?<![\\d.])0{0,3}${number}\\s?${label}`, "u").test(text)) return false;
  if (IN_WORDS[Number(number) - 1]?.test(text) === true) return false;
  // "2급 이상": of a 1급, too.
  if (new RegExp(`\\d\\s?${label}\\s?(?:이상|이하|초과|미만|부터|까지)`, "u").test(text)) return false;
  const told = new RegExp(`(?<![\\d.])(?:\\d{1,4}\\s?[~∼–,·-]\\s?)?\\d{1,4}${label}(?:.{0,${BEHIND}}\\s)?`, "gu");
  const places = new Set([...text.matchAll(told)].map(([place]) => place));
  const names = [...places].flatMap((place) => numberedNames(readWords(place)));
  const numbers = new Set(names.filter((name) => name.label === label).map((name) => name.number));
  return numbers.size > 0 ? !numbers.has(number) : ALWAYS_TOLD.test(label);
}
