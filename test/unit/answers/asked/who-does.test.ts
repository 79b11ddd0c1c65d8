import { describe, expect, it } from "vitest";
import { whoDoes } from "../../../../src/answers/asked/who-does.ts";

describe("who does something", () => {
  it.each<[question: string, sentence: string, told: boolean]>([
    ["Who runs the sailing school?", "The sailing school is run by volunteers.", true],
    ["Who runs the sailing school?", "Tilda Quist took over the sailing school.", true],
    ["Who runs the sailing school?", "The sailing school is led by two friends.", true],
    ["Who runs the sailing school?", "The harbour office lets the sailing school use its boats.", true],
    ["Who runs the sailing school?", "The sailing school meets at the Old Market Hall on Fridays.", false],
    ["Who runs the sailing school?", "The sailing school has room for ten children.", false],
    ["Who carries the mail?", "Mail is carried to the island each day.", true],
    ["who designed the lighthouse", "The lighthouse can be hired by local groups.", false],
  ])("%s %s %j", (question, sentence, told) => expect(whoDoes(question)?.(sentence)).toBe(told));

  it.each([
    "Who can hire the lighthouse?",
    "Who is the harbour master?",
    "Who gets a ticket?",
    "When does it open?",
  ])("is not asked by %s", (question) => expect(whoDoes(question)).toBeNull());
});
