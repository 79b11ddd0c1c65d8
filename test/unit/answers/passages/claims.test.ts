import { expect, it } from "vitest";
import { claimsOf } from "../../../../src/answers/passages/claims.ts";
import { parseLexicon } from "../../../../src/text/lexicon.ts";

const { lexicon } = parseLexicon("대만\tTaiwan", "");

it.each<[text: string, claims: string[]]>([
  ["대만은 국방비를 10%로 올렸다.", ["대만은 국방비를 10%로 올렸다."]],
  ["대만은 국방비를 올렸다. 정말이야? 안녕하세요!", ["대만은 국방비를 올렸다."]],
  ["대만은 국방비를 올렸다.\n- 관세는 25%로 정해졌다.", ["대만은 국방비를 올렸다.", "관세는 25%로 정해졌다."]],
  ["대만은 국방비를 올렸다. 대만은 국방비를 올렸다.", ["대만은 국방비를 올렸다."]],
  ["https://example.org/대만-국방비-증액", []],
  ["ㅋㅋㅋ", []],
  ["네.", []],
  ["", []],
  ["Taiwan raised its defence budget. Who said that?", ["Taiwan raised its defence budget."]],
])("%j claims %j", (text, claims) => expect(claimsOf(text, lexicon)).toEqual(claims));
