import { describe, expect, test } from "vitest";
import { gapBetween, isBroken, rightEdgeOf } from "../../../src/documents/wrapped-lines.ts";
import { outline, read } from "./read.ts";

const REPORT = [
  "나루시 하수도 점검 보고",
  "나루시는 지난해 가을부터 오래된 하수관 열두 곳을 차례로",
  "파서 살폈다. 그 가운데 다섯 곳은 이음매가 벌어져 있었고,",
  "두 곳에서는 흙이 관 안으로 쓸려 들어와 물길이 절반으로",
  "좁아져 있었다. 시는 다음과 같이 손보기로 하였다.",
  "- 이음매가 벌어진 관은 올해 안에 안쪽에서 덧대어 막는다",
  "- 흙이 들어온 관은 새것으로 바꾼다",
  "관 이름 길이 상태",
  "북문 1호 120미터 벌어짐",
  "공사비는 모두 31억 원으로 어림하며, 나라에서 절반을 대고",
  "나머지는 시가 세 해에 걸쳐 나누어 낸다. 공사하는 동안",
  "북문 앞길은 한쪽만 다닐 수 있다.",
  "- 12 -",
];

test("lines that a page broke are one paragraph again", () => {
  expect(outline(read(REPORT.join("\n")).article)).toEqual([
    [
      "(lead): 나루시 하수도 점검 보고",
      "나루시는 지난해 가을부터 오래된 하수관 열두 곳을 차례로 파서 살폈다. 그 가운데 다섯 곳은 이음매가 벌어져 있었고, 두 곳에서는 흙이 관 안으로 쓸려 들어와 물길이 절반으로 좁아져 있었다. 시는 다음과 같이 손보기로 하였다.",
      "- 이음매가 벌어진 관은 올해 안에 안쪽에서 덧대어 막는다",
      "- 흙이 들어온 관은 새것으로 바꾼다",
      "관 이름 길이 상태",
      "북문 1호 120미터 벌어짐",
      "공사비는 모두 31억 원으로 어림하며, 나라에서 절반을 대고 나머지는 시가 세 해에 걸쳐 나누어 낸다. 공사하는 동안 북문 앞길은 한쪽만 다닐 수 있다.",
      "- 12 -",
    ].join(" / "),
  ]);
});

test("so are those of a text with numbered headings", () => {
  const [title = "", ...lines] = REPORT;
  const text = [`1. ${title}`, ...lines.slice(0, 4), "2. 길", "2.1. 막는 곳", ...lines.slice(8, 11)].join("\n");
  expect(outline(read(text).article).at(-1)).toBe(
    "2. 길 > 2.1. 막는 곳: 공사비는 모두 31억 원으로 어림하며, 나라에서 절반을 대고 나머지는 시가 세 해에 걸쳐 나누어 낸다. 공사하는 동안 북문 앞길은 한쪽만 다닐 수 있다.",
  );
});

test("a page's edge is seen where each paragraph is one sentence", () => {
  expect(rightEdgeOf([...REPORT.slice(1, 3), "물길이 좁아졌다.", ...REPORT.slice(9, 11), "길을 막는다."])).not.toBe(
    null,
  );
});

const ROWS = ["북문 1호 하수관 길이 120미터 이음매 벌어짐 손봄", "북문 2호 하수관 길이 180미터 이음매 벌어짐 손봄"];

describe("no page broke the lines of", () => {
  test.each<[string, readonly string[]]>([
    ["nothing", []],
    ["rows of one width", [...ROWS, ...ROWS, ...ROWS]],
    [
      "rows of one width below a paragraph",
      [`시는 지난해 하수관을 살폈다. ${ROWS.join(", ")}을 보았다.`, ...Array(12).fill(ROWS).flat()],
    ],
    ["rows of one width above a sentence", [...ROWS, ...ROWS, "손본 관은 모두 네 곳이다."]],
    ["paragraphs of one line", [REPORT.slice(1, 5).join(" "), REPORT.slice(9, 12).join(" "), "끝이다. 더 없다."]],
    ["verse", ["강가에 물이 차고. 바람이", "분다 멀리서", "누가 부르는", "소리 들린다", "또 듣는다"]],
  ])("%s", (_, lines) => {
    expect(rightEdgeOf(lines)).toBe(null);
  });
});

