import { describe, expect, it } from "vitest";
import {
  type QuestionSet,
  QuestionSetError,
  readSectionsAndQuestions,
  readSquad,
} from "../../../src/evaluation/question-set.ts";

function summary({ articles, questions }: QuestionSet) {
  return {
    sections: articles.flatMap((article) =>
      article.sections.map((section) => [section.id, article.title, section.body]),
    ),
    questions: questions.map(({ question, relevant, answers }) => [question, relevant, answers]),
  };
}

const squad = {
  version: "1.0",
  data: [
    {
      title: "대만_해협",
      paragraphs: [
        {
          context: " 첫 문단이다.\n둘째 줄 ",
          qas: [
            {
              id: "q1",
              question: "어디?",
              answers: [
                { text: "첫", answer_start: 1 },
                { text: "첫 문단", answer_start: 1 },
              ],
            },
            { id: "q2", question: "왜?", answers: [] },
          ],
        },
        { context: "다음 문단이다.", qas: [] },
      ],
    },
    { title: "일본", paragraphs: [{ context: "또 한 문단", qas: [{ question: "누가?", answers: [] }] }] },
  ],
};

it("a SQuAD set: paragraphs are sections, titles articles", () => {
  expect(summary(readSquad(JSON.stringify(squad)))).toEqual({
    sections: [
      ["0/0", "대만 해협", "첫 문단이다.\n둘째 줄"],
      ["0/1", "대만 해협", "다음 문단이다."],
      ["1/0", "일본", "또 한 문단"],
    ],
    questions: [
      ["어디?", ["0/0"], ["첫", "첫 문단"]],
      ["왜?", ["0/0"], []],
      ["누가?", ["1/0"], []],
    ],
  });
});

it("a folder of lines: with numbers for ids, empty lines, Windows line ends and a byte order mark", () => {
  const sections =
    '\uFEFF{"id":"s1","title":"관세","text":"세율은 25%다."}\r\n\r\n{"id":"2","title":"국방","text":""}\r\n';
  const questions = '\uFEFF{"question":"세율은?","relevant":["s1",2],"answers":["25%",25]}\n';
  expect(summary(readSectionsAndQuestions(sections, questions))).toEqual({
    sections: [
      ["s1", "관세", "세율은 25%다."],
      ["2", "국방", ""],
    ],
    questions: [["세율은?", ["s1", "2"], ["25%", "25"]]],
  });
});

function checkRefused(message: string, read: () => QuestionSet): void {
  let thrown: unknown;
  try {
    read();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(QuestionSetError);
  expect((thrown as Error).message).toContain(message);
  expect((thrown as Error).message).not.toContain("\n");
}

describe("a SQuAD set that is not one is refused, with the place:", () => {
  const article = (more: unknown) => JSON.stringify({ data: [squad.data[1], more] });
  const paragraph = (more: unknown) => article({ title: "t", paragraphs: [{ context: "c", qas: [] }, more] });

  it.each([
    ["The file is no valid JSON", ""],
    ["The file is no valid JSON", "{"],
    ['has no list "data"', "[]"],
    ['has no list "data"', "null"],
    ['has no list "data"', '{"data":{}}'],
    ['data[0] has no text "title"', '{"data":[3]}'],
    ['data[1] has no text "title"', article({ paragraphs: [] })],
    ['data[1] has no list "paragraphs"', article({ title: "t" })],
    ['data[1].paragraphs[1] has no text "context"', paragraph({ qas: [] })],
    ['data[1].paragraphs[1] has no list "qas"', paragraph({ context: "c" })],
    ['data[1].paragraphs[1].qas[0] has no text "question"', paragraph({ context: "c", qas: [{ answers: [] }] })],
    ['data[1].paragraphs[1].qas[0] has no list "answers"', paragraph({ context: "c", qas: [{ question: "q" }] })],
    [
      'data[1].paragraphs[1].qas[0].answers[1] has no text "text"',
      paragraph({ context: "c", qas: [{ question: "q", answers: [{ text: "a" }, {}] }] }),
    ],
    ["The file is no valid JSON", '{"data":\n}'],
  ])("%s", (message, json) => checkRefused(message, () => readSquad(json)));
});

describe("lines that are wrong are refused, with the place:", () => {
  const section = '{"id":"s1","title":"t","text":"x"}';
  const question = '{"question":"q","relevant":["s1"],"answers":[]}';

  it.each([
    ["sections.jsonl line 1 is no valid JSON", "{", question],
    ["sections.jsonl line 3 is no valid JSON", `${section}\n\n[1`, question],
    ['sections.jsonl line 2 has no text "id"', `${section}\nnull`, question],
    ['sections.jsonl line 1 has no text "title"', '{"id":"s1","text":"x"}', question],
    ['sections.jsonl line 1 has no text "text"', '{"id":"s1","title":"t"}', question],
    ['sections.jsonl line 2 repeats the id "s1"', `${section}\n${section}`, question],
    ["questions.jsonl line 1 is no valid JSON", section, "{"],
    ['questions.jsonl line 2 has no list "relevant"', section, `${question}\n{}`],
    ['questions.jsonl line 1 has no text "question"', section, '{"relevant":["s1"],"answers":[]}'],
    ['questions.jsonl line 1 has no list "answers"', section, '{"question":"q","relevant":["s1"]}'],
    ['questions.jsonl line 1 names the section "s9"', section, '{"question":"q","relevant":["s9"],"answers":[]}'],
    ["questions.jsonl line 1", section, '{"question":"q","relevant":[{}],"answers":[]}'],
  ])("%s", (message, sections, questions) =>
    checkRefused(message, () => readSectionsAndQuestions(sections, questions)));
});
