import type { Today } from "../text/calendar.ts";
import { evidenceFor, readEvidence, SAID } from "../text/evidence.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { allWrittenThen } from "./all-written-then.ts";
import type { Answer } from "./answer.ts";
import { compose, toReference } from "./compose.ts";
import { askedBesideNames, readingsOf, type Turn, topicOfTurn } from "./conversation.ts";
import { behindCourtesies, courtesyIn } from "./courtesy.ts";
import { decide, MOST_SENTENCES } from "./decide.ts";
import { explain, type Workings } from "./explain.ts";
import type { Explanation } from "./explanation.ts";
import { type Findings, findCandidates } from "./find-candidates.ts";
import { createJudge } from "./judge.ts";
import type { Knowledge } from "./knowledge.ts";
import { emptySectionsBeyond, type NamedSection, namedSections } from "./named-sections.ts";
import type { Candidate } from "./rank-sentences.ts";
import { SURE_FROM } from "./threshold.ts";
import { type AskedTogether, ownSubject, questionsIn, saysSecondToo } from "./two-questions.ts";
import { asksForAll } from "./whole-list.ts";

export { createDocuments, type Knowledge } from "./knowledge.ts";

const MOST_HITS = 10;
/** Sentences where a message asks two questions. */
const MOST_OF_TWO = 4;
const MOST_SUGGESTIONS = 3;
const MOST_WRITTEN_THEN = 5;

export interface Answered {
  readonly answer: Answer;
  /** Pass it to the next question of the same talk. */
  readonly turn: Turn;
}

/**
 * Answers one question from the sections, or says that they don't. Pure: the same index gives the same answer.
 * `articleId`: only this article's sections count, where it is given. `today`: "last year" is counted from it.
 */
export function answerQuestion(
  text: string,
  previous: Turn | null,
  knowledge: Knowledge,
  articleId: string | null = null,
  today: Today | null = null,
): Answered {
  const { answer, turn } = readMessage(text, previous, { knowledge, articleId, today }).taken;
  return { answer, turn };
}

/** The same answer, and why it is that one. */
export function explainQuestion(
  text: string,
  previous: Turn | null,
  knowledge: Knowledge,
  articleId: string | null = null,
  today: Today | null = null,
): Answered & { readonly explanation: Explanation } {
  const { tried, taken } = readMessage(text, previous, { knowledge, articleId, today });
  const readings = tried.map((each) => ({
    text: each.text,
    status: each.answer.status,
    confidence: each.answer.confidence,
    taken: each === taken,
  }));
  const { answer, turn, workings } = taken;
  return { answer, turn, explanation: { question: tidied(text), readings, ...explain(workings, answer.status) } };
}

/** What questions are answered from. */
interface Grounding {
  readonly knowledge: Knowledge;
  readonly articleId: string | null;
  readonly today: Today | null;
}

interface TriedReading extends Answered {
  readonly text: string;
  readonly workings: Workings;
}

interface Tried {
  readonly tried: readonly TriedReading[];
  readonly taken: TriedReading;
}

/**
 * The second question of a message is asked as one that goes on with the first. Where the first has no answer by itself the
 * message is read as one question; so it is where that has the surer answer. Two questions of one sentence are of one matter:
 * they are asked of the article that answers the sentence, and elsewhere only what is sure counts.
 */
function readMessage(text: string, previous: Turn | null, from: Grounding): Tried {
  const whole = tryReadings(text, previous, from);
  const asked = questionsIn(behindCourtesies(tidied(text)));
  if (asked === null || whole.taken.answer.courtesy) return whole;
  const about = whole.taken.answer.citations[0]?.articleId;
  const ask = (question: string, before: Turn | null): Tried => {
    const anywhere = () => tryReadings(question, before, from);
    if (!asked.inOneSentence || about === undefined) return anywhere();
    const there = tryReadings(question, before, { ...from, articleId: about });
    if (there.taken.answer.status === "answered") return there;
    const elsewhere = anywhere();
    return isSure(elsewhere) ? elsewhere : there;
  };
  const first = ask(asked.first, previous);
  if (shownOf(first.taken, whole.taken).length === 0) return whole;
  const second = ask(asked.second, first.taken.turn);
  if (asked.inOneSentence && about === undefined && !(isSure(first) && isSure(second))) return whole;
  const own = ownSubject(asked.first, asked.second, from.knowledge.lexicon);
  const isOfAnother = own !== null && !(second.taken.answer.status === "answered" && saysOf(own, second.taken));
  const taken = isOfAnother
    ? onlyFirst(whole.taken, first.taken, asked, from)
    : inOneAnswer(whole.taken, first.taken, second.taken, asked, from);
  return taken === whole.taken ? whole : { tried: [...whole.tried, ...first.tried, ...second.tried], taken };
}

function isSure({ taken: { answer } }: Tried): boolean {
  return answer.status === "answered" && !answer.unsure;
}

