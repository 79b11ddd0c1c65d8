import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { footerFrom } from "../../../../src/answers/passages/page-footer.ts";
import { read } from "../../documents/read.ts";
import { know } from "../small-library.ts";

const from = (...texts: readonly string[]) => footerFrom(texts.map((text) => ({ text, isItem: false })));

it.each([
  "무단 전재 및 재배포 금지",
  "<저작권자 ⓒ 물결신문, 무단전재-재배포 금지>",
  "본 기사의 무단 복제 및 배포를 금지합니다.",
  "ⓒ 물결신문",
  "Copyright © 2025 Wave Daily.",
  "Copyright (c) Wave Daily",
  "Copyright 2025 Wave Daily",
  "Wave Daily. All rights reserved.",
  "나루터 기자 naru@wave.example",
  "(물개섬=나루터 특파원)",
])("%s says whose the page is", (line) => expect(from("배가 다닌다.", line)).toBe(1));

it.each([
  "무단으로 복제해서는 안 된다.",
  "사진의 무단 복제를 금지한다.",
  "저작권은 응모한 사람에게 있다.",
  "문의: help@wave.example",
  "기자 회견은 세 시에 열린다.",
  "나루터 기자가 상을 받았다.",
  "Copyrights last for seventy years.",
  "Copyright ends seventy years after the death of the author.",
  "저작권자가 세상을 떠난 뒤 70년 동안 보호한다.",
])("%s says something of its matter", (line) => expect(from("배가 다닌다.", line)).toBe(2));

describe("a footer", () => {
  it("ends a page, and there may be several lines of it", () => {
    expect(from("ⓒ 물결신문", "배가 다닌다.", "나루터 기자", "무단 전재 및 재배포 금지")).toBe(2);
  });

  it("is no list, and not all of a text", () => {
    expect(footerFrom([{ text: "무단 전재 및 재배포 금지", isItem: true }])).toBe(1);
    expect(from("무단 전재 및 재배포 금지")).toBe(1);
  });

  it("is not quoted", () => {
    const text = "# 물개섬 소식지\n\n물개섬 소식지는 매달 나온다.\n\n물개섬 소식지 무단 전재 및 배포 금지\n";
    const { answer } = answerQuestion("물개섬 소식지 배포는?", null, know([read(text, "소식.md").article]));
    expect(answer.sentences.map((sentence) => sentence.text).join(" ")).not.toContain("무단");
  });

  it("within a text is", () => {
    const text = "# 이용 약관\n\n물개섬 자료의 무단 복제 및 배포를 금지합니다.\n\n물개섬 자료는 누구나 볼 수 있다.\n";
    const { answer } = answerQuestion(
      "물개섬 자료를 무단으로 복제해도 돼?",
      null,
      know([read(text, "약관.md").article]),
    );
    expect(answer.sentences.map((sentence) => sentence.text).join(" ")).toContain("무단");
  });
});
