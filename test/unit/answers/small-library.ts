import { DEFAULT_THRESHOLD } from "../../../src/answers/confidence/threshold.ts";
import { answerQuestion, createDocuments, type Knowledge } from "../../../src/answers/engine.ts";
import type { Article } from "../../../src/documents/article.ts";
import { createInMemoryIndex } from "../../../src/search/in-memory-index.ts";
import type { IndexChange } from "../../../src/search/section-index.ts";
import { parseLexicon } from "../../../src/text/lexicon.ts";
import { read } from "../documents/read.ts";

/** Aliases of several kinds, and words that may stand for each other. */
export const { lexicon } = parseLexicon(
  `# --- countries ---
미국	美	US	United States
한국	韓	대한민국	South Korea
일본	日	Japan
중국	中	China
대만	타이완	Taiwan
몽골	Mongolia
캐나다	Canada
덴마크	Denmark
이스라엘	Israel
# --- organisations ---
유럽연합	EU	European Union
세계보건기구	WHO
# --- people ---
트럼프	Trump
위트코프	Witkoff
# --- offices ---
대사	ambassador
중동특사	중동 특사
# --- policy ---
관세	tariff
국방비	국방 예산	defense budget
`,
  "거절\t거부\t뿌리치다\n매각\t팔다\n관제\t통제\n",
);

const countries = `# 나라별 정리

## 1. 대만

대만 정부는 2025년 4월에 국방비를 국내총생산의 5%로 올렸다. 이에 중국은 크게 반발했다. 대만은 반도체 공장을 남쪽 도시에 더 짓는다. 새 공장에서는 1200명이 일한다.

## 2. 일본

### 2.1. 자동차 관세

일본은 7월 22일에 자동차 관세를 15%로 낮추기로 합의했다. 부품에는 다른 세율이 붙는다.

### 2.2. 쇄빙선

일본 조선소는 얼음을 깨는 배 12척을 만든다. 첫 배는 북쪽 바다로 간다.

## 3. 몽골

## 4. 캐나다

### 4.1. 국경

### 4.2. 목재

## 5. 덴마크

덴마크는 섬을 넘기라는 제안을 거절했다.[^1] 총리는 주민의 뜻이 먼저라고 말했다.

## 6. 품목별 세율

| 품목 | 세율 | 시행일 |
| --- | --- | --- |
| 철강 | 50% | 6월 4일 |
| 구리 | 30% | 8월 1일 |
| 목재 | 10% | 10월 14일 |

[^1]: 왕실 대변인은 섬이 물건이 아니라고 밝혔다.
`;

const rent = `---
title: 청년 월세 지원
date: 2025-03-02 09:00:00 +0900
source: 보기신문
excerpt: >
  상담 창구는 평일 아홉 시에 문을 연다.  설명회는 전국에서 14차례 열린다.
---

올봄부터 월세를 돕는 나이가 만 39세까지로 넓어진다.

신청은 동네 주민센터에서 받는다.

보기신문 구독은 전화로 신청한다.
`;

const beach = `---
title: 바다 쓰레기 대책
source: 보기신문
---

정부는 어민에게 그물 회수 보증금을 돌려준다.

어민은 항구에서 그물을 반납한다.

보기신문 구독은 전화로 신청한다.
`;

/** Three documents: an outline with tables and notes, and two posts that end in the same line. */
export const articles: readonly Article[] = [
  read(countries, "나라별 정리.md").article,
  read(rent, "2025-03-02-1.md").article,
  read(beach, "2025-03-03-1.md").article,
];

export const REPEATED_LINE = "보기신문 구독은 전화로 신청한다.";

/** What the engine knows after reading the articles, with blocks that stand in several posts of a source marked. */
export function know(texts: readonly Article[]): Knowledge {
  const index = createInMemoryIndex(lexicon);
  const puts = texts.map((article): IndexChange => ({ kind: "put", article }));
  index.apply([...puts, { kind: "boilerplate", sources: repeatedIn(texts) }], 1);
  return { ...createDocuments(index, lexicon), threshold: () => DEFAULT_THRESHOLD };
}

function repeatedIn(texts: readonly Article[]): { source: string; fingerprints: string[] }[] {
  const repeated = texts.flatMap(({ source, sections }) =>
    sections.flatMap(({ body, fingerprints }) =>
      fingerprints.filter((_, line) => body.split("\n")[line] === REPEATED_LINE).map((print) => ({ source, print })),
    ),
  );
  return repeated.map(({ source, print }) => ({ source, fingerprints: [print] }));
}

const small = know(articles);

/** The answer of the small library to a question asked alone. */
export const ask = (question: string) => answerQuestion(question, null, small).answer;