/** Whether what was chosen says a word of the question, or stands under a heading that does. */
function saysOf(stem: string, { workings: { question, verdict } }: TriedReading): boolean {
  const at = question.query.words.findIndex(({ word }) => word.stem === stem);
  const said = ({ inSentence, inHeading, inNeighbours }: Candidate) =>
    Math.max(inSentence[at] ?? 0, inHeading[at] ?? 0, inNeighbours[at] ?? 0) >= SAID;
  return at < 0 || verdict.chosen.some(said);
}

/** The first one's answer, which may say what the second asks too; the whole message's where it has none by itself. */
function onlyFirst(
  whole: TriedReading,
  first: TriedReading,
  asked: AskedTogether,
  { knowledge }: Grounding,
): TriedReading {
  if (first.answer.status !== "answered") return whole;
  const { question, hits } = whole.answer;
  const quoted = first.answer.sentences.map(({ text }) => text).join("\n");
  const leftOut = saysSecondToo(quoted, asked, knowledge.lexicon) ? {} : { onlyFirst: true };
  return { ...first, answer: { ...first.answer, question, hits, ...leftOut } };
}

/** What is shown of one of two questions. One that is not sure by itself is, where the whole message shows its best sentence. */
function shownOf({ answer, workings: { verdict } }: TriedReading, whole: TriedReading): readonly Candidate[] {
  if (answer.status === "answered") return verdict.chosen;
  if (answer.status === "empty-section" || answer.courtesy || verdict.best === null) return [];
  const best = placeOf(verdict.best.candidate);
  return whole.workings.verdict.chosen.filter((each) => placeOf(each) === best);
}

function inOneAnswer(
  whole: TriedReading,
  first: TriedReading,
  second: TriedReading,
  asked: AskedTogether,
  from: Grounding,
): TriedReading {
  const { hits } = whole.answer;
  const parts = [first, second];
  const shown = parts.map((part) => shownOf(part, whole));
  // A list is one answer.
  if (shown.some(({ length }) => length > MOST_SENTENCES)) return whole;
  if (shown[1]?.length === 0) {
    const isWholeSurer = whole.answer.status === "answered" && whole.answer.confidence >= first.answer.confidence;
    return isWholeSurer ? whole : onlyFirst(whole, first, asked, from);
  }
  const both = mostOf(shown, whole.workings.verdict.chosen);
  // A sentence is judged as a whole: what its parts leave to each other is missing from none.
  const judged = asked.inOneSentence && whole.answer.status === "answered" ? [whole] : parts;
  const confidence = Math.min(...judged.map(surenessOf));
  return {
    ...first,
    turn: second.turn,
    answer: {
      ...first.answer,
      question: whole.answer.question,
      hits,
      ...compose(both, both, false),
      status: "answered",
      suggestions: [],
      understoodAs: parts.map(({ answer }) => answer.understoodAs).join(" "),
      correctedWords: [...new Set(parts.flatMap(({ answer }) => answer.correctedWords))],
      inSeveralPlaces: false,
      differ: false,
      unsure: confidence < SURE_FROM,
      confidence,
    },
  };
}

/** Of each question its best sentence, then what the message as a whole finds beside them, then more of each. */
function mostOf(shown: readonly (readonly Candidate[])[], ofWhole: readonly Candidate[]): Candidate[] {
  const sections = new Set(shown.flat().map(({ hit }) => hit.section.id));
  const inOrder = [
    ...shown.flatMap((of) => of.slice(0, 1)),
    ...ofWhole.filter(({ hit }) => sections.has(hit.section.id)),
    ...shown.flatMap((of) => of.slice(1)),
  ];
  const once = new Map(inOrder.map((each) => [placeOf(each), each]));
  return [...once.values()].slice(0, MOST_OF_TWO);
}

/** How sure its best sentence is, whether it was answered with or not. */
function surenessOf({ answer, workings: { verdict } }: TriedReading): number {
  return answer.status === "answered" ? answer.confidence : (verdict.best?.confidence ?? 0);
}

function placeOf({ hit, footnote, place }: Candidate): string {
  return JSON.stringify([hit.section.id, footnote, place]);
}

function tryReadings(text: string, previous: Turn | null, from: Grounding): Tried {
  const { lexicon } = from.knowledge;
  const tried: TriedReading[] = [];
  let best: TriedReading | null = null;
  let own: string | null = null;
  for (const reading of readingsOf(behindCourtesies(tidied(text)), previous, lexicon)) {
    if (best !== null && !reading.isRival && own === null) break;
    const answered = answerReading(text, reading.text, previous, from);
    tried.push(answered);
    if (answered.answer.status === "not-found" || !speaksOf(reading.inSpiritOf, answered.answer, lexicon)) continue;
    const counts =
      best === null ||
      (isSurer(answered.answer, best.answer) &&
        (own === null || !speaksOf(own, best.answer, lexicon) || isQuoted(answered.answer, best.answer)));
    if (counts) best = answered;
    own = reading.own;
  }
  // Who asks of nothing but a time asks of no topic before.
  const listed = tried.find(({ answer }) => answer.writtenThen !== undefined);
  if (listed !== undefined) return { tried, taken: listed };
  const taken = best ?? tried[0] ?? answerReading(text, tidied(text), previous, from);
  return { tried, taken };
}

