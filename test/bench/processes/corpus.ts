import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const WORDS = 4000;
const SECTIONS = 5;
const SENTENCES = 8;
/** The open ones, so that every particle fits: 399, as few would make pairs of them stand everywhere. */
const SYLLABLES = Array.from({ length: 19 * 21 }, (_, i) => String.fromCodePoint(0xac00 + i * 28));
const UNITS = ["톤", "원", "명", "척", "개"];
const VERBS = ["넘겼다", "팔았다", "줄였다", "늘렸다", "막았다", "옮겼다", "세웠다", "알렸다", "따졌다", "바꿨다"];

export interface Corpus {
  readonly folder: string;
  readonly sections: number;
  /** One sentence each answers. */
  readonly questions: readonly string[];
}

/** Writes so many articles of five sections into a new folder; the same ones each time. */
export function writeCorpus(folder: string, articles: number): Corpus {
  mkdirSync(folder);
  const random = randomFrom(7);
  const below = (count: number) => Math.floor(random() * count);
  const words = vocabulary(below);
  // The first are drawn most, as Zipf has it.
  const word = () => words[Math.floor(WORDS ** random()) - 1] ?? "";
  const rareWord = () => words[below(WORDS)] ?? "";
  const sentence = () =>
    `${word()}의 ${word()}는 ${word()}에서 ${word()}를 ${1 + below(9000)}${UNITS[below(UNITS.length)]} ${VERBS[below(VERBS.length)]}.`;
  const questions: string[] = [];
  for (let i = 0; i < articles; i++) {
    const title = `${rareWord()} ${word()} 소식 ${i}`;
    const parts = [`# ${title}`];
    for (let part = 0; part < SECTIONS; part++) {
      const [owner, thing] = [rareWord(), rareWord()];
      const fact = `${owner}의 ${thing}는 ${1000 + below(9000)}원이다.`;
      const others = Array.from({ length: SENTENCES - 1 }, sentence);
      parts.push(`## ${word()} ${word()}`, [fact, ...others.slice(0, 3)].join(" "), others.slice(3).join(" "));
      if (part === 0) questions.push(`${owner}의 ${thing}는 얼마야?`);
    }
    writeFileSync(join(folder, `${i}.md`), `${parts.join("\n\n")}\n`);
  }
  return { folder, sections: articles * SECTIONS, questions };
}

/** Names of two to four syllables. */
function vocabulary(below: (count: number) => number): string[] {
  const words = new Set<string>();
  while (words.size < WORDS) {
    words.add(Array.from({ length: 2 + below(3) }, () => SYLLABLES[below(SYLLABLES.length)]).join(""));
  }
  return [...words];
}

/** The same numbers in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
