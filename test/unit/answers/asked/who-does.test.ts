import { describe, expect, it } from "vitest";
import { whoDoes } from "../../../../src/answers/asked/who-does.ts";

describe("who does something", () => {
  it.each<[question: string, sentence: string, told: number]>([
    ["Who runs the sailing school?", "The sailing school is run by volunteers.", 1],
    ["Who runs the sailing school?", "Tilda Quist took over the sailing school.", 0.8],
    ["Who runs the sailing school?", "The sailing school is led by two friends.", 1],
    ["Who runs the sailing school?", "The harbour office lets the sailing school use its boats.", 0.8],
    ["Who runs the sailing school?", "The sailing school meets at the Old Market Hall on Fridays.", 0],
    ["Who runs the sailing school?", "The sailing school has room for ten children.", 0],
    ["Who carries the mail?", "Mail is carried to the island each day.", 1],
    ["who designed the lighthouse", "The lighthouse can be hired by local groups.", 0],
  ])("%s %s %j", (question, sentence, told) => expect(whoDoes(question)?.(sentence)).toBe(told));

  it.each([
    "Who can hire the lighthouse?",
    "Who is the harbour master?",
    "Who gets a ticket?",
    "When does it open?",
  ])("is not asked by %s", (question) => expect(whoDoes(question)).toBeNull());
});
