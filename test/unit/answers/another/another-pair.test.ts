import { expect, it } from "vitest";
import { createAnotherPair } from "../../../../src/answers/another/another-pair.ts";
import { parseLexicon } from "../../../../src/text/lexicon.ts";

const { lexicon } = parseLexicon(`# --- countries ---
한국
미국
북한
일본	Japan
러시아	Russia
# --- people ---
강하늘
서바다
윤파도
# --- policy words ---
관세
협상
# --- several at once ---
한국+미국	한미
한국+미국+일본	한미일
북한+러시아	북러
북한+미국	북미 회담
`);

const isOfAnother = (question: string, text: string, headings: readonly string[] = [], title = "등대 소식") =>
  createAnotherPair(question, lexicon)?.({ text, title, headingPath: headings }) ?? null;

it.each<[question: string, text: string, expected: boolean | null]>([
  ["북미 회담은 어디서 열렸어?", "한미 회담은 섬에서 열렸다.", true],
  ["북한과 미국의 회담은 언제야?", "한미 회담은 봄에 열렸다.", true],
  ["북한과 미국의 회담은 언제야?", "북한이 미국과 봄에 만났다.", false],
  ["한국 일본 관계는?", "북한과 러시아는 배를 보냈다.", true],
  ["강하늘과 서바다 회담은 언제야?", "강하늘과 윤파도는 봄에 만났다.", true],
  ["Russia and Japan talks", "한미 회담은 봄에 열렸다.", true],
  // those that are asked about are told of, among others or apart
  ["한미 회담은 언제야?", "한미일 회담은 봄에 열렸다.", false],
  ["한미 회담은 언제야?", "북러가 배를 보내자 한국은 미국을 찾았다.", false],
  // nobody is named together
  ["한미 회담은 언제야?", "회담은 봄에 열렸다.", false],
  ["미국이 일본에 판 배는?", "한미 회담은 봄에 열렸다.", null],
  ["관세 협상은 언제야?", "한미 회담은 봄에 열렸다.", null],
  ["강하늘 미국 방문은?", "한미 회담은 봄에 열렸다.", null],
])("%s %s", (question, text, expected) => {
  expect(isOfAnother(question, text)).toBe(expected);
});

it("looks above a sentence, too", () => {
  expect(isOfAnother("북미 회담은 어디서 열렸어?", "회담은 섬에서 열렸다.", ["한미 회담"])).toBe(true);
  expect(isOfAnother("한미 회담은 어디서 열렸어?", "북러 회담보다 먼저 섬에서 열렸다.", ["한미 회담"])).toBe(false);
});
