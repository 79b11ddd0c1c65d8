import { SAID } from "../../text/evidence.ts";
import { namesYear, type Time } from "../../text/times.ts";
import { namesYearAway } from "../../text/times-away.ts";
import type { AskedFor } from "../asked/asked-for.ts";
import { OF_OCCASION } from "../asked/occasions.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import type { Placed } from "./another-one.ts";

/** "2021~2023년", "2020년까지", "올해는 2019년보다": of more years than are written, or of another one. */
const OF_OTHERS_TOO =
  /(?:19|20)\d\d\s?(?:학?년도?)?\s?(?:[~∼–-]|부터|까지|이후|이전|이래)|(?:19|20)\d\d\s?년?(?:에|과|도)?\s?(?:비해|비하면|비교|대비|보다)|올해|지난해|작년|내년|이듬해|\b(?:since|until|from|before|after|between) (?:19|20)\d\d/iu;

const AMOUNTS: ReadonlySet<AskedFor> = new Set(["how-much", "how-many", "what"]);

/** "2026년 총회", "2026 세계 축제": the one of that year, whatever is asked of it. */
const OCCASION_OF_YEAR = new RegExp(String.raw`(?<!\d)(?:19|20)\d\d(?:년도?)?${OF_OCCASION}`, "u");

/**
 * Whether a sentence gives an amount of another year than the question names, or tells of the meeting of another year: it, a
 * heading or the title tells one, and nothing near tells the one that is asked for. Null where neither is asked for.
 */
export function createAnotherYear({
  text: question,
  query,
  wanted,
  askedFor,
  times,
}: ReadQuestion): ((sentence: Placed) => boolean) | null {
  const years = query.words.flatMap(({ preamble }, at) => (isYear(times[at]) && !preamble ? at : []));
  // Of a birth or an age the year is no matter of amounts; who says 재작년 asks for what was so then.
  const asksAmount = wanted !== null && !wanted.isAttribute && AMOUNTS.has(askedFor);
  const isCounted = years.some((at) => query.words[at]?.word.script !== "number") && AMOUNTS.has(askedFor);
  if (years.length === 0 || !(asksAmount || isCounted || OCCASION_OF_YEAR.test(question))) return null;
  return ({ text, headingPath, title, writtenOn, before, inReach }) => {
    if (years.some((at) => (inReach[at] ?? 0) >= SAID)) return false;
    const told = [text, headingPath.join("\n"), title].find((place) => namesYear(place));
    if (told !== undefined) return !OF_OTHERS_TOO.test(told);
    // "지난해", of an article that says when it was written; what follows such a sentence is of the same year.
    return (
      writtenOn !== null &&
      [text, ...before.map((other) => other.text)].some((sentence) => !namesYear(sentence) && namesYearAway(sentence))
    );
  };
}

function isYear(time: Time | null | undefined): boolean {
  return time !== null && time !== undefined && "year" in time && !("month" in time);
}
