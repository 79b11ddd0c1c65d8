import { conceptsByWord, namedTogether } from "../text/concepts-named.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { Related, Synonyms } from "../text/synonyms.ts";
import { conceptTerm, termsOfWord } from "../text/terms.ts";
import { classOf } from "../text/verbal.ts";
import { readWords, type Word } from "../text/words.ts";
import { englishClassOf, standsBeforeVerb } from "./english-words.ts";
import { learnedWeight } from "./mark-weights.ts";
import { ENGLISH_VERB_WEIGHT, isAttribute, isOnlyDoing, isQuestionWord, weightOf } from "./question-words.ts";
import { splitSpoken, splitUnspaced } from "./split-unspaced.ts";
import { endsWhatIsTold, toldAround } from "./told-around.ts";
import { marksOf, pullOf } from "./word-pull.ts";

/** One word of a question that says what is asked about. */
export interface QueryWord {
  readonly word: Word;
  /** 1 for a word that names something, less for words that questions are made of. */
  readonly weight: number;
  /** How strongly it draws sections that hold it; about 1 for a noun. It orders sections and judges nothing. */
  readonly pull: number;
  /** What `pull` is made of beside the weight. */
  readonly marks: readonly string[];
  /** A noun made a verb, such as 취임했나: what happened. */
  readonly event: boolean;
  /** It asks for what somebody or something has, such as an age. */
  readonly attribute: boolean;
  /** It stands in what comes before the question itself: "저는 딸을 키우는데, ". */
  readonly preamble: boolean;
  /** What the lexicon knows it as, or null. */
  readonly concept: string | null;
  readonly terms: readonly string[];
  /** Other words that may say the same. */
  readonly related: Related;
}

export interface SectionQuery {
  readonly words: readonly QueryWord[];
  /** Weight by term. */
  readonly terms: ReadonlyMap<string, number>;
}

/** Words below this weight do not say what a question is about. */
export const SAYS_WHAT = 0.5;
/** What a noun weighs; verbs weigh less. */
export const NOUN = 1;

/** Endings that make a question of a verb: what is left is the verb. */
const QUESTION_ENDING =
  /(?:하러|이었나요|였나요|했나요|됐나요|되었나요|인가요|한가요|은가요|는가요|던가요|나요|을까요|ㄹ까요|까요|습니까|습니까|ㅂ니까|는지요|은지요|인지|는지|은지|는가|은가|던가|인가|(?<!머)니|냐|래요|래|대요|대|네요|는데요|는데|은데|죠|지요|어요|아요|에요|예요|이에요|이야|세요|라고요|라며|라고|다고|다며|다면서|을까|니까|(?<=[가-힣]{2})때)$/;
const SHORTEST_STEM = 2;
const LEAST_NAME_WEIGHT = 0.3;
const MOST_WORDS = 40;

/** Weight of a concept's own term beside the terms of the word that named it. */
export const CONCEPT_WEIGHT = 0.8;
export const NAMED_WORD_WEIGHT = 0.7;
const RELATED_WEIGHT = 0.3;
/** What says nothing about the subject still parts sections that hold all else. */
const LEAST_TERM_WEIGHT = 0.02;

