import { expect, it } from "vitest";
import { type AskedFor, whatIsAskedFor } from "../../../../src/answers/asked/asked-for.ts";

it.each<[asked: AskedFor, questions: string[]]>([
  ["who", ["누가 협정에 서명했나?", "대사는 누구야?", "누굴 만났어?", "Who signed it?", "Whose ship is it?"]],
  ["when", ["언제 서명했나?", "회담은 며칠에 열리나?", "몇 년에 가입했어?", "몇 월에 시작하나?", "When did it start?"]],
  ["where", ["어디에서 만났나?", "회담 장소는?", "항구가 어딘가요?", "Where did they meet?"]],
  [
    "how-much",
    [
      "관세는 얼마야?",
      "세율이 뭐야?",
      "몇 퍼센트야?",
      "몇 % 올렸나?",
      "몇 조 달러야?",
      "How much is it?",
      "how high is the toll",
      "What does a ticket cost?",
    ],
  ],
  [
    "how-many",
    [
      "몇 명이 왔나?",
      "몇 개국이 참여했나?",
      "몇 번 만났나?",
      "How many ships?",
      "How long did it take?",
      "how often does it sail",
    ],
  ],
  ["why", ["왜 탈퇴했나?", "탈퇴한 이유가 뭐야?", "무엇 때문에 화났나?", "Why did they leave?"]],
  [
    "list",
    [
      ...[
        "어떤 나라들이 참여했나?",
        "누구누구 만났어?",
        "어디어디 방문했나?",
        "참가국 목록",
        "Which countries joined?",
      ],
      ...["표창을 받은 사람들", "선정된 기업들은?", "수상자 명단", "어떤 배가 있어?", "무슨 등대 있나요?"],
      ...["배를 탈 때 뭐 준비해야 돼?", "필요한 서류 알려 줘", "서류는 뭐가 필요해?", "뭘 챙겨 가야 하나요?"],
      ...["What documents do I need to board?", "What should I bring?"],
    ],
  ],
  ["overview", ["대만 정책 알려줘", "일본과의 관계는?", "월세에 대해 설명해줘", "요즘 동향", "Tell me about Japan"]],
  ["what", ["대만이 무엇을 샀나?", "대만이 국방비를 올렸나?", "쇄빙선", "Did Taiwan agree?", ""]],
])("%s: %j", (asked, questions) => {
  expect(questions.map(whatIsAskedFor)).toEqual(questions.map(() => asked));
});

it.each<[name: string, question: string, asked: AskedFor]>([
  ["which ones, not where", "협의회 회원국은 어디야?", "list"],
  ["which ones, not where they are", "참여 기업은 어디에 있어?", "where"],
  ["one answer, not a list", "어떤 영향이 있어?", "what"],
  ["an office has a place", "협의회 사무국은 어디야?", "where"],
  ["several of them, not one", "어떤 사람들이 왔는지 누구야?", "list"],
  ["when, not how many", "몇 년에 몇 명이 왔나?", "when"],
  ["how long, not how much", "표를 얼마나 기다려야 돼?", "how-many"],
  ["how long, not how much", "등대 수리는 얼마나 걸려?", "how-many"],
  ["how long, not how much", "얼마 만에 배가 돌아왔어?", "how-many"],
  ["how often, not how much", "등대는 얼마나 자주 살펴?", "how-many"],
  ["a branch office is no place asked for", "솔섬출장소는 몇 명이 일해?", "how-many"],
  ["a branch office is no place asked for", "솔섬출장소가 문 여나요?", "what"],
  ["how much, not how many", "몇 달러씩 몇 번 냈나?", "how-much"],
  ["what is asked, not that it should be told", "회담이 언제 열리는지 알려줘", "when"],
  ["who, not an overview", "협상 내용을 누가 알렸나?", "who"],
])("where a question asks twice: %s", (_name, question, asked) => {
  expect(whatIsAskedFor(question)).toBe(asked);
});
