import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";

const documents = [
  [
    "바다 여행 문의처.md",
    `# 바다 여행 문의처

## 물개섬

입도 신청은 관리사무소에서 받는다. 관리사무소는 054-111-2222이다.

## 갈매기섬

갈매기섬 관광안내소 문의 전화번호는 054-333-4444이다. 물개섬 배편도 알려 준다.

## 등대마을

등대마을은 주말에만 연다. 마을회관 061-555-6666.

## 조개 축제

조개 축제 문의 전화번호는 061-777-8888이다.

## 고래 언덕

고래 언덕은 누구나 오를 수 있다. 길은 봄에 고친다.
`,
  ],
  [
    "돌문동.md",
    `# 돌문동 주민센터 업무

돌문동 주민센터는 여권을 받지 않는다. 대표 번호는 02-100-2000이다.

솔섬동 주민센터의 문의 전화번호는 02-300-4000이다.
`,
  ],
  [
    "뱃길.md",
    `# 뱃길 누리집

## 나룻배

나룻배 시간표는 www.ferry-island.example.kr 에서 본다.

## 유람선

유람선의 홈페이지 주소는 www.cruise-island.example.kr 이다.

## 편지

### 물개섬 편지

물음은 seal@island.example 로 받는다.

### 갈매기섬 편지

갈매기섬의 이메일 주소는 gull@island.example 이다.
`,
  ],
  [
    "Desks.md",
    `# Desks

## Seal Rock

Landing permits come from the harbour office. The office is at 054-111-2222.

## Gull Bay

The enquiry phone number of the Gull Bay desk is 054-333-4444. It also knows the boats to Seal Rock.

## Lamp village

The village opens on weekends. Hall: hall@lamp.example.

## Shell fair

The email address of the shell fair is fair@shell.example.
`,
  ],
  [
    "체육 시설.md",
    `# 체육 시설

## 점포

수영장 500호점은 남쪽 상가에 있다. 수영장 12호점은 북쪽 시장 옆에 있다.

## 조례

체육 조례 제115호는 주차장을 다룬다. 체육 조례 제15-2호는 자전거 보관소를 다룬다.

## 버스

마을버스 7001번은 항구까지 간다. 마을버스 1번은 학교까지 간다.
`,
  ],
  [
    "Town.md",
    `# Town facilities

## Branches

Branch 500 is next to the south market. Branch 12 opens at six.

## Buses

Town bus 7001 goes to the harbour. Town bus 1 goes to the school.
`,
  ],
  [
    "숲 연합.md",
    `# 숲 연합

숲 연합은 2024년 가을 서울에서 만들어졌다. 회원국은 몽골, 중국, 대만이다.
`,
  ],
  [
    "바다 협의회.md",
    `# 바다 협의회

## 출범

바다 협의회는 2025년 5월 북쪽 항구 도시에서 출범했다. 첫 회의에는 장관들이 나왔다.

## 구성

바다 협의회에는 한국, 일본, 덴마크, 캐나다가 참여한다. 의장은 해마다 바뀐다.

## 사업

협의회 사업의 참여 기업은 돌문건설, 솔섬중공업, 달빛해운이다. 사업은 2026년 부산에서 시작됐다.
`,
  ],
] as const;

const knowledge = know([...articles, ...documents.map(([path, text]) => read(text, path).article)]);
const ask = (question: string) => answerQuestion(question, null, knowledge).answer;