/** Question words dropped, endings stripped, aliases found. A question of nothing but question words keeps them all. */
export function readQuery(question: string, lexicon: Lexicon): SectionQuery {
  const all = wordsAsWritten(question, lexicon);
  const lastSaying = all.findLastIndex((word) => !isQuestionWord(word));
  const asks = (word: Word, at: number) =>
    (isQuestionWord(word) && !isOfNext(word, all[at + 1])) || (at === lastSaying && isOnlyDoing(word, all[at - 1]));
  const words = withoutRepeats(all.filter((word, at) => !asks(word, at) || isUnit(word, all[at - 1])));
  const kept = (words.length > 0 ? words : all.slice(0, MOST_WORDS)).map(withoutQuestionEnding);
  const conceptAt = new Map([...conceptsByWord(kept, lexicon), ...conceptsOverDropped(all, words, lexicon)]);
  const togetherAt = namedTogether(kept, lexicon);
  const { asksFrom, asksTo } = toldAround(question);
  // Mostly nothing stands on either side.
  const countOf = (told: string) => wordsAsWritten(told, lexicon).length;
  const askedTo = all.length - countOf(question.slice(asksTo));
  const preamble = preambleOf(all, words, countOf(question.slice(0, asksFrom)), askedTo);
  const englishVerbs = new Set(all.filter((word, at) => isEnglishVerb(word, all[at - 1], all[at - 2])));
  const asksBefore = words.length < all.length && all.at(-1) === words.at(-1);
  const askedOf = ASKED_OF.map((pattern) => pattern.exec(question)?.groups?.["asked"]);
  const queryWords = kept.map((word, i): QueryWord => {
    const written = words[i] ?? word;
    const endsQuestion = asksBefore && i === kept.length - 1;
    // What the lexicon knows by name is no verb, whatever it ends with.
    const next = all[all.indexOf(written) + 1];
    const weight = conceptAt.has(i)
      ? Math.max(weightOf(written, undefined, false), LEAST_NAME_WEIGHT)
      : Math.min(weightOf(written, next, endsQuestion), englishVerbs.has(written) ? ENGLISH_VERB_WEIGHT : 1);
    const marks = marksOf(words.length > 0 ? words : kept, i, next, endsQuestion);
    return {
      word,
      weight,
      pull: pullOf(weight, marks, learnedWeight),
      marks,
      event: isEvent(written, next, endsQuestion),
      attribute: isAttribute(word) || askedOf.includes(word.stem),
      preamble: preamble.has(written),
      concept: conceptAt.get(i) ?? null,
      terms: termsOfWord(word),
      related: { ...relatedTo(word, conceptAt.has(i), lexicon), together: togetherAt.get(i) ?? [] },
    };
  });
  return { words: queryWords, terms: weighTerms(queryWords) };
}

/** By place among the words kept, what is named with one between them that is not: Secretary of State. */
function conceptsOverDropped(
  all: readonly Word[],
  words: readonly Word[],
  lexicon: Lexicon,
): readonly (readonly [number, string])[] {
  return lexicon.mentions(all).flatMap(({ from, length, concept }) => {
    const places = all.slice(from, from + length).map((word) => words.indexOf(word));
    return places.includes(-1) ? places.flatMap((at) => (at < 0 ? [] : [[at, concept] as const])) : [];
  });
}

function wordsAsWritten(text: string, lexicon: Lexicon): Word[] {
  return readWords(text)
    .flatMap(splitCounter)
    .flatMap(splitSpoken)
    .flatMap((word) => splitCondition(word, lexicon))
    .flatMap((word) => splitHanja(word, lexicon) ?? splitUnspaced(word, lexicon));
}

/** "대만 정리" asks to put in order, and "거래?" what is said; not "정리 해고" and "거래 정지". */
const ASKS_AT_THE_END = /^(?:거래|정리|설명|요약)$/u;

function isOfNext({ text }: Word, next: Word | undefined): boolean {
  return ASKS_AT_THE_END.test(text) && next !== undefined && next.script === "hangul" && !isQuestionWord(next);
}

/** "심사위원은 누구야?": who it is nobody tells who says nothing of one. */
const ROLE_ASKED =
  /\s(?<asked>[가-힣]{1,8}(?:위원|(?<!운동|주차|매|공연|강연|행사|경기|극|현|공|광|시험|회의|예식|수영|축구|체육|전시|입)장|감독|대표|담당자?|책임자|사회자|강사|심판|교사|대사|특사|작가|의사|간사|총무))(?:은|는|이|가)?\s*(?:누구(?!나|든)|누군|누가\s?(?:되|돼|맡))/u;

/** "누가 임명해?": who does it nobody tells who says nothing of doing it. */
const DEED_ASKED = /누가\s(?<asked>[가-힣]{2})(?:하|했|해|한|합)/u;

/** "어민들은 뭐래?": what is said by others is not what they say. */
const SPEAKER_ASKED =
  /(?<asked>[가-힣]{2,10}?)(?:들)?(?:은|는|이|가)\s(?:[가-힣]{1,10}\s){0,3}?(?:뭐라고|뭐라\s|뭐래|뭐랬|무슨\s말|어떻게\s(?:반응|생각|나왔))/u;

