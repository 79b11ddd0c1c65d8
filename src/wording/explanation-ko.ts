import type { ExplanationWording } from "./explanation-wording.ts";

const REASONS: Readonly<Record<Parameters<ExplanationWording["reason"]>[0], string>> = {
  sure: "확신이 충분한 문장이 있어서 답했어요.",
  "whole-section": "항목 전체를 묻는 질문이라 항목의 첫 문장들로 답했어요.",
  empty: "묻는 항목에 내용이 없어서 답하지 않았어요.",
  unsure: "가장 나은 문장도 확신이 모자라서 답하지 않았어요.",
  "off-subject": "가장 나은 문장이 묻는 항목과 다른 이야기라서 답하지 않았어요.",
  nothing: "질문의 낱말이 들어간 항목이 없어서 답하지 않았어요.",
};

const STATUSES = { answered: "답함", "empty-section": "빈 항목", "not-found": "답 없음" } as const;

export const koExplanation: ExplanationWording = {
  locale: "ko",
  titles: {
    decision: "판단",
    words: "질문의 낱말",
    rewritten: "이렇게 바꿔 찾았어요",
    readings: "질문을 이렇게 읽어 봤어요",
    sections: "가까운 항목",
    sentences: "가까운 문장",
  },
  word: (stem, weight, rarity, importance) =>
    `어간 ${stem} · 비중 ${weight} · 드문 정도 ${rarity} · 중요도 ${importance}`,
  concept: (name) => `별칭 목록의 '${name}'`,
  synonyms: (words) => `비슷한 말 ${words.join(", ")}`,
  unknownTerms: (terms) => `어느 항목에도 없음: ${terms.join(", ")}`,
  reading: (status, confidence) => `${STATUSES[status]}, 확신 ${confidence}`,
  taken: () => "고름",
  shown: () => "보여 줌",
  reason: (of) => REASONS[of],
  confidence: (value) => `확신 ${value}`,
  floor: (value) => `필요한 확신 ${value}`,
  unsaid: (words) => `다 나오지 않은 낱말: ${words.join(", ")}`,
  names: {
    terms: "낱말",
    window: "가까이 모임",
    headings: "제목",
    sentence: "문장의 낱말",
    context: "둘레의 낱말",
    wanted: "묻는 종류",
    section: "항목",
    form: "문장 꼴",
    coverage: "나온 낱말",
    missingWord: "빠진 낱말",
    missingName: "빠진 이름",
    missingAttribute: "빠진 속성",
  },
};
