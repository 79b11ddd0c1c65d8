import { plainHeading } from "../../documents/heading-name.ts";
import { NOUN, type QueryWord, readQuery, SAYS_WHAT } from "../../search/query.ts";
import { isQuestionWord } from "../../search/question-words.ts";
import { evidenceFor, readEvidence, SAID } from "../../text/evidence.ts";
import { holdsHangul } from "../../text/hangul.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { classOf } from "../../text/verbal.ts";
import { readWords, type Word } from "../../text/words.ts";
import { isName } from "../asked/is-name.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import { agreeing } from "./agreeing.ts";
import { courtesyIn, isCourteous } from "./courtesy.ts";
import { contentOf, takenOver } from "./taken-over.ts";

/** A question that was answered, with the sentences that answered it. */
export interface Told {
  readonly understoodAs: string;
  readonly articleId: string;
  readonly sectionId: string;
  /** The best first, each to a length (follow-up.ts). */
  readonly sentences: readonly string[];
}

/** What a talk remembers of its last question. */
export interface Turn {
  /** The whole question, with everything it took from the turns before; empty where nothing was asked yet. */
  readonly understoodAs: string;
  /** The question that what follows goes on with, where this one went on with it and found nothing; else absent. */
  readonly goesOnWith?: string;
  /** What the talk is about, in a word or two; empty where that is not known. */
  readonly topic: string;
  /** The article that answered last; absent where none has. */
  readonly articleId?: string;
  /** What has been quoted of that article, the last of it last, each to a length; absent where nothing has. */
  readonly heard?: readonly string[];
  /** Its last answers, two at most, the last one last; absent where there was none. */
  readonly told?: readonly Told[];
}

/** A talk that began with a greeting is about nothing yet. */
export function hasAsked(previous: Turn | null): previous is Turn {
  return previous !== null && previous.understoodAs !== "" && courtesyIn(previous.understoodAs) === null;
}

/** Whether one of the last questions is asked once more, word for word: it is answered as it was. */
export function isAskedAgain(question: string, previous: Turn | null): boolean {
  return previous?.told?.some(({ understoodAs }) => understoodAs === question) ?? false;
}

/** A follow-up of more words of its own stands by itself. */
const MOST_FOLLOW_UP_WORDS = 2;
/** A question with no name and this few words is about what the talk is about. */
const MOST_WORDS_WITHOUT_TOPIC = 2;
/** With so few words beside those that ask, it may be asked of anything. */
const MOST_WORDS_OF_ANY_TALK = 1;
/** A mere topic is no longer than this, and a question grown longer is not asked again. Characters. */
const LONGEST_TOPIC_QUESTION = 60;
const LONGEST_REMEMBERED = 500;
/** A question as short as "반응은?" can hardly stand alone. Characters. */
const LONGEST_BARE_FOLLOW_UP = 8;
/** A name that the lexicon does not know. */
const CAPITALISED = /\b[A-Z][a-z]+/;
/** "아니 일본은?" and "그거 말고 일본은?" go on with the question, too. */
const CONNECTIVE =
  /^(?:그럼|그러면|그렇다면|그런데|근데|그리고|그래서|(?:아니|(?:[그이]거|[그이]것|[그이]게) ?(?:말고|아니고|아니라))(?=[\s,])|and\b|then\b|so\b|what about\b|how about\b)[\s,]*/i;
/** A topic that replaces another, and what follows it: "일본은?", "멕시코는 어때?", "일본은 언제?", "and Japan?" */
const TOPIC_WITH_TAIL =
  /^(?<topic>.+?)\s?(?:은|는|이|가|도|의|에|에는|에서는|한테는|에게는|쪽은|의 경우는|의 경우에는)?\s*(?:(?:요|어때요?|어떤가요?|어떻게\s?[가-힣]*|뭐래요?)|(?<asks>(?:얼마|언제|누구|누가|왜|어디)[가-힣]*))?\s*[?？.]*$/;
const POINTING_BACK =
  /(?:^|\s)(?:그|이|저)\s?(?:나라|사람|곳|것|때|회담|협정|조치|요구|발언|문제|관세|회사|기구)|(?:^|\s)(?:거기|그곳|그는|그가|그의|그들|그쪽|이곳)|\b(?:it|they|he|she|that|those|this)\b|(?<!\b(?:is|are|was|were|be|been)\s)\bthere\b(?!\s(?:is|are|was|were)\b)/i;

/** A message without what joins it to the one before. */
export function withoutConnective(message: string): string {
  return message.trim().replace(CONNECTIVE, "");
}

