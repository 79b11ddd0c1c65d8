import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DEFAULT_THRESHOLD } from "../../../../src/answers/confidence/threshold.ts";
import { answerQuestion, createDocuments } from "../../../../src/answers/engine.ts";
import { createInMemoryIndex } from "../../../../src/search/in-memory-index.ts";
import { parseLexicon } from "../../../../src/text/lexicon.ts";
import { read } from "../../documents/read.ts";

const exclusive = readFileSync(join(import.meta.dirname, "../../../../index-data/lexicon/exclusive.tsv"), "utf8");
const { lexicon } = parseLexicon("", "", exclusive);

const documents = [
  [
    "급식비.md",
    `# 초등학교 급식비

## 금액

초등학교 급식비는 한 달에 5만 원이다. 형제가 있으면 절반만 낸다.

## 내는 날

급식비는 매달 5일에 통장에서 나간다.
`,
  ],
  [
    "wardens.md",
    `# Harbour wardens

## Uniforms

Full-time wardens receive two uniforms a year. Boots are free.

## Passes

A temporary pass costs £5.
`,
  ],
  [
    "썰매장.md",
    `# 솔내 썰매장

## 이용료

| 구분 | 평일 | 주말 |
| --- | --- | --- |
| 어른 | 7,000원 | 9,000원 |
| 청소년 | 5,000원 | 6,000원 |

## 여는 시간

겨울철에는 오전 10시부터 오후 6시까지 문을 연다. 표는 닫기 한 시간 전까지 판다.

## 강습

오전 강습은 10시 30분에 시작한다. 강습비는 2만 원이다.
`,
  ],
  [
    "창업 자금.md",
    `# 창업 자금

## 한도

개인은 2천만 원까지 빌린다. 이자는 한 해에 3퍼센트다.

## 상담

상담 창구는 국내 기업만 쓸 수 있다.
`,
  ],
  [
    "봄내 회관.md",
    `# 봄내 회관

## 강좌

여름 강좌는 7월 1일에 연다. 수강료는 3만 원이다.
`,
  ],
  [
    "성인병.md",
    `# 성인병 검진

## 받는 곳

노인은 보건소 1층에서 받는다. 검진은 두 해에 한 번 한다.
`,
  ],
  [
    "상담실.md",
    `# 마음 상담실

## 대인 관계

청소년은 한 주에 한 번 온다. 상담은 50분이다.
`,
  ],
  [
    "학사 일정.md",
    `# 늘푸른대 학사 일정

## 제출과 개강

석사 논문은 5월 말까지 낸다. 개강은 3월 2일이다.
`,
  ],
] as const;

const index = createInMemoryIndex(
  lexicon,
  documents.map(([path, text]) => read(text, path).article),
);
const knowledge = { ...createDocuments(index, lexicon), threshold: () => DEFAULT_THRESHOLD };
const ask = (question: string) => answerQuestion(question, null, knowledge).answer;

describe("what is told of the one that is asked about is quoted", () => {
  it.each([
    ["How many uniforms do full-time wardens receive?", "two uniforms"],
    ["How much is a temporary pass?", "£5"],
    ["초등학교 급식비 얼마야?", "5만 원"],
    ["초등학교 급식비 언제 내?", "5일"],
    ["썰매장 주말 어른 이용료 얼마야?", "9,000원"],
    ["썰매장 토요일 어른 이용료 얼마야?", "9,000원"],
    ["썰매장 겨울철 여는 시간", "오전 10시"],
    ["썰매장 오전 강습 몇 시에 시작해?", "10시 30분"],
    ["창업 자금 개인은 얼마까지 빌려?", "2천만 원"],
    // What begins as a member, or is written like one, and means something else.
    ["봄내 회관 수강료 얼마야?", "3만 원"],
    ["성인병 검진 어디서 받아?", "보건소"],
    ["대인 관계 상담은 몇 분이야?", "50분"],
    ["늘푸른대 학사 일정 개강은 언제야?", "3월 2일"],
    // What is for these alone is not for the others.
    ["창업 자금 상담 창구 국외 기업도 쓸 수 있어?", "국내 기업만"],
  ])("%s", (question, expected) => {
    const { sentences } = ask(question);
    expect(sentences[0]?.text).toContain(expected);
  });
});

describe("and nothing of another one, nor what says less", () => {
  it.each([
    "How many uniforms do part-time wardens receive?",
    "How much is a permanent pass?",
    "고등학교 급식비 얼마야?",
    "중학교 급식비 언제 내?",
    "썰매장 여름철 여는 시간",
    "썰매장 오후 강습 몇 시에 시작해?",
    "창업 자금 법인은 얼마까지 빌려?",
  ])("%s", (question) => {
    expect(ask(question).status).toBe("not-found");
  });
});
