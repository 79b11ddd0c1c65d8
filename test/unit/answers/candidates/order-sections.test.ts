import { describe, expect, it } from "vitest";
import { findCandidates } from "../../../../src/answers/candidates/find-candidates.ts";
import { explainQuestion } from "../../../../src/answers/engine.ts";
import { read } from "../../documents/read.ts";
import { know } from "../small-library.ts";

const harbour = read(
  `# 항구 안내

## 여객선 시간표

여객선 시간표는 항구 안내소에 있다. 여객선 시간표는 계절마다 바뀐다.

## 첫 배

아침 여객선은 여섯 시 반에 떠난다.
`,
  "harbour.md",
).article;
const library = know([harbour]);

describe("sections, where their sentences have had their say", () => {
  const { hits, candidates } = findCandidates("여객선은 아침 몇 시에 떠나?", library);

  it("come best first, each once", () => {
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
    expect(new Set(hits.map(({ section }) => section.id)).size).toBe(hits.length);
  });

  it("are not lowered where the best sentence stands", () => {
    const best = hits.find(({ section }) => section.id === candidates[0]?.hit.section.id);
    expect(best?.section.heading).toBe("첫 배");
    expect(best?.bySentences).toBeGreaterThanOrEqual(0);
    for (const other of hits) expect(other.bySentences).toBeLessThanOrEqual(best?.bySentences ?? 0);
  });

  it("have scores that an explanation sums up to", () => {
    const { explanation } = explainQuestion("여객선은 아침 몇 시에 떠나?", null, library);
    expect(explanation.sections.length).toBe(hits.length);
    for (const { score, parts } of explanation.sections) {
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 6);
    }
  });
});

it("a question that no sentence speaks of leaves sections as they are", () => {
  const empty = know([read("# 표지\n\n## 빈 쪽\n\n## 다른 빈 쪽\n", "cover.md").article]);
  const { hits, candidates } = findCandidates("빈 쪽은?", empty);
  expect(candidates).toEqual([]);
  expect(hits.length).toBeGreaterThan(0);
  for (const { bySentences } of hits) expect(bySentences).toBe(0);
});
