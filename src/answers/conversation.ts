import { readQuery } from "../search/query.ts";
import { readEvidence } from "../text/evidence.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { readWords } from "../text/words.ts";

/** What a talk remembers of its last question. */
export interface Turn {
  /** The whole question, with everything it took from the turns before. */
  readonly understoodAs: string;
  /** What the talk is about, in a word or two; empty where that is not known. */
  readonly topic: string;
}

/** A follow-up of more words of its own stands by itself. */
const MOST_FOLLOW_UP_WORDS = 2;
/** A question with no name and this few words is about what the talk is about. */
const MOST_WORDS_WITHOUT_TOPIC = 2;
const SAYS_WHAT = 0.5;
/** A name that the lexicon does not know. */
const CAPITALISED = /\b[A-Z][a-z]+/;
const CONNECTIVE =
  /^(?:그럼|그러면|그렇다면|그런데|근데|그리고|그래서|and\b|then\b|so\b|what about\b|how about\b)[\s,]*/i;
/** A topic that replaces another, and what follows it: "일본은?", "멕시코는 어때?", "and Japan?" */
const TOPIC_WITH_TAIL =
  /^(?<topic>.+?)\s?(?:은|는|이|가|도|의|에|에는|에서는|한테는|에게는|쪽은|의 경우는|의 경우에는)?\s*(?:요|어때요?|어떤가요?|어떻게\s?[가-힣]*|얼마[가-힣]*|언제[가-힣]*|누구[가-힣]*|왜[가-힣]*|뭐래요?|뭐라고\s?[가-힣]*)?\s*[?？.]*$/;
const POINTING_BACK =
  /(?:^|\s)(?:그|이|저)\s?(?:나라|사람|곳|것|때|회담|협정|조치|요구|발언|문제|관세|회사|기구)|거기|그곳|그는|그가|그의|그들|그쪽|이곳|\b(?:it|they|he|she|there|that|those|this)\b/i;

/**
 * The question as it would be asked without the talk: a new topic in the old question, an old topic with a new
 * question, or the question as it stands.
 */
export function resolveFollowUp(question: string, previous: Turn | null, lexicon: Lexicon): string {
  if (previous === null) return question;
  const bare = question.trim().replace(CONNECTIVE, "");
  const opensWithConnective = bare !== question.trim();
  const words = readWords(bare);
  const mentions = lexicon.mentions(words);
  const content = readQuery(bare, lexicon).words;

  const mention = mentions[0];
  const names = mentions.filter(({ concept }) => isName(concept, lexicon));
  if (mention && mentions.length === 1 && content.length <= MOST_FOLLOW_UP_WORDS) {
    const topic = TOPIC_WITH_TAIL.exec(bare)?.groups?.["topic"];
    const form = formIn(bare, mention.concept, lexicon);
    if (topic !== undefined && form !== null) {
      const replaced = replaceTopic(previous, topic, topic !== form, lexicon);
      if (replaced !== null) return replaced;
    }
  }
  // "왜?", "언제?": the same matter, asked for something else.
  if (isOnlyQuestionWords(bare, lexicon)) return `${contentOf(previous, lexicon)} ${bare}`.trim();
  const saying = content.filter(({ weight }) => weight >= SAYS_WHAT);
  const isShort = saying.length <= MOST_WORDS_WITHOUT_TOPIC && !CAPITALISED.test(bare.slice(1));
  if (previous.topic !== "" && names.length === 0 && (POINTING_BACK.test(bare) || opensWithConnective || isShort)) {
    return `${previous.topic} ${bare}`;
  }
  return question;
}

function isOnlyQuestionWords(text: string, lexicon: Lexicon): boolean {
  const query = readQuery(text, lexicon);
  return (
    query.words.length === readWords(text).length &&
    query.words.length === 1 &&
    /^(?:왜|언제|어디|누가|누구|얼마|얼마나|why|when|where|who)/i.test(text)
  );
}

/** The previous question without the words that ask. */
function contentOf(previous: Turn, lexicon: Lexicon): string {
  const words = readQuery(previous.understoodAs, lexicon).words.map(({ word }) => word);
  return words.map((word) => (word.capitals ? word.text.toUpperCase() : word.text)).join(" ");
}

function formIn(text: string, concept: string, lexicon: Lexicon): string | null {
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
  const alike = mentions.filter(({ concept }) => lexicon.kindOf(concept) === kind);
  const mention = alike.findLast(({ concept }) => inTopic.has(concept)) ?? alike.at(0);
  const old = mention && formIn(previous.understoodAs, mention.concept, lexicon);
  if (old === null || old === undefined) return null;
  const at = previous.understoodAs.indexOf(old);
  const after = previous.understoodAs.slice(at + old.length);
  return previous.understoodAs.slice(0, at) + topic + (wholePhrase ? withoutFirstNoun(after) : after);
}

/** " 대사는 누구를 …" without 대사. */
function withoutFirstNoun(text: string): string {
  const [, noun, rest] = /^(?:의)?\s+(\S+)(.*)$/su.exec(text) ?? [];
  const word = noun === undefined ? undefined : readWords(noun)[0];
  return word === undefined || rest === undefined ? text : noun?.slice(word.stem.length) + rest;
}

/** Longer headings say too much to be repeated in a question. Characters. */
const LONGEST_TOPIC = 15;

/** What a question is about: a name it shares with the heading of its answer, else its first name, else the heading. */
export function topicOfTurn(understoodAs: string, heading: string, lexicon: Lexicon): string {
  const plainHeading = heading.replace(/^\d+(?:\.\d+)*\.?\s+/, "");
  const inHeading = readEvidence(heading, lexicon).concepts;
  const names = lexicon.mentions(readWords(understoodAs)).filter(({ concept }) => isName(concept, lexicon));
  const name = names.find(({ concept }) => inHeading.has(concept));
  if (name) return formIn(understoodAs, name.concept, lexicon) ?? name.concept;
  if (plainHeading !== "" && plainHeading.length <= LONGEST_TOPIC) return plainHeading;
  return names[0] ? (formIn(understoodAs, names[0].concept, lexicon) ?? names[0].concept) : "";
}

/** Countries, people, organisations and the like; not offices and words of policy, which many questions share. */
function isName(concept: string, lexicon: Lexicon): boolean {
  return NAME_KINDS.test(lexicon.kindOf(concept));
}

const NAME_KINDS = /countr|cit|region|people|organi[sz]ation|compan/i;
