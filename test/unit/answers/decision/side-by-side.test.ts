import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";

const notice = (name: string, date: string, text: string) =>
  read(`---\ntitle: ${name} 선착장 안내\ndate: ${date}\n---\n\n${text}\n`, `${date.slice(0, 10)}-${name}.md`).article;

const older = notice("동쪽", "2025-03-02 09:00:00 +0900", "섬 여객선은 아침 일곱 시에 떠난다. 표는 창구에서 판다.");
const newer = notice("서쪽", "2025-06-02 09:00:00 +0900", "섬 여객선은 아침 여덟 시에 떠난다. 표는 전화로도 판다.");
const ask = (question: string, texts = [...articles, older, newer]) =>
  answerQuestion(question, null, know(texts)).answer;

describe("articles that answer nearly alike", () => {
  it("are quoted side by side, each with its own citation, the newest first", () => {
    const { inSeveralPlaces, sentences, citations } = ask("섬 여객선은 아침 몇 시에 떠나?");
    expect(inSeveralPlaces).toBe(true);
    expect(sentences).toEqual([
      { text: "섬 여객선은 아침 여덟 시에 떠난다.", citation: 1 },
      { text: "섬 여객선은 아침 일곱 시에 떠난다.", citation: 2 },
    ]);
    expect(citations.map(({ articleId }) => articleId)).toEqual([newer.id, older.id]);
  });

  it("are one where the question says which", () => {
    const { inSeveralPlaces, citations } = ask("동쪽 선착장에서 섬 여객선은 아침 몇 시에 떠나?");
    expect(inSeveralPlaces).toBe(false);
    expect(citations.map(({ articleId }) => articleId)).toContain(older.id);
  });

  it("are one where the other hardly says it", () => {
    const beside = notice("남쪽", "2025-06-03 09:00:00 +0900", "섬 여객선 아침 안내 무단 복제 금지.");
    expect(ask("섬 여객선은 아침 몇 시에 떠나?", [...articles, older, beside]).inSeveralPlaces).toBe(false);
  });

  it("are one where only one says it", () => {
    expect(ask("섬 여객선은 아침 몇 시에 떠나?", [...articles, older]).inSeveralPlaces).toBe(false);
  });
});

it("a section asked for as a whole is one place, whatever parts it has", () => {
  const { citations, inSeveralPlaces } = ask("일본 정책은?");
  expect(citations.length).toBeGreaterThan(1);
  expect(inSeveralPlaces).toBe(false);
});