/** What a question may mean. */
export interface Reading {
  readonly text: string;
  /** The answer must speak of something that this question asks beside its names; null where any answer will do. */
  readonly inSpiritOf: string | null;
  /** The question without the topic: the answer is to speak of what it asks, else the next reading counts if it is surer. */
  readonly own: string | null;
  /** It counts also where the one before has an answer, if its own is surer. */
  readonly isRival: boolean;
  /** It goes on with what the talk is about. */
  readonly goesOn: boolean;
}

/** What a talk is to go on with: a question that went on with it and found nothing changes nothing of what it is about. */
export function beforeFailing(previous: Turn): Turn {
  return previous.goesOnWith === undefined ? previous : { ...previous, understoodAs: previous.goesOnWith };
}

/**
 * What a question of a talk may mean, the likeliest first: a new topic in the old question, an old topic with a new
 * question, or the question as it stands. A later reading counts only where the one before has no answer, or one that says
 * nothing of what the question itself asks: after "환불 되나요?" what is said of refunds does not answer "재택근무는 며칠?"
 */
export function readingsOf(question: string, previous: Turn | null, lexicon: Lexicon): readonly Reading[] {
  const { texts, kept } = textsOf(question, previous && beforeFailing(previous), lexicon);
  const [first = question, ...later] = texts;
  // After "대만 국방비는?" and "그럼 일본은?", what is said of Japan's trade answers nothing.
  const inSpiritOf = later.length > 0 && kept !== "talk" ? first : null;
  const isRival = first === question;
  // "그 나라의 부통령은?" alone would be answered of whatever country.
  const own = isRival || kept !== "talk" || POINTING_BACK.test(question) ? null : question;
  return [
    { text: first, inSpiritOf: null, own, isRival: false, goesOn: first !== question && kept !== "question" },
    ...later.map((text) => {
      const isAlone = text === question;
      return { text, inSpiritOf, own: isAlone ? null : own, isRival, goesOn: !isAlone };
    }),
  ];
}

interface Texts {
  /** The likeliest first. */
  readonly texts: readonly string[];
  /** What the first of them keeps: the question before, about something else; its matter, asked for something else; or what the talk is about. */
  readonly kept: "question" | "matter" | "talk";
}

function textsOf(question: string, previous: Turn | null, lexicon: Lexicon): Texts {
  const ofTalk = (...texts: readonly string[]): Texts => ({ texts, kept: "talk" });
  const ofMatter = (...texts: readonly string[]): Texts => ({ texts, kept: "matter" });
  const ofNewTopic = (...texts: readonly string[]): Texts => ({ texts, kept: "question" });
  const bare = withoutConnective(question);
  const words = readWords(bare);
  if (previous === null || words.length === 0 || isCourteous(bare)) return ofTalk(question);
  if (!hasAsked(previous)) return ofTalk(question);
  if (ONLY_NOW.test(bare)) return ofMatter(ofToday(previous.understoodAs, bare));
  const mentions = lexicon.mentions(words);
  const content = readQuery(bare, lexicon).words;

  const replaced =
    mentions.length === 1 && content.length <= MOST_FOLLOW_UP_WORDS && withNewTopic(bare, previous, lexicon);
  if (replaced) return ofNewTopic(replaced, question);
  // "그럼 일본은?" after a question that named no country; of a country nobody asks "일본은?" for whatever is told of it.
  const isCountry = mentions.every(({ concept }) => PLACES_AND_BODIES.test(lexicon.kindOf(concept)));
  const isOfBefore = isCountry || bare !== question.trim();
  const narrowed = isOfBefore && mentions.length === 1 && withTopicBefore(bare, previous);
  if (narrowed) return ofNewTopic(narrowed, question);
  // "왜?", "언제?": the same matter, asked for something else.
  const sameMatter = `${contentOf(previous, lexicon)} ${bare}`.trim();
  if (isOnlyQuestionWords(bare, lexicon)) return ofMatter(sameMatter);
  if (ONLY_ASKS.test(bare)) return ofMatter(sameMatter, `${previous.topic} ${bare}`.trim());
  if (mentions.some(({ concept }) => isName(concept, lexicon))) return ofTalk(question);

  // A word of another script says nothing in these documents, and what stands beside it alone would be answered.
  const isOfSameScript = holdsHangul(bare) === holdsHangul(previous.understoodAs) && !CAPITALISED.test(bare.slice(1));
  const aboutTopic = previous.topic === "" ? [] : [`${previous.topic} ${bare}`];
  const saying = content.filter(({ weight }) => weight >= SAYS_WHAT);
  const saysLittle = saying.length <= MOST_WORDS_OF_ANY_TALK;
  // "언제 갔는데?", "예약은 어디서 해?": hundreds of articles answer, each of its own matter.
  const goesOn = saysLittle && (previous.topic === "" || asks(words)) && !POINTING_BACK.test(bare);
  if (goesOn && isOfSameScript && previous.understoodAs.length <= LONGEST_TOPIC_QUESTION)
    return ofTalk(`${takenOver(bare, previous, lexicon)} ${bare}`, ...aboutTopic, question);
  if (previous.topic === "") return ofTalk(question);
  if (POINTING_BACK.test(bare) || bare !== question.trim()) return ofTalk(...aboutTopic, question);
  if (saying.length > MOST_WORDS_WITHOUT_TOPIC || !isOfSameScript) return ofTalk(question);
  const isBare = bare.length <= LONGEST_BARE_FOLLOW_UP || goesOn;
  return isBare ? ofTalk(...aboutTopic, question) : ofTalk(question, ...aboutTopic);
}

