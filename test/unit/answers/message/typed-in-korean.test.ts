import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { typedInKorean } from "../../../../src/answers/message/typed-in-korean.ts";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";

const english = read("# Risk\n\nThe risk of flooding is said to be low.\n", "risk.md").article;
const knowledge = know([...articles, english]);

it.each([
  ["eoaks rnrqkdqlsms djfakdi?", "대만 국방비는 얼마야?"],
  ["dkssud", "안녕"],
  ["dho?", "왜?"],
  ["ej wktpgl", "더 자세히"],
])("%s means %s", (typed, meant) => expect(typedInKorean(typed, knowledge)).toBe(meant));

it.each([
  ["words that English questions are made of", "also such"],
  ["a word of the documents", "risk"],
  ["one of them with others", "risk rnrqkdql"],
  ["what says nothing in Korean either", "dock goal"],
  ["capitals", "EU"],
  ["what makes a syllable by chance", "dl"],
  ["a name that does", "Si"],
  ["an English message", "who is it"],
])("%s are read as they stand: %s", (_, typed) => expect(typedInKorean(typed, knowledge)).toBe(null));

describe("an answer to it", () => {
  it("is that of what was meant, and says so", () => {
    const { answer, turn } = answerQuestion("eoaks rnrqkdqlsms djfakdi?", null, knowledge);
    const meant = answerQuestion("대만 국방비는 얼마야?", null, knowledge);
    expect(answer).toEqual({
      ...meant.answer,
      question: "eoaks rnrqkdqlsms djfakdi?",
      readAs: "대만 국방비는 얼마야?",
    });
    expect(turn).toEqual(meant.turn);
  });

  it("is none where it was typed in Korean", () => {
    expect(answerQuestion("대만 국방비는 얼마야?", null, knowledge).answer.readAs).toBeUndefined();
  });
});
