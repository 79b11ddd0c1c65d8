import { describe, expect, it } from "vitest";
import { withPlaceNamed } from "../../../../src/answers/message/that-place.ts";
import { lexicon } from "../small-library.ts";

const named = (message: string, ...sentences: readonly string[]) =>
  withPlaceNamed(
    message,
    {
      understoodAs: "빈 배는 어디에 가장 많아?",
      topic: "빈 배",
      told: [{ understoodAs: "빈 배는 어디에 가장 많아?", articleId: "one", sectionId: "s", sentences }],
    },
    lexicon,
  );

describe("a place by no name", () => {
  it.each([
    ["거기는 얼마야?", "달빛시에는 빈 배가 41채로 가장 많다.", "달빛시는 얼마야?"],
    ["그럼 거기 요금은?", "달빛시에는 빈 배가 41채로 가장 많다.", "그럼 달빛시 요금은?"],
    ["그 도시에는 등대가 몇 개야?", "달빛시에는 빈 배가 41채로 가장 많다.", "달빛시에는 등대가 몇 개야?"],
    ["거기는 요금이 얼마야?", "배는 물개항에 가장 많다.", "물개항은 요금이 얼마야?"],
    ["거기는 어때?", "덴마크는 요금을 올렸다.", "덴마크는 어때?"],
  ])("%s after %s", (message, sentence, expected) => {
    expect(named(message, sentence)).toBe(expected);
  });

  it.each([
    ["거기는 얼마야?", "달빛시와 은모래시에는 빈 배가 있다."],
    ["거기는 얼마야?", "요금은 9천 원이다."],
    ["달빛시는 얼마야?", "은모래시에는 빈 배가 있다."],
    ["거기서 거기네", "달빛시에는 빈 배가 41채로 가장 많다."],
  ])("%s after %s stays as it is", (message, sentence) => {
    expect(named(message, sentence)).toBe(message);
  });

  it("is the one of a further sentence where the best names none", () => {
    expect(named("거기는 얼마야?", "요금은 9천 원이다.", "물개항은 값을 깎았다.")).toBe("물개항은 얼마야?");
  });

  it("stays as it is where nothing was asked before", () => {
    expect(withPlaceNamed("거기는 얼마야?", null, lexicon)).toBe("거기는 얼마야?");
  });
});