/** The previous question about another of its kind; null where the question is no mere topic. */
function withNewTopic(bare: string, previous: Turn, lexicon: Lexicon): string | null {
  if (bare.length > LONGEST_TOPIC_QUESTION || previous.understoodAs.length > LONGEST_REMEMBERED) return null;
  const { topic, asks } = TOPIC_WITH_TAIL.exec(bare)?.groups ?? {};
  if (topic === undefined) return null;
  const words = readWords(topic);
  const [mention] = lexicon.mentions(words);
  const beside = words.slice((mention?.from ?? 0) + (mention?.length ?? 0));
  const isPhrase =
    beside.length <= 1 && beside.every((word) => classOf(word, undefined, true) === "noun" && !isQuestionWord(word));
  if (mention?.from !== 0 || !isPhrase) return null;
  if (asks === undefined) return replaceTopic(previous, topic, beside.length > 0, lexicon);
  const content = replaceTopic(
    { ...previous, understoodAs: contentOf(previous, lexicon) },
    topic,
    beside.length > 0,
    lexicon,
  );
  return content && `${content} ${asks}?`;
}

/** The previous question about a topic that it did not name; null where the question is no mere topic. */
function withTopicBefore(bare: string, { understoodAs }: Turn): string | null {
  if (bare.length > LONGEST_BARE_FOLLOW_UP || understoodAs.length > LONGEST_REMEMBERED) return null;
  const { topic, asks } = TOPIC_WITH_TAIL.exec(bare)?.groups ?? {};
  return topic === undefined || asks !== undefined ? null : `${topic} ${understoodAs}`;
}

function asks(words: readonly Word[]): boolean {
  return words.some(isQuestionWord);
}

function isOnlyQuestionWords(text: string, lexicon: Lexicon): boolean {
  const query = readQuery(text, lexicon);
  return (
    query.words.length === readWords(text).length &&
    query.words.length === 1 &&
    /^(?:왜|언제|어디|누가|누구|얼마|얼마나|why|when|where|who)/i.test(text)
  );
}

/** "지금은?", "요즘은 얼마야?", "and now?": the same, as things are today. */
const ONLY_NOW =
  /^(?:지금|현재|요즘|요새|최근|이제)(?:은|는|도|엔|에는)?(?:\s(?:요|어때요?|얼마[가-힣]{0,4}|누구[가-힣]{0,4}|어떻게\s?[가-힣]{0,4}|몇\s?(?:%|[가-힣]{1,6})))?[?？.!~\s]*$|^(?:right )?now[?!.\s]*$/iu;
/** Times that the question before asked of. */
const OF_ANOTHER_TIME =
  /(?<![가-힣])(?:작년|재작년|지난해|지난달|지난주|어제|당시|그때|올해|지금|현재|요즘)(?:에는|에|엔|은|는|도)?(?![가-힣])\s?/gu;

/** After "작년 관세는 얼마였어?" "지금은?" asks "지금 관세는 얼마였어?". */
function ofToday(question: string, now: string): string {
  const [word = ""] = readWords(now);
  const rest = question.replace(OF_ANOTHER_TIME, "").trim();
  return word === "" ? question : `${word.stem} ${rest === "" ? question : rest}`;
}

/** "for how long?", "until when?" */
const ONLY_ASKS =
  /^(?:for |until |till |since |from |by |at |to |with )?(?:how (?:long|much|many|often|far|soon)|when|where|whom?|what time)(?: exactly)?[?？.!\s]*$/i;

/** How a text names a concept, at its longest; null where it does not. */
export function formIn(text: string, concept: string, lexicon: Lexicon): string | null {
  const lower = text.toLowerCase();
  let longest: string | null = null;
  for (const form of lexicon.forms(concept)) {
    const at = lower.indexOf(form.toLowerCase());
    if (at !== -1 && form.length > (longest?.length ?? 0)) longest = text.slice(at, at + form.length);
  }
  return longest;
}

