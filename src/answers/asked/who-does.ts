import { englishClassOf } from "../../search/english-words.ts";
import { latinRoot } from "../../text/roots.ts";

/** "who runs the club"; not "who can", "who is", nor "who gets", which is said in many ways. */
const WHO_DOES = /\bwho (?:also |first |usually |normally )?(?<verb>[a-z]{3,30})\b/iu;
const NAME = /(?<first>\b\p{Lu}[\p{L}'’-]+) (?:\p{Lu}\. |(?:van|von|de|al|bin) )?(?<last>\p{Lu}[\p{L}'’-]+)/gu;
/** Names of places end so. */
const PLACE =
  /^(?:Library|Hall|House|Street|Road|Lane|Square|Avenue|Park|Garden|Gardens|Centre|Center|School|College|University|Station|Bridge|Bay|Island|Islands|Market|Court|Room|Building|Tower|Hospital|Museum|Hill|Green|Club|Day|January|February|March|April|May|June|July|August|September|October|November|December)$/u;
/** Whoever acts for others. */
const ROLE =
  /\b(?:staff|team|wardens?|officers?|officials?|managers?|directors?|heads?|chair(?:man|woman|person)?|presidents?|ministers?|ministry|secretar(?:y|ies)|ambassadors?|council(?:lors?)?|committee|commission|board|department|government|agency|office|police|court|judge|company|firm|contractors?|volunteers?|teachers?|trainers?|tutors?|librarians?|mayor|general|colleagues?|we)\b/iu;
/** Who leads or does something does what is asked, however that is called. */
const LED_BY =
  /\b(?:led|run|managed|headed|chaired|organi[sz]ed|staffed|overseen|supervised|provided|handled|done|carried out|looked after) by (?!\d)\p{L}/iu;

/** "swept by the harbour staff": no form of the verb need be known. */
const BY_SOMEBODY = new RegExp(String.raw`\bby (?:[\p{L}'’]{1,20} ){0,3}?${ROLE.source}`, "iu");

/** How far a sentence tells it that names somebody and says nothing of the deed. */
const SOMEBODY = 0.8;

/**
 * How far a sentence tells, 0..1, who does what an English question asks: it says the deed, or names somebody. Null for any other
 * question.
 */
export function whoDoes(question: string): ((sentence: string) => number) | null {
  const verb = WHO_DOES.exec(question)?.groups?.["verb"]?.toLowerCase();
  const kind = verb === undefined ? "function" : englishClassOf(verb);
  if (verb === undefined || kind === "function" || kind === "light") return null;
  const root = latinRoot(verb);
  // Of carries the root is carri, which does not begin carry.
  const deed = new RegExp(
    String.raw`\b${verb.startsWith(root) && !root.endsWith("i") ? root : root.slice(0, -1)}`,
    "iu",
  );
  const told = [deed, LED_BY, BY_SOMEBODY];
  return (sentence) => {
    if (told.some((pattern) => pattern.test(sentence))) return 1;
    return ROLE.test(sentence) || namesSomebody(sentence) ? SOMEBODY : 0;
  };
}

function namesSomebody(sentence: string): boolean {
  return [...sentence.matchAll(NAME)].some(({ groups }) => !PLACE.test(groups?.["last"] ?? ""));
}