describe("what shows by its form is quoted of the one that is named", () => {
  it.each([
    ["물개섬 문의 전화번호", "054-111-2222"],
    ["물개섬 연락처 알려줘", "054-111-2222"],
    ["갈매기섬 문의 전화번호는?", "054-333-4444"],
    ["등대마을 문의 전화번호", "061-555-6666"],
    ["조개 축제 전화번호는?", "061-777-8888"],
    ["돌문동 주민센터 전화번호가 뭐예요?", "02-100-2000"],
    ["솔섬동 주민센터 전화번호", "02-300-4000"],
    ["나룻배 홈페이지 주소", "ferry-island"],
    ["유람선 홈페이지 어디예요?", "cruise-island"],
    ["물개섬 이메일 주소", "seal@island"],
    ["갈매기섬 이메일은?", "gull@island"],
    ["What is the phone number for Seal Rock?", "054-111-2222"],
    ["Gull Bay phone number", "054-333-4444"],
    ["Lamp village email address", "hall@lamp"],
    ["Shell fair email address?", "fair@shell"],
  ])("%s", (question, expected) => {
    const { sentences } = ask(question);
    expect(sentences[0]?.text).toContain(expected);
    // What stands beside it may be shown, but no other address.
    expect(sentences.slice(1).filter(({ text }) => /\d-\d|@|www/.test(text))).toEqual([]);
  });

  it("and of nobody else where that one has none", () => {
    expect(ask("고래 언덕 문의 전화번호").status).toBe("not-found");
  });
});

describe("a number within a number is another one", () => {
  it.each([
    ["수영장 500호점은 어디야?", "남쪽 상가"],
    ["수영장 12호점은 어디에 있어?", "북쪽 시장"],
    ["체육 조례 제115호는 무엇을 다뤄?", "주차장"],
    ["마을버스 1번은 어디까지 가?", "학교"],
    ["마을버스 7001번은 어디까지 가?", "항구"],
    ["Where is branch 500?", "south market"],
    ["Where does town bus 7001 go?", "harbour"],
  ])("%s", (question, expected) => {
    const { sentences } = ask(question);
    expect(sentences.map(({ text }) => text)).toEqual([expect.stringContaining(expected)]);
  });

  it.each([
    "체육 조례 제300조는 무엇을 다뤄?",
    "제7호실은 어디야?",
    "What does rule 9 say?",
    "Where is gate 3?",
  ])("%s: nothing tells of it", (question) => {
    expect(ask(question).status).toBe("not-found");
  });

  it("and is told of in the sentences after the one that names it", () => {
    const text = "# 마을 규칙\n\n제3조는 배를 다룬다. 배는 밤에 묶어 둔다. 제4조는 말을 다룬다. 말은 낮에 풀어 둔다.\n";
    const village = know([...articles, read(text, "규칙.md").article]);
    const quoted = (question: string) =>
      answerQuestion(question, null, village)
        .answer.sentences.map((sentence) => sentence.text)
        .join(" ");
    expect(quoted("마을 규칙 제3조에서 배는 언제 묶어 둬?")).toContain("밤에");
    expect(quoted("마을 규칙 제3조에서 배는 언제 묶어 둬?")).not.toContain("말은");
    expect(quoted("마을 규칙 제4조에서 말은 언제 풀어 둬?")).toContain("낮에");
  });

  it.each([
    ["우체국 50번 지점은 어디에 있어?", "시장 옆"],
    ["우체국 5번 지점은 어디에 있어?", "부두 옆"],
    ["우체국 500번 지점은 어디에 있어?", null],
    ["7번 버스는 어디까지 가?", "항구"],
    ["70번 버스는 어디까지 가?", null],
    ["우체국 3호선은 어디로 가?", null],
  ])("and 번 numbers what stands behind it: %s", (question, expected) => {
    const text =
      "# 우체국\n\n우체국 50번 지점은 시장 옆에 있다. 우체국 5번 지점은 부두 옆에 있다. 지점은 낮에 연다.\n\n7번 마을버스는 항구까지 간다.\n";
    const post = know([...articles, read(text, "우체국.md").article]);
    const { sentences } = answerQuestion(question, null, post).answer;
    expect(sentences.map((sentence) => sentence.text)).toEqual(
      expected === null ? [] : [expect.stringContaining(expected)],
    );
  });

  it("but where the other number is asked for, it is the answer", () => {
    const text = "# 수영장 이용\n\n수영장 이용은 한 달에 7회로 늘었다. 물은 날마다 간다.\n";
    const pool = know([...articles, read(text, "이용.md").article]);
    const { sentences } = answerQuestion("수영장 이용은 한 달 5회에서 몇 회로 늘었어?", null, pool).answer;
    expect(sentences[0]?.text).toContain("7회");
  });

  it.each([
    ...["수영장 0호점은 어디야?", "수영장 50호점은 어디야?", "수영장 2호점은 어디에 있어?"],
    ...["체육 조례 제15호는 무엇을 다뤄?", "마을버스 700번은 어디까지 가?"],
    ...["Where is branch 0?", "Where is branch 50?", "Where does town bus 700 go?"],
  ])("%s is not answered", (question) => expect(ask(question).status).toBe("not-found"));
});

