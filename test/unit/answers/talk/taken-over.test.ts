import { describe, expect, it } from "vitest";
import { contentOf, takenOver } from "../../../../src/answers/talk/taken-over.ts";
import { lexicon } from "../small-library.ts";

const turn = (understoodAs: string, topic = "") => ({ understoodAs, topic });

describe("a follow-up takes over", () => {
  it.each<[followUp: string, before: string, expected: string]>([
    // with a predicate of its own the nouns alone
    ["돈은 얼마나 들어?", "등대 공사는 왜 늦어졌대?", "등대 공사는"],
    ["누가 내?", "등대 통행료는 언제 올랐어?", "등대 통행료는"],
    ["누가 더 많이 받아?", "등대 수당은 다 나눠 줬어?", "등대 수당은"],
    ["언제 개최해?", "등대 축제는 누가 주최해?", "등대 축제는"],
    // without one all of it
    ["언제부터?", "등대 공사는 왜 늦어졌대?", "등대 공사는 늦어졌대"],
    ["부두는 몇 퍼센트야?", "등대 공사는 왜 늦어졌대?", "등대 공사는 늦어졌대"],
    ["누가 그랬어?", "등대 공사는 왜 늦어졌대?", "등대 공사는 늦어졌대"],
    // what counts asks
    ["왜?", "등대 배는 몇 척 들어왔어?", "등대 배는 들어왔어"],
    // and letters say nothing
    ["왜?", "등대 배는 들어왔어 ㅠㅠ?", "등대 배는 들어왔어"],
  ])("%s after %s: %s", (followUp, before, expected) => {
    expect(takenOver(followUp, turn(before, "등대"), lexicon)).toBe(expected);
  });

  it.each<[topic: string, expected: string]>([
    ["등대", "등대"],
    ["", "늦어졌대"],
  ])("the topic %j where the question before names nothing", (topic, expected) => {
    expect(takenOver("돈은 얼마나 들어?", turn("왜 늦어졌대?", topic), lexicon)).toBe(expected);
  });
});

it("more of an answer is asked for by all that the question says", () => {
  expect(contentOf(turn("등대 공사는 왜 늦어졌대?"), lexicon)).toBe("등대 공사는 늦어졌대");
});
