import { expect, it } from "vitest";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";

const english = read(
  `# Gull Island ferry

## Tickets

A ticket for the ferry costs $4.

## Fines

Whoever rides the ferry without a ticket pays $30. A bicycle on the car deck costs $9.
`,
  "ferry.md",
).article;
const korean = read(
  `# 갈매기섬 낚시

## 허가증

낚시 허가증은 한 장에 8,000원이다.

## 벌금

허가증 없이 낚시하면 벌금 50,000원을 낸다.
`,
  "낚시.md",
).article;
const priced = read("# 솔섬 캠핑\n\n## 예약증\n\n캠핑 예약증은 한 장에 6,000원이다.\n", "캠핑.md").article;
const knowledge = know([...articles, english, korean, priced]);
const ask = (question: string) => answerQuestion(question, null, knowledge).answer.sentences[0]?.text;

it.each([
  ["How much is the ferry without a ticket?", "Whoever rides the ferry without a ticket pays $30."],
  ["How much is a ticket for the ferry?", "A ticket for the ferry costs $4."],
  ["허가증 없이 낚시하면 벌금 얼마야?", "허가증 없이 낚시하면 벌금 50,000원을 낸다."],
  ["낚시 허가증 얼마야?", "낚시 허가증은 한 장에 8,000원이다."],
  ["예약증 없이 캠핑하면 얼마야?", undefined],
])("%s", (question, sentence) => expect(ask(question)).toBe(sentence));
