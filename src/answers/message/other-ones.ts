import { readSection } from "../../search/section-reading.ts";
import { readEvidence } from "../../text/evidence.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { readWords } from "../../text/words.ts";
import type { QuotableSentence } from "../sentences/quotable-sentences.ts";
import { formIn, hasAsked, type Turn } from "../talk/conversation.ts";
import { answerReading, type Grounding, heardAfter, type TriedReading } from "./answer-reading.ts";
import { bareMessage } from "./bare-message.ts";
import { withNothingBefore } from "./nothing-before.ts";

/** "다른 나라는?", "그럼 나머지 국가들은 어때?", "그거 말고 다른 나라는?", "what about other countries?" */
const ASKS_FOR_OTHERS = new RegExp(
  [
    "^(?:(?:그럼|그러면|그런데|근데|그리고|아니|또|(?:그 ?)?[\\p{L}]{1,12} ?(?:말고는?|빼고는?|외에는?))[ ,]*)*(?:다른|딴|나머지|그 ?(?:외|밖의?)) ?",
    "(?:(?<country>나라|국가)|(?<city>도시|지역)|(?<people>사람|인물)|(?<organi>기구|기관|단체)|(?<compan>회사|기업|업체))들?",
    "(?:은|는|이|가|도|에서는|한테는|의 경우(?:는|에는)?)? ?(?:요|어때요?|어떤가요?|어떻게 ?[가-힣]{0,4}|얼마[가-힣]{0,4}|몇 ?(?:%|퍼센트)[가-힣]{0,3}|뭐래요?)?$",
    "|^(?:(?:and|so|what about|how about) )*(?:(?:the|any) )?other (?:(?<countries>countries|nations)|(?<cities>cities|regions)|(?<persons>people)|(?<bodies>organi[sz]ations|agencies)|(?<companies>companies|firms))$",
  ].join(""),
  "iu",
);
/** By the name of the group above: the heading of the operator's list that names of this kind stand under. */
const KINDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/countr/i, ["country", "countries"]],
  [/cit|region/i, ["city", "cities"]],
  [/people/i, ["people", "persons"]],
  [/organi[sz]ation/i, ["organi", "bodies"]],
  [/compan/i, ["compan", "companies"]],
];
const LONGEST = 40;
/** What a name leaves behind where it is taken out of a question; in English before. */
const BEFORE_NAME = /\b(?:on|of|for|from|to|in|at|by|with|against)\s(?:the\s)?$/iu;
const BEHIND_NAME = /^['’]s(?=\s|$)|^(?:산|발)?(?:에서는|에게는|한테는|은|는|이|가|의|도|을|를|에|과|와)?(?=\s|$)/u;

/**
 * The question before of others of its kind: after one about Japan "다른 나라는?" is told what is said of any country that the talk has
 * not named. Null where the message asks for something else, or the talk named none of that kind; where nothing was asked it is told so.
 */
export function ofOtherOnes(text: string, previous: Turn | null, from: Grounding): TriedReading | null {
  const kind = kindAskedFor(text);
  if (kind === null) return !hasAsked(previous) && isAside(text) ? withNothingBefore(text, previous, from) : null;
  if (!hasAsked(previous)) return withNothingBefore(text, previous, from);
  const { lexicon } = from.knowledge;
  const ofKind = (concepts: Iterable<string>) => [...concepts].filter((concept) => kind.test(lexicon.kindOf(concept)));
  const asked = ofKind(namedIn(previous.understoodAs, lexicon));
  const inTopic = ofKind(namedIn(previous.topic, lexicon));
  const heard = previous.heard ?? [];
  const told = ofKind(heard.flatMap((said) => namedIn(said, lexicon)));
  // Who asks so again names none any more.
  const about = asked.findLast((concept) => inTopic.includes(concept)) ?? asked[0] ?? inTopic[0] ?? told.at(-1);
  if (about === undefined) return null;
  const known = new Set([about, ...asked, ...inTopic, ...told]);
  const namesAnother = (concepts: Iterable<string>) => ofKind(concepts).some((concept) => !known.has(concept));
  const counts = ({ evidence, hit }: QuotableSentence) => {
    if (ofKind(evidence.concepts).length > 0) return namesAnother(evidence.concepts);
    const { concepts } = readSection(hit.article, hit.section, lexicon).headingEvidence;
    return !concepts.has(about) && namesAnother(concepts);
  };
  const reading = withoutName(previous.understoodAs, about, lexicon);
  const other = answerReading(reading, reading, previous, from, { own: "", heard, wantsMore: true, counts });
  const { sentences } = other.answer;
  const turn = sentences.length > 0 ? { ...other.turn, heard: heardAfter(heard, sentences) } : previous;
  return { ...other, turn };
}

/** "다른 방법은?", "다른 데는 없어?": beside one that was told. */
const ASIDE =
  /^(?:(?:그럼|그러면|혹시|또)[ ,]*)?(?:다른|딴|나머지) ?[가-힣]{1,3}(?:은|는|도|이|가)(?: ?(?:요|없어|없나|없니|있어|있나|있니|뭐야|뭐가 ?있어|어때)요?)?$|^(?:any |what )?other (?:ways?|options?|methods?|ones?|places?)$/iu;

function isAside(text: string): boolean {
  const bare = bareMessage(text);
  return bare.length <= LONGEST && ASIDE.test(bare);
}

function kindAskedFor(text: string): RegExp | null {
  const bare = bareMessage(text);
  const groups = bare.length > LONGEST ? undefined : ASKS_FOR_OTHERS.exec(bare)?.groups;
  if (groups === undefined) return null;
  return KINDS.find(([, names]) => names.some((name) => groups[name] !== undefined))?.[0] ?? null;
}

function namedIn(text: string, lexicon: Lexicon): string[] {
  return text === "" ? [] : [...readEvidence(text, lexicon).concepts];
}

function withoutName(question: string, concept: string, lexicon: Lexicon): string {
  const form = lexicon.mentions(readWords(question)).some((mention) => mention.concept === concept)
    ? formIn(question, concept, lexicon)
    : null;
  if (form === null) return question;
  const at = question.indexOf(form);
  const before = question.slice(0, at).replace(BEFORE_NAME, "");
  const behind = question.slice(at + form.length).replace(BEHIND_NAME, "");
  const rest = `${before}${behind}`.replace(/\s+/g, " ").trim();
  return rest === "" || rest === "?" ? question : rest;
}