/** As a keyboard types it: composed syllables, plain digits, nothing that is not seen. */
function tidied(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[０-９]/g, (digit) => digit.normalize("NFKC"))
    .replace(/\s+/g, " ")
    .trim();
}

/** A section that is merely empty outdoes no answer. */
function isSurer(rival: Answer, best: Answer): boolean {
  return rival.status === "answered" && rival.confidence > best.confidence;
}

/** Where one sentence answers with the topic and without it, the topic only brings more that was not asked. */
function isQuoted({ sentences: [first] }: Answer, { sentences, unsure = false }: Answer): boolean {
  return unsure && sentences.some(({ text }) => text === first?.text);
}

/** Whether an answer says something of what a question asks beside its names; so does every answer where there is no question. */
function speaksOf(question: string | null, { citations }: Answer, lexicon: Lexicon): boolean {
  if (question === null) return true;
  const words = askedBesideNames(question, lexicon);
  const said = readEvidence(
    citations.map(({ quote, headingPath }) => [quote, ...headingPath].join("\n")).join("\n"),
    lexicon,
  );
  return words.length === 0 || words.some(({ word, concept }) => evidenceFor(word, concept, said) >= SAID);
}

/** The sections that the question names: of those found, and empty ones beyond. */
function sectionsNamed({ question, found, hits }: Findings, lexicon: Lexicon): NamedSection[] {
  const asked = readEvidence(question.text, lexicon);
  const near = namedSections(asked, hits.slice(0, MOST_HITS), lexicon);
  const known = new Set(near.map(({ hit }) => hit.section.id));
  const further = found.withoutText.filter(({ section }) => !known.has(section.id));
  return [...near, ...emptySectionsBeyond(asked, question.query.words, further, found.rarity, lexicon)];
}

function answerReading(
  text: string,
  reading: string,
  previous: Turn | null,
  { knowledge, articleId, today }: Grounding,
): TriedReading {
  const { lexicon } = knowledge;
  const findings = findCandidates(reading, knowledge, articleId, today);
  const { question, found, corrected, hits, candidates } = findings;
  const named = sectionsNamed(findings, lexicon);
  const judge = createJudge(findings.grounds);
  const threshold = knowledge.threshold();
  const isListAsked = asksForAll(question.text, question.askedFor);

  const verdict = decide({
    question,
    candidates,
    named,
    rarity: found.rarity,
    lexicon,
    judge,
    threshold: threshold.confidence,
    isListAsked,
  });
  const courtesy = courtesyIn(tidied(text));
  const allThen =
    courtesy === null && articleId === null ? allWrittenThen(question, knowledge.index, MOST_WRITTEN_THEN) : null;
  const isListed = allThen !== null && allThen.count > 0;
  // Where nothing is asked, whatever holds the word "help" answers nothing; nor does one sentence tell of a week.
  const isOfNone = courtesy !== null || isListed;
  const chosen = isOfNone ? [] : verdict.chosen;
  const emptySection = isOfNone ? null : verdict.emptySection;
  const { sentences, citations, quotedLists } = compose(chosen, candidates, isListAsked);
  // What is of another time is not near.
  const near = allThen === null ? hits.slice(0, MOST_SUGGESTIONS) : allThen.newest;
  const suggestions = emptySection
    ? [emptySection, ...near.filter((hit) => hit !== emptySection)].slice(0, MOST_SUGGESTIONS)
    : near;
  const main = chosen[0]?.hit ?? emptySection;
  return {
    text: reading,
    workings: { ...findings, verdict, judge, threshold },
    answer: {
      question: text,
      understoodAs: question.text,
      correctedWords: corrected,
      courtesy,
      status: sentences.length > 0 ? "answered" : emptySection ? "empty-section" : "not-found",
      sentences,
      citations,
      quotedLists,
      hits: hits.slice(0, MOST_HITS).map(toReference),
      suggestions: sentences.length > 0 ? [] : suggestions.map(toReference),
      ...(isListed ? { writtenThen: allThen.count } : {}),
      inSeveralPlaces: verdict.inSeveralPlaces && !isOfNone,
      differ: verdict.differ && !isOfNone,
      unsure: sentences.length > 0 && verdict.confidence < SURE_FROM,
      confidence: verdict.confidence,
    },
    // After thanks the talk goes on where it was.
    turn:
      courtesy !== null && previous !== null
        ? previous
        : {
            understoodAs: question.text,
            // A question without an answer does not end the talk.
            topic: main
              ? topicOfTurn(
                  question,
                  { heading: main.section.headingPath.at(-1) ?? "", title: main.article.title },
                  lexicon,
                )
              : (previous?.topic ?? ""),
          },
  };
}
