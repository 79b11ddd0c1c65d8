import { type QuestionSet, readSectionsAndQuestions } from "../../../src/evaluation/question-set.ts";
import { islandName } from "../../arrivals/islands.ts";

const ISLANDS = 60;

/** What stands in a section, by what its title names. */
const SUBJECTS: Readonly<Record<string, (island: string, other: string, amount: number) => string>> = {
  "소금 생산": (island, other, amount) =>
    `${island}은 올해 소금을 ${amount}톤 거두었다. 비가 잦아 소금밭이 줄었고, 모자라는 몫은 ${other}에서 들여온다.`,
  "뱃삯 지원": (island, other, amount) =>
    `${island} 주민은 배를 탈 때 ${amount}원을 돌려받는다. ${other}으로 가는 배에는 다음 달부터 적용한다.`,
  "빈집 수리": (island, other, amount) =>
    `${island}의 빈집 가운데 ${amount}채를 고쳐 젊은 사람에게 빌려준다. ${other}도 이 사업을 살펴보고 있다.`,
  "학교 급식": (island, other, amount) =>
    `${island} 학교는 한 끼에 ${amount}원을 쓴다. 채소는 ${other} 농가에서 받으며, 생선은 주민이 잡은 것이다.`,
  "해안 도로": (island, other, amount) =>
    `${island}을 도는 도로 ${amount}미터가 파도에 깎였다. 고치는 동안 ${other}에서 빌린 배가 짐을 나른다.`,
};

/** Sections of a few lines and a question from each one's title; the same ones each time. */
export function islandSet(): QuestionSet {
  const sections = Array.from({ length: ISLANDS }, (_, i) =>
    Object.entries(SUBJECTS).map(([subject, write], at) => ({
      id: `${i}-${at}`,
      title: `${islandName(i)} ${subject}`,
      text: write(islandName(i), islandName((i * 7 + at + 1) % ISLANDS), 100 + i * 13 + at),
    })),
  ).flat();
  const questions = sections.map(({ id, title }) => ({
    question: `${title}에 대해 알려 주세요`,
    relevant: [id],
    answers: [],
  }));
  return readSectionsAndQuestions(asLines(sections), asLines(questions));
}

function asLines(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join("\n");
}
