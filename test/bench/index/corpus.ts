import type { Article, Section } from "../../../src/documents/article.ts";
import { randomFrom } from "../../../src/evaluation/random-from.ts";

// Text that no one wrote and that is cut into terms like Korean text: nouns of few syllables, of which few come often,
// with particles behind them; compounds, numbers and names in Latin letters; sentences with verbs at their end.

/** Syllables that nouns are made of: 14 consonants, 10 vowels, and the five endings that are met most. */
const SYLLABLES = Array.from({ length: 14 * 10 * 5 }, (_, i) => {
  const initial = [0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18][i % 14] ?? 0;
  const vowel = [0, 8, 20, 4, 13, 1, 18, 6, 5, 9][Math.floor(i / 14) % 10] ?? 0;
  const final = [0, 4, 21, 1, 8][Math.floor(i / 140)] ?? 0;
  return String.fromCodePoint(0xac00 + (initial * 21 + vowel) * 28 + final);
});
const PARTICLES = "을 를 이 가 은 는 의 에 에서 로 으로 와 과 도 만 까지 부터 에게 보다 마다".split(" ");
const CLOSED_PARTICLES: Readonly<Record<string, string>> = { 를: "을", 가: "이", 는: "은", 로: "으로", 와: "과" };
const ENDINGS = "했다 한다 됐다 된다 시켰다 하기로 할 하고 받았다 렸다 친다 긴다".split(" ");
const UNITS = "원 명 건 곳 채 대 척 가구 톤 킬로미터 퍼센트 배 차례 년 개월".split(" ");
const LATIN = "KTX EU AI GDP OECD LNG ESG IT WTO SNS".split(" ");
const QUESTIONS = ["는 얼마인가요?", "는 어떻게 되나요?", "는 언제부터인가요?", "에 대해 알려 줘", "는 누가 맡나요?"];

const NOUNS = 40_000;
const VERBS = 800;
/** Zipf's law as Mandelbrot has it: so many first places are drawn about as often. */
const FLAT = 25;
/** Of one article's sections. */
const TOPIC = 40;
const SECTIONS_EACH = 5;

export interface Corpus {
  readonly articles: readonly Article[];
  /** Each about one section. */
  readonly questions: readonly string[];
}

/** So many sections in articles of five, and questions about them; the same ones each time. */
export function makeCorpus(sections: number, questions: number): Corpus {
  const random = randomFrom(20_260_201);
  const below = (count: number) => Math.floor(random() * count);
  /** The first places are drawn most. */
  const zipf = (count: number) => Math.floor(FLAT * ((count + FLAT) / FLAT) ** random()) - FLAT;
  const pick = <Item>(items: readonly Item[]) => items[below(items.length)] as Item;
  const nouns = makeWords(NOUNS, random);
  const verbs = nouns.slice(-VERBS).map((stem) => stem + pick(ENDINGS));

  const articles: Article[] = [];
  for (let number = 0; number * SECTIONS_EACH < sections; number++) {
    const anyNoun = () => nouns[zipf(NOUNS)] as string;
    const topic = Array.from({ length: TOPIC }, () => (random() < 0.2 ? anyNoun() + anyNoun() : anyNoun()));
    const noun = () => (random() < 0.6 ? pick(topic) : anyNoun());
    const phrase = () => {
      const share = random();
      if (share < 0.08) return `${below(9000) + 1}${pick(UNITS)}`;
      if (share < 0.1) return pick(LATIN);
      return random() < 0.8 ? withParticle(noun(), pick(PARTICLES)) : noun();
    };
    const sentence = () => `${Array.from({ length: 4 + below(5) }, phrase).join(" ")} ${verbs[zipf(VERBS)]}.`;
    const id = `bench/${number}`;
    const title = `${noun()} ${noun()} ${noun()} ${number}`;
    const count = Math.min(SECTIONS_EACH, sections - number * SECTIONS_EACH);
    articles.push({
      id,
      title,
      source: `매체 ${number % 40}`,
      url: `https://example.org/${number}`,
      categories: [`분야 ${number % 12}`],
      publishedAt: new Date(Date.UTC(2025, 0, 1) + number * 3_600_000).toISOString(),
      lang: "ko",
      sections: Array.from({ length: count }, (_, place): Section => {
        const heading = place === 0 ? "" : `${noun()} ${noun()}`;
        const lines = Array.from({ length: 2 + below(3) }, () =>
          Array.from({ length: 2 + below(3) }, sentence).join(" "),
        );
        return {
          id: `${number.toString(16).padStart(8, "0")}${place.toString(16).padStart(8, "0")}`,
          role: place === 0 ? "lead" : "section",
          number: place === 0 ? null : `${place}`,
          heading,
          headingPath: place === 0 ? [] : [`${place}. ${heading}`],
          body: lines.join("\n"),
          fingerprints: lines.map((_line, line) => `${number}.${place}.${line}`.padEnd(12, "0")),
          footnotes: [],
        };
      }),
    });
  }
  const asked = Array.from({ length: questions }, () => {
    const { sections: own } = pick(articles);
    const words = pick(own).body.split(/\s+/);
    const from = below(Math.max(1, words.length - 4));
    return (
      words
        .slice(from, from + 3 + below(3))
        .join(" ")
        .replace(/[.]/g, "") + pick(QUESTIONS)
    );
  });
  return { articles, questions: asked };
}

/** Different words; most have two syllables. */
function makeWords(count: number, random: () => number): string[] {
  const words = new Set<string>();
  const syllable = () => SYLLABLES[Math.floor(SYLLABLES.length * random() ** 2.5)] ?? "";
  while (words.size < count) {
    const share = random();
    words.add(Array.from({ length: share < 0.55 ? 2 : share < 0.9 ? 3 : 4 }, syllable).join(""));
  }
  return [...words];
}

function withParticle(stem: string, particle: string): string {
  const isClosed = ((stem.codePointAt(stem.length - 1) ?? 0) - 0xac00) % 28 !== 0;
  const open = Object.entries(CLOSED_PARTICLES).find(([, closed]) => closed === particle)?.[0] ?? particle;
  return stem + (isClosed ? (CLOSED_PARTICLES[open] ?? open) : open);
}