test.each<[string, string, boolean]>([
  ["시는 지난해 가을부터 오래된 하수관", "열두 곳을 살폈다", true],
  ["시는 지난해 가을부터 오래된 하수관", "120미터를 살폈다", true],
  ["시는 지난해 가을에 살폈고, 올해는,", "공사를 한다", true],
  ["시는 지난해 가을보다 공사비 비율이", "-0.5%포인트 바뀌었다", true],
  ["시는 지난해 하수관을", "열두 곳 살폈다", false],
  ["시는 지난해 가을에 하수관을 살폈다.", "열두 곳이다", false],
  ["시는 지난해 가을부터 손볼 하수관은:", "열두 곳", false],
  ["시는 지난해 가을부터 오래된 하수관", "- 열두 곳", false],
  ["시는 지난해 가을부터 오래된 하수관", "3. 공사", false],
  ["시는 지난해 가을부터 오래된 하수관", "12", false],
  ["시는 지난해 가을부터 고친 하수관 규칙", "제7조에 따라 살폈다", true],
  ["시는 지난해 가을부터 고친 하수관 규칙", "제7조(살피는 일) 해마다 살핀다", false],
])("%j goes on in %j: %j", (line, next, goesOn) => {
  expect(isBroken(line, next, { columns: 40, torn: new Set() })).toBe(goesOn);
});

const PAGE = [
  "나. 하수관을 손보는 일",
  "나루시는 지난해 가을부터 오래된 하수관 열두 곳을 차례",
  "로 파서 살폈다. 그 가운데 다섯 곳은 이음매가 벌어졌다고",
  "보았고, 두 곳에서는 흙이 관 안으로 쓸려 들어온 것을 보",
  "았다. 시는 이음매를 안쪽에서 덧대어 막고 해마다 살피게 한",
  "다. 공사비는 모두 31억 원으로 어림하며, 나라에서 절반을",
  "대고 나머지는 시가 세 해에 걸쳐 나누어 낸다. 공사를 한",
  "다. 손본 관은 모두 열두 곳이다.",
  "다. 길을 막는 일",
  "공사하는 동안 북문 앞길은 한쪽만 다닐 수 있다.",
  "라. 알리는 일",
  "시는 공사를 열흘 앞서 알린다.",
];

test("a syllable that a page broke off is no letter of a list, and those after it keep their order", () => {
  expect(outline(read(PAGE.join("\n")).article)).toEqual([
    [
      "(lead): 나. 하수관을 손보는 일",
      "나루시는 지난해 가을부터 오래된 하수관 열두 곳을 차례 로 파서 살폈다. 그 가운데 다섯 곳은 이음매가 벌어졌다고 보았고, 두 곳에서는 흙이 관 안으로 쓸려 들어온 것을 보았다. 시는 이음매를 안쪽에서 덧대어 막고 해마다 살피게 한다. 공사비는 모두 31억 원으로 어림하며, 나라에서 절반을 대고 나머지는 시가 세 해에 걸쳐 나누어 낸다. 공사를 한다. 손본 관은 모두 열두 곳이다.",
      "다. 길을 막는 일",
      "공사하는 동안 북문 앞길은 한쪽만 다닐 수 있다.",
      "라. 알리는 일",
      "시는 공사를 열흘 앞서 알린다.",
    ].join(" / "),
  ]);
});

test.each<[string, string, string]>([
  ["남쪽 길을 지나", "는 차가 많다", ""],
  ["북쪽 길을 이용하여", "야 한다", ""],
  ["'나루터'", "를 연다", ""],
  ["공사를 마친", "다. 비용은", ""],
  ["31억 원을 2029년", "까지 낸다", ""],
  ["북문 앞길", "은행 옆", " "],
  ["공사를 맡은", "이 회사", " "],
  ["나이가", "만 19세인", " "],
  ["공사를 마친 뒤,", "에서는", " "],
])("between %j and %j stands %j", (line, next, gap) => {
  expect(gapBetween(line, next)).toBe(gap);
});
