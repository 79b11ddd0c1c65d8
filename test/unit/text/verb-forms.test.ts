import { expect, it } from "vitest";
import { verbForms } from "../../../src/text/verb-forms.ts";

function isForm(stem: string, word: string): boolean {
  return verbForms(stem).some(
    ({ lead, next }) =>
      word.startsWith(lead) && (next === "" || (word.length > lead.length && next.includes(word.charAt(lead.length)))),
  );
}

it.each<[stem: string, words: string]>([
  ["막", "막다 막는다 막고 막은 막을 막아 막았다 막지 막기로"],
  ["맺", "맺고 맺은 맺어 맺었나"],
  ["팔", "팔고 팔아 팔았나 파는"],
  ["돕", "돕고 돕는 도와 도왔다 도운 도울"],
  ["묻", "묻고 묻는 물어 물었다"],
  ["짓", "짓고 짓는 지어 지었나 지은"],
  ["사", "샀나 샀다"],
  ["쏘", "쐈다"],
  ["뛰", "뛰었다 뛰어"],
  ["쉬", "쉬는 쉬고 쉽니다 쉰다 쉬었나"],
  ["올리", "올리고 올린 올릴 올립니다 올려 올렸나"],
  ["바꾸", "바꾸고 바꾼 바꿔 바꿨나"],
  ["오르", "오르고 오른 올라 올랐나"],
  ["서두르", "서두르고 서둘러 서둘렀다"],
  ["따르", "따르고 따라 따랐다"],
  ["모으", "모으고 모아 모았나"],
  ["기쁘", "기쁘고 기뻐 기뻤다"],
  ["어렵", "어렵고 어려운 어려워 어려웠나"],
  ["만들", "만들고 만든 만드는 만듭니다 만들었나"],
  ["깨닫", "깨닫고 깨달은 깨달았다"],
  ["거대하", "거대하고 거대한 거대해 거대했다"],
  ["붙잡", "붙잡고 붙잡은 붙잡았나"],
])("%s: %s", (stem, words) => {
  expect(words.split(" ").filter((word) => !isForm(stem, word))).toEqual([]);
});

it.each<[stem: string, words: string]>([
  ["막", "막걸리 막내 막말 막대"],
  ["팔", "팔월 팔을 팔이"],
  ["사", "사고 사서 사는 사면"],
  ["쉬", "쉬운 쉽다 쉰 쉬"],
  ["올리", "올림픽 올해"],
  ["오르", "오로지 올해"],
  ["따르", "딸라"],
])("%s is not in %s", (stem, words) => {
  expect(words.split(" ").filter((word) => isForm(stem, word))).toEqual([]);
});

it.each(["", "A", "美하", "ㅏ"])("what is no Hangul stem has no forms: %j", (stem) => {
  expect(verbForms(stem)).toEqual([]);
});
