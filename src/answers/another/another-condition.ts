import { SAID } from "../../text/evidence.ts";
import { statementOf } from "../../text/statement.ts";
import { readWords } from "../../text/words.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import type { Placed } from "./another-one.ts";

/** "without a permit", "don't have a valid ticket"; 허가 없이, 표가 없으면. */
const LACKED =
  /\b(?:without|(?:have|has|with) no|(?:do|does|did)(?:n't| not) have)\s(?:(?:an?|the|any|my|valid)\s){0,2}(?<english>[a-z]{3,40})|(?<korean>[가-힣]{1,20})\s?없(?:이|으면|을\s?때|는데|이도)/giu;
/** What tells that something is lacking, or what comes of it. */
const TELLS_LACK =
  /\b(?:without|no|not|nor|unless|lack\p{L}*|missing|fail\p{L}*|cannot|un(?:licensed|registered|permitted|authori[sz]ed|insured|paid))\b|n['’]t\b|없[이으는을어거]|[않못]|무(?:허가|면허|단|자격|임승차)|미(?:신고|등록|제출|소지|납|가입|이수)/iu;

/**
 * Whether a sentence gives an amount of something else than of being without what the question says is lacking: what a permit costs is
 * no price of parking without one. Null where no amount is asked for, or nothing is lacking.
 */
export function createAnotherCondition({
  text,
  query,
  askedFor,
}: ReadQuestion): ((sentence: Placed) => boolean) | null {
  if (askedFor !== "how-much") return null;
  const lacked = new Set(
    [...text.matchAll(LACKED)].flatMap(({ groups }) =>
      readWords(groups?.["english"] ?? groups?.["korean"] ?? "").map(({ stem }) => stem),
    ),
  );
  const asked = query.words.flatMap(({ word }, at) => (lacked.has(word.stem) ? at : []));
  if (asked.length === 0) return null;
  return ({ text: sentence, headingPath, inReach }) =>
    !TELLS_LACK.test(statementOf(`${sentence}\n${headingPath.join("\n")}`)) ||
    asked.every((at) => (inReach[at] ?? 0) < SAID);
}
