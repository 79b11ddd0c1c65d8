import { expect, it } from "vitest";
import { onKoreanKeys } from "../../../src/text/korean-keys.ts";

it.each([
  ["rnrqkdql", "국방비"],
  ["dkssud?", "안녕?"],
  ["eoaks Rhcxmf, 25%", "대만 꽃틀, 25%"],
  ["djswp rkTdj", "언제 갔어"],
  ["Dkssud", "안녕"],
  ["qkedms djedjTek akfrdms dhkWkr", "받은 얻었다 맑은 와짝"],
])("%s is %s", (typed, meant) => expect(onKoreanKeys(typed)).toBe(meant));

it.each([
  "",
  "25%",
  "what is it",
  "NATO",
  "OK",
  "EU",
  "rnrqkdql 관세",
  "rnrqkdql налог",
  "rk".repeat(1000),
])("%j is no Korean on other keys", (typed) => expect(onKoreanKeys(typed)).toBe(null));