/**
 * The previous question with its topic replaced by another of its kind: the one that the talk is about, else the
 * first. Null where the question names none of that kind.
 * `wholePhrase`: the new topic is more than a name, so the noun after the old name goes too (이스라엘 대사 -> 중동특사).
 */
function replaceTopic(previous: Turn, topic: string, wholePhrase: boolean, lexicon: Lexicon): string | null {
  const inTopic = readEvidence(previous.topic, lexicon).concepts;
  const mentions = lexicon.mentions(readWords(previous.understoodAs));
  const kind = lexicon.kindOf(lexicon.mentions(readWords(topic))[0]?.concept ?? "");
  const alike = mentions.filter(({ concept }) => sameSort(lexicon.kindOf(concept), kind));
  const mention = alike.findLast(({ concept }) => inTopic.has(concept)) ?? alike.at(0);
  const old = mention && formIn(previous.understoodAs, mention.concept, lexicon);
  if (old === null || old === undefined) return null;
  const at = previous.understoodAs.indexOf(old);
  const after = previous.understoodAs.slice(at + old.length);
  return previous.understoodAs.slice(0, at) + topic + agreeing(topic, wholePhrase ? withoutFirstNoun(after) : after);
}

/** " 대사는 누구를 …" without 대사. */
function withoutFirstNoun(text: string): string {
  const [, noun, rest] = /^(?:의)?\s+(\S+)(.*)$/su.exec(text) ?? [];
  const word = noun === undefined ? undefined : readWords(noun)[0];
  return word === undefined || rest === undefined ? text : noun?.slice(word.stem.length) + rest;
}

/** Longer headings say too much to be repeated in a question. Characters. */
const LONGEST_TOPIC = 15;

/**
 * What a question is about, as `heading` and `title` of the section that answered show it; else what the talk was about that stayed
 * in the article, `before`.
 */
export function topicOfTurn(
  { text: understoodAs, query }: Pick<ReadQuestion, "text" | "query">,
  { heading, title }: { readonly heading: string; readonly title: string },
  lexicon: Lexicon,
  before = "",
): string {
  const inHeading = readEvidence(heading, lexicon).concepts;
  const names = lexicon.mentions(readWords(understoodAs)).filter(({ concept }) => isName(concept, lexicon));
  const name = names.find(({ concept }) => inHeading.has(concept));
  if (name) return formIn(understoodAs, name.concept, lexicon) ?? name.concept;
  // An article is about what its title says; "신청 방법" is a heading of many.
  const shared = nounsIn(query.words, title, lexicon);
  if (shared !== "") return shared;
  const plain = plainHeading([heading]);
  if (plain !== "" && plain.length <= LONGEST_TOPIC && saysWhat(plain, lexicon)) return plain;
  return names[0] ? (formIn(understoodAs, names[0].concept, lexicon) ?? names[0].concept) : before;
}

const ASKS_ITSELF = /[?？]$|(?<![가-힣])(?:왜|언제|누가|누구|얼마|어디|어떻게|무엇|몇)/u;

/** "반응" and "이유" head sections of any article, and "언제 신청하나요?" and "왜 내리나" ask themselves. */
function saysWhat(heading: string, lexicon: Lexicon): boolean {
  return !ASKS_ITSELF.test(heading) && readQuery(heading, lexicon).words.some(({ weight }) => weight >= SAYS_WHAT);
}

const MOST_NOUNS = 3;

/** The first nouns of a question that a title says too. */
function nounsIn(words: readonly QueryWord[], title: string, lexicon: Lexicon): string {
  const said = readEvidence(title, lexicon);
  return words
    .filter(({ word, weight, attribute }) => weight >= NOUN && !attribute && word.script !== "number")
    .filter(({ word, concept }) => evidenceFor(word, concept, said) >= SAID)
    .slice(0, MOST_NOUNS)
    .map(({ word }) => (word.capitals ? word.stem.toUpperCase() : word.stem))
    .join(" ");
}

/** Countries and their unions stand for each other in a question: "그럼 EU는?" */
function sameSort(a: string, b: string): boolean {
  return a === b || (PLACES_AND_BODIES.test(a) && PLACES_AND_BODIES.test(b));
}

const PLACES_AND_BODIES = /countr|organi[sz]ation/i;

/** The words of a question that say what it asks, without the names. */
export function askedBesideNames(question: string, lexicon: Lexicon): readonly QueryWord[] {
  return readQuery(question, lexicon).words.filter(
    ({ weight, concept }) => weight >= SAYS_WHAT && (concept === null || !isName(concept, lexicon)),
  );
}