/** What none of them can do without. */
const ASKED_OF = [ROLE_ASKED, DEED_ASKED, SPEAKER_ASKED];

/** The m of 59m², which otherwise is what is left of "I'm". */
function isUnit({ script, glued }: Word, before: Word | undefined): boolean {
  return script === "latin" && glued && before?.script === "number";
}

/** By its place. */
function isEnglishVerb({ script, capitals }: Word, before: Word | undefined, beforeThat: Word | undefined): boolean {
  return script === "latin" && !capitals && standsBeforeVerb(before?.text, beforeThat?.text);
}

function isEvent(word: Word, next: Word | undefined, endsQuestion: boolean): boolean {
  if (word.script === "latin") return ENGLISH_EVENT.test(word.text) && englishClassOf(word.text) !== "light";
  return classOf(word, next, endsQuestion) === "verbal-noun";
}

/** When was it finished, built, opened? */
const ENGLISH_EVENT = /.{3}ed$|^(?:built|begun|sold|bought|won|lost|founded|held|sent|cut|become|born|sworn|taken)$/;

/** "안 내면": written texts say "내지 않으면". */
const NEGATION = /^(?:안|못)$/u;
const NEGATED: ReturnType<Synonyms> = {
  nouns: [],
  verbs: ["지않", "지못", "지아니"].map((lead) => ({ lead, next: "" })),
};

/** "점심값": what it costs stands beside 점심. */
const PRICE_OF = /^(?<priced>[가-힣]{2,})(?:값|가격|요금|비용|비|료)$/u;
/** "당선자": who did it or had it done; the sentence that says who tells of 당선. */
const WHO_DID = /^(?<deed>[가-힣]{2})자$/u;

function relatedTo(word: Word, isName: boolean, lexicon: Lexicon): ReturnType<Synonyms> {
  if (NEGATION.test(word.text)) return NEGATED;
  const { nouns, verbs } = lexicon.relatedTo(word, isName);
  const meant = PRICE_OF.exec(word.stem)?.groups?.["priced"] ?? WHO_DID.exec(word.stem)?.groups?.["deed"];
  return { nouns: meant === undefined ? nouns : [...nouns, meant], verbs };
}

/** The same question with other weights of marks, to fit them. */
export function withPull(query: SectionQuery, weightOfMark: (mark: string) => number): SectionQuery {
  const words = query.words.map((word) => ({ ...word, pull: pullOf(word.weight, word.marks, weightOfMark) }));
  return { words, terms: weighTerms(words) };
}

/** The same question where some words say little of what it is about: `share` of their weight and of their pull is left. */
export function withLessOf(query: SectionQuery, isLess: (word: QueryWord) => boolean, share: number): SectionQuery {
  const words = query.words.map((word) => (isLess(word) ? lessOf(word, share) : word));
  return { words, terms: weighTerms(words) };
}

/** A word that says less: `share` of its weight and of its pull is left. */
export function lessOf(word: QueryWord, share: number): QueryWord {
  return { ...word, weight: word.weight * share, pull: word.pull * share };
}

/** The words around the question itself, if anything is asked there; it stands from the word `from` to the word `to`. */
function preambleOf(all: readonly Word[], words: readonly Word[], from: number, to: number): ReadonlySet<Word> {
  const asking = all.slice(0, to);
  const clause = asking.findLastIndex(({ text }) => endsWhatIsTold(text)) + 1;
  const start = Math.max(clause, asking.slice(from).some(isQuestionWord) ? from : 0);
  // What is told and asked of is asked of.
  const asked = new Set(asking.slice(start).map(({ stem }) => stem));
  const told = new Set([...all.slice(0, start), ...all.slice(to)].filter(({ stem }) => !asked.has(stem)));
  return words.some((word) => !told.has(word)) ? told : new Set();
}

