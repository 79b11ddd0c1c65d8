import { toJamo } from "../../text/hangul.ts";
import { amountsIn } from "../../text/quantities.ts";
import { readWords } from "../../text/words.ts";
import type { QuotableSentence } from "../sentences/quotable-sentences.ts";
import { hasAsked, type Turn, withoutConnective } from "../talk/conversation.ts";
import { takenOver } from "../talk/taken-over.ts";
import { answerReading, type Grounding, type TriedReading } from "./answer-reading.ts";
import { bareMessage } from "./bare-message.ts";
import { toldAgain } from "./told-again.ts";

const OF_THEM = /^(?:(?:그|이) ?(?:중|가운데)(?:에서는|에서|에는|에|엔)?|여기서|거기서|of (?:them|these|those))[ ,]*/iu;
const MOST = /(?<![가-힣])(?:가장|제일|젤)\s?/u;
/** With what it is the most of, as far as that is one word: "제일 긴". */
const MOST_OF_ALL = /(?<![가-힣])(?:가장|제일|젤)\s?[가-힣]+/u;
/** 최대, 최저: by the beginnings of what they stand for. */
const IN_ONE_WORD: Readonly<Record<string, readonly string[]>> = {
  최대: ["큰", "많"],
  최다: ["많"],
  최고: ["높", "비", "큰", "많"],
  최소: ["작", "적"],
  최저: ["낮", "싼"],
  최장: ["긴"],
  최단: ["짧"],
};
const ENGLISH_MOST =
  /\b(?<most>largest|biggest|greatest|highest|longest|smallest|lowest|shortest|fewest|cheapest|oldest|newest|fastest|slowest|earliest|latest|heaviest|(?:most|least)(?: (?!of\b)[a-z]{3,12})?)\b/giu;
/** "가장 먼 섬", "가장 많이 받는": so many words behind. */
const WORDS_BEHIND = 2;
/** What has more words that are its own is a question by itself. */
const MOST_WORDS = 4;
const LONGEST = 30;

/**
 * To "제일 긴 노선은?" and "그 중에 제일 많은 데는?" what the article before says is the longest or has the most, of its own words; of
 * "그 중에" else what was told of several, where their amounts were. Null where the message asks something else, or of another thing.
 */
export function ofTheMost(text: string, previous: Turn | null, from: Grounding): TriedReading | null {
  const whole = bareMessage(withoutConnective(text));
  const bare = whole.replace(OF_THEM, "");
  const last = previous?.told?.at(-1);
  if (!hasAsked(previous) || last === undefined || bare.length > LONGEST) return null;
  if (readWords(bare).length > MOST_WORDS) return null;
  const asked = superlativesIn(bare);
  if (asked.size === 0) return null;
  const counts = ({ text: said }: QuotableSentence) => [...superlativesIn(said)].some((each) => asked.has(each));
  const { lexicon } = from.knowledge;
  const own = bare.replace(MOST_OF_ALL, "");
  const readings = [`${previous.topic} ${bare}`.trim(), `${takenOver(bare, previous, lexicon)} ${bare}`];
  const there = { ...from, articleId: last.articleId };
  const followUp = { own, heard: [], wantsMore: false, counts };
  const answered = readings
    .map((reading) => answerReading(text, reading, previous, there, followUp))
    .filter(({ answer }) => answer.status === "answered");
  const sure = answered.find(({ answer }) => !answer.unsure);
  if (sure !== undefined) return sure;
  if (whole === bare) return null;
  const areSeveral = last.sentences.length > 1 || amountsIn(last.sentences[0] ?? "").amounts.length > 1;
  return answered[0] ?? (areSeveral ? toldAgain(text, previous, from) : null);
}

/** Of what a text says that it is the most: by how the word for it begins (긴 and 길다 alike). */
function superlativesIn(text: string): ReadonlySet<string> {
  const behind = text.split(MOST).slice(1);
  const words = behind.flatMap((rest) => readWords(rest).slice(0, WORDS_BEHIND));
  const inOneWord = Object.entries(IN_ONE_WORD).flatMap(([word, stands]) => (text.includes(word) ? stands : []));
  const english = [...text.matchAll(ENGLISH_MOST)].map(({ groups }) => (groups?.["most"] ?? "").toLowerCase());
  return new Set([...[...words.map((word) => word.text), ...inOneWord].map(beginningOf), ...english]);
}

/** The first consonant and vowel: of 커 those of 크다. */
function beginningOf(word: string): string {
  return toJamo(word).slice(0, 2).replace("ㅋㅓ", "ㅋㅡ");
}
