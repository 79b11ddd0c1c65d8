import { expect, it } from "vitest";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { answerText } from "../../../../src/presentation/answer-message.ts";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";

function post(title: string, date: string, text: string) {
  return read(`---\ntitle: ${title}\ndate: ${date} 09:00:00 +0900\nsource: 섬소식\n---\n\n${text}\n`, `${date}.md`)
    .article;
}

/** Asked on Wednesday, 11 March 2026. */
const today = { year: 2026, month: 3, day: 11 };
const posts = [
  post("등대 축제", "2025-03-05", "등대 축제에 새 배가 왔다."),
  post("나루터 공사", "2026-02-27", "나루터 공사가 끝났다."),
  post("갯벌 학교", "2026-03-03", "갯벌 학교가 문을 열었다."),
  post("조개 시장", "2026-03-06", "조개 시장에서 일이 있었다고 한다."),
  post("다리 점검", "2026-03-10", "다리 점검은 어제 끝났다."),
];
const knowledge = know([...articles, ...posts]);
const ask = (question: string) => answerQuestion(question, null, knowledge, null, today).answer;
const titles = (question: string) => ask(question).suggestions.map(({ title }) => title);

const LAST_WEEK = ["조개 시장", "갯벌 학교"];
const THIS_MONTH = ["다리 점검", ...LAST_WEEK];
it.each<[question: string, written: readonly string[]]>([
  ["지난주에 무슨 일이 있었어?", LAST_WEEK],
  ["지난주 소식", LAST_WEEK],
  ["지난주에 나온 글 보여줘", LAST_WEEK],
  ["What happened last week?", LAST_WEEK],
  ["last week's news", LAST_WEEK],
  ["이번 달 소식 알려줘", THIS_MONTH],
  // News has no other time: the last three months.
  ["최근 소식 좀 알려줘", [...THIS_MONTH, "나루터 공사"]],
  ["무슨 소식 있어?", [...THIS_MONTH, "나루터 공사"]],
  ["가장 최근 글은?", [...THIS_MONTH, "나루터 공사"]],
  ["what's new this week?", ["다리 점검"]],
  ["어제 무슨 일 있었어?", ["다리 점검"]],
  ["어제 뭐 있었어?", ["다리 점검"]],
  ["안녕하세요, 어제 소식 있나요?", ["다리 점검"]],
  ["지난달과 어제 소식", ["다리 점검", "나루터 공사"]],
  ["5일 전에 나온 글", ["조개 시장"]],
  ["2026년 2월에 무슨 일이 있었어?", ["나루터 공사"]],
  ["2026년 뉴스", [...THIS_MONTH, "나루터 공사"]],
  ["2025년 3월 소식은?", ["등대 축제", "바다 쓰레기 대책", "청년 월세 지원"]],
])("%j is answered by what was written then, the newest first: %j", (question, written) => {
  expect(ask(question)).toMatchObject({
    status: "not-found",
    writtenThen: written.length,
    citations: [],
    sentences: [],
  });
  expect(titles(question)).toEqual(written);
});

it.each([
  "지난주 갯벌 소식",
  "지난주에 축제가 있었어?",
  "지난주 금요일에 무슨 일이 있었어?",
  "어제 나왔어?",
  "이번 달 얼마야?",
  "무슨 일이 있었어?",
  "크리스마스 소식",
  "what happened to the lighthouse last week?",
  "",
])("%j asks of more than a time, or of none", (question) => expect(ask(question).writtenThen).toBeUndefined());

it("where nothing was written then, nothing of another time is suggested", () => {
  const answer = ask("지지난달 소식");
  expect(answer).toMatchObject({ status: "not-found", suggestions: [] });
  expect(answer.writtenThen).toBeUndefined();
  expect(answerText(answer)).toBe("문서에서 답을 찾지 못했어요.");
});

it("within one article nothing is listed", () => {
  const { answer } = answerQuestion("지난주 소식", null, knowledge, posts[0]?.id ?? "", today);
  expect(answer.writtenThen).toBeUndefined();
});

it.each([
  "지난주 소식",
  "지난주에 무슨 일이 있었어?",
  "What happened last week?",
])("%j is answered by that also in a talk", (question) => {
  const { turn } = answerQuestion("대만은 국방비를 얼마로 올렸나?", null, knowledge, null, today);
  expect(answerQuestion(question, turn, knowledge, null, today).answer.writtenThen).toBe(2);
});

it("a few of many are shown, and how many there are is said", () => {
  const many = Array.from({ length: 7 }, (_, at) => post(`글 ${at}`, `2026-03-0${at + 2}`, `본문 ${at}이다.`));
  const { answer } = answerQuestion("지난주 소식", null, know(many), null, today);
  expect(answerText(answer)).toBe(
    "그 기간에 나온 글이 7개 있어요. 가장 새로운 것부터 보여 드려요.\n• 글 6\n• 글 5\n• 글 4\n• 글 3\n• 글 2",
  );
});