/** A word said twice asks no more; nor does the end of a very long question. */
function withoutRepeats(words: readonly Word[]): Word[] {
  const seen = new Map(words.toReversed().map((word) => [word.stem, word]));
  return words.filter((word) => seen.get(word.stem) === word).slice(0, MOST_WORDS);
}

/** 美中 names two countries; null where the word is no such row of names. */
function splitHanja(word: Word, lexicon: Lexicon): Word[] | null {
  if (word.script !== "han" || word.text.length < 2 || lexicon.mentions([word]).length > 0) return null;
  const characters = readWords([...word.text].join(" "));
  return characters.every((character) => lexicon.mentions([character]).length > 0) ? characters : null;
}

/** What numbers things, and what it numbers, two syllables or more. */
const COUNTER_AND_NAME = /^(?<counter>호|차|기|회)(?<name>[가-힣]{2,})$/u;
/** 호선, 차례, 번째 and the like count by themselves. */
const COUNTER_OF_TWO = /^(?:호선|호점|호기|호차|호실|호관|차례|차로|차원|기관|기업|회원|회사|회의|회차)/u;

/** "3호펀드": 호 belongs to the number. */
function splitCounter(word: Word, at: number, words: readonly Word[]): Word[] {
  if (word.script !== "hangul" || !word.glued || words[at - 1]?.script !== "number") return [word];
  const { counter, name } = COUNTER_AND_NAME.exec(word.stem)?.groups ?? {};
  if (counter === undefined || name === undefined || COUNTER_OF_TWO.test(word.stem)) return [word];
  const [first, ...rest] = readWords(`${counter} ${name}`);
  return first === undefined ? [word] : [{ ...first, glued: true }, ...rest];
}

/** "이사가면", "비오면": a noun and what it does, typed as one word. A verb before another ends otherwise: 늘어나면, 올라가면. */
const NOUN_AND_CONDITION =
  /^(?<noun>[가-힣]{2,4}(?<![어아여려겨쳐져켜라와워])|[비눈])(?<verb>(?:가|나|오)(?:려)?면요?)$/u;
const WEATHER = /^[비눈]$/u;

/** 사업가면: who is one. */
const PERSON_IN_GA = /(?:사업|기업|투자|운동|예술|정치|활동|전문|관광|음악|작곡|소설|평론|연구|발명|건축|물)[가오]면/u;

/** Only at a noun that the word list knows: 국가면 and 태어나면 end alike. */
function splitCondition(word: Word, lexicon: Lexicon): Word[] {
  if (PERSON_IN_GA.test(word.text)) return [word];
  const { noun = "", verb = "" } = NOUN_AND_CONDITION.exec(word.text)?.groups ?? {};
  const [named] = readWords(noun);
  if (named === undefined || (!WEATHER.test(noun) && lexicon.relatedTo(named).nouns.length === 0)) return [word];
  return [named, ...readWords(verb)];
}

function withoutQuestionEnding(word: Word): Word {
  if (word.script !== "hangul") return word;
  const stem = word.stem.replace(QUESTION_ENDING, "");
  return stem.length >= SHORTEST_STEM && stem !== word.stem ? { ...word, stem } : word;
}

/** Those in Latin letters are roots already. */
function termsOfRelated(noun: string): string[] {
  return /^[a-z]/.test(noun) ? [noun] : readWords(noun).flatMap(termsOfWord);
}

function weighTerms(words: readonly QueryWord[]): Map<string, number> {
  const terms = new Map<string, number>();
  const raise = (term: string, weight: number) => terms.set(term, Math.max(terms.get(term) ?? 0, weight));
  for (const { terms: own, pull, concept, related } of words) {
    const found = Math.max(pull, LEAST_TERM_WEIGHT);
    for (const term of own) raise(term, concept === null ? found : found * NAMED_WORD_WEIGHT);
    for (const noun of related.nouns) {
      for (const term of termsOfRelated(noun)) raise(term, pull * RELATED_WEIGHT);
    }
    for (const name of related.together) raise(conceptTerm(name), pull * RELATED_WEIGHT);
    if (concept !== null) raise(conceptTerm(concept), pull * CONCEPT_WEIGHT);
  }
  return terms;
}