describe("which ones take part is no place", () => {
  it.each([
    ["숲 연합 회원국은 어디야?", "몽골, 중국, 대만"],
    ["숲 연합 회원국이 어디예요?", "몽골, 중국, 대만"],
    ["바다 협의회 참여국은 어디야?", "한국, 일본"],
    ["바다 협의회에 참여하는 나라는 어디야?", "한국, 일본"],
    ["협의회 사업 참여 기업은 어디인가요?", "돌문건설"],
    ["숲 연합은 어디에서 만들어졌어?", "서울에서"],
    ["바다 협의회는 어디서 출범했어?", "북쪽 항구"],
    ["협의회 사업은 어디에서 시작됐어?", "부산에서"],
  ])("%s", (question, expected) => expect(ask(question).sentences[0]?.text).toContain(expected));
});

describe("a room, a size, a school year or a household of another number", () => {
  const lodge = read(
    `# 솔섬 수련관

## 숙박비

| 동 | 2인실 | 4인실 |
| --- | --- | --- |
| 갈매기동 | 31,000원 | 52,000원 |
| 물개동 | 35,000원 | 58,000원 |

## 대여료

| 장소 | 두 시간 요금 |
| --- | --- |
| 연습실 1 | 12,000원 |
| 연습실 2 | 15,000원 |

## 창고

| 넓이 | 한 달 요금 |
| --- | --- |
| 26㎡ | 40,000원 |
| 33㎡ | 51,000원 |

## 견학

1~3학년은 5월 7일에, 5학년은 5월 9일에 등대를 둘러본다.

## 지원

2인 가족은 나룻배 삯 3만 원을, 3인 가족은 4만 원을 돌려받는다.

## 배움

2급 이상은 한 주에 20시간까지 배를 몬다.

## 수업

노 젓기 3개월 과정은 30,000원, 6개월 과정은 50,000원이다.
`,
    "수련관.md",
  ).article;
  const known = know([...articles, lodge]);
  const said = (question: string) =>
    answerQuestion(question, null, known)
      .answer.sentences.map(({ text }) => text)
      .join(" / ");

  it.each([
    ["물개동 4인실 얼마야?", "물개동 | 35,000원 | 58,000원"],
    ["연습실 2 대여료 얼마야?", "연습실 2 | 15,000원"],
    ["창고 33㎡ 한 달 요금 얼마야?", "33㎡ | 51,000원"],
    ["창고 33제곱미터 한 달 요금 얼마야?", "33㎡ | 51,000원"],
    ["2학년은 등대를 언제 둘러봐?", "1~3학년은"],
    ["3인 가족은 나룻배 삯을 얼마 돌려받아?", "3인 가족은"],
    ["노 젓기 6개월 과정 얼마야?", "6개월 과정은 50,000원"],
    ["3급은 한 주에 몇 시간까지 배를 몰아?", "20시간까지"],
  ])("%s", (question, expected) => expect(said(question)).toContain(expected));

  it.each([
    "물개동 1인실 얼마야?",
    "연습실 7 대여료 얼마야?",
    "창고 59㎡ 한 달 요금 얼마야?",
    "4학년은 등대를 언제 둘러봐?",
    "노 젓기 12개월 과정 얼마야?",
    "5인 가족은 나룻배 삯을 얼마 돌려받아?",
  ])("%s: nothing tells of it", (question) => expect(said(question)).toBe(""));
});
