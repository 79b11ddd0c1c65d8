import { describe, expect, it } from "vitest";
import { fitOf, readTyped } from "../../../src/text/typed.ts";

const fitWith = (title: string, typed: string) => fitOf(readTyped(title), readTyped(typed));

describe("what is typed so far", () => {
  it.each([
    ["대만 관세 협의", "대만"],
    ["대만 관세 협의", "대만관"],
    ["대만 관세 협의", "대마"],
    ["대만 관세 협의", "댐"],
    ["대만 관세 협의", "ㄷ"],
    ["과학 협정", "고"],
    ["값이 오른 까닭", "갑"],
    ["값이 오른 까닭", "가"],
    ["EU 관세", "eu"],
    ["대만 관세 협의".normalize("NFD"), "대만"],
    ["대만 관세 협의", ""],
  ])("%j fits %j from the start", (title, typed) => expect(fitWith(title, typed)).toBe(4));

  it.each([
    ["대만 관세 협의", "관셍", 0],
    ["대만 관세에 대하여", "관셍", 3],
    ["대만 관세 협의", "협", 3],
    ["상호관세", "관세", 2],
    ["대만 관세 협의", "ㄷㅁㄱ", 1],
    ["대만 관세 협의", "ㄱㅅㅎㅇ", 1],
    ["대만 관세 협의", "일본", 0],
    ["대만 관세 협의", "ㅇㅂ", 0],
  ])("%j with %j fits as well as %i", (title, typed, expected) => expect(fitWith(title, typed)).toBe(expected));
});
