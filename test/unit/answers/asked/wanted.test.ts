import { describe, expect, it } from "vitest";
import { whatIsAskedFor } from "../../../../src/answers/asked/asked-for.ts";
import { type Wanted, whatIsWanted } from "../../../../src/answers/asked/wanted.ts";

const wantedBy = (question: string) => whatIsWanted(question, whatIsAskedFor(question));

function wanted(question: string): Wanted {
  const found = wantedBy(question);
  if (!found) throw new Error(`nothing wanted by ${question}`);
  return found;
}

/** "yes": the sentence states what is wanted; "maybe": it may; "no". */
function check(question: string, sentence: string, expected: "yes" | "maybe" | "no"): void {
  const stated = wanted(question).statedBy(sentence);
  expect(stated === 1 ? "yes" : stated === 0 ? "no" : "maybe").toBe(expected);
}

describe("in English", () => {
  it.each<[question: string, sentence: string, expected: "yes" | "maybe" | "no"]>([
    ["When do I need a ticket?", "Tickets are checked from 4 March.", "yes"],
    ["When do I need a ticket?", "A ticket is needed once the ferry has left.", "maybe"],
    ["When do I need a ticket?", "Tickets are yellow.", "no"],
    ["When are tickets sold?", "Tickets are sold on the 3rd of each month.", "yes"],
    ["When are tickets sold?", "Tickets are sold daily.", "maybe"],
    ["When were the tickets sold?", "Tickets are sold if the sea is calm.", "no"],
    ["How long is a ticket valid?", "It is valid for two weeks.", "yes"],
    ["How long is a ticket valid?", "It expires after a year.", "yes"],
    ["What per cent is the toll?", "The toll is 4 per cent.", "yes"],
    ["What time does the kiosk open?", "The kiosk is open from 9 to 17.", "yes"],
    ["What time does the kiosk open?", "The kiosk serves from 9 to 17 guests.", "no"],
    ["What's the mooring rate?", "Mooring costs £8 a night.", "yes"],
    ["How long is a ticket valid?", "It is valid on every ferry.", "no"],
    ["How many people fit on board?", "The ferry takes 90 passengers.", "yes"],
    ["How many people fit on board?", "The ferry is large.", "no"],
    ["How many books can I borrow?", "Up to twelve library books may be borrowed.", "yes"],
    ["How many books can I borrow?", "Twelve items may be borrowed.", "maybe"],
    ["How many books can I borrow?", "Books may be borrowed.", "no"],
    ["How much herring may they catch?", "They may catch 14,000 tonnes of herring.", "yes"],
    ["How much is a ticket?", "A ticket costs $3.", "yes"],
    ["How much is a ticket?", "Travelling without a ticket leads to a fine of $30.", "maybe"],
    ["Who is the harbour master?", "The harbour is run by Tilda Quist.", "yes"],
    ["Who is the harbour master?", "Report it to the harbour master.", "no"],
    ["Who is the harbour master?", "항구는 오래된 곳이다.", "yes"],
    ["What is the number of the night desk?", "Call 02-345-6789 at night.", "yes"],
    ["What is the number of the night desk?", "The night desk is on the pier.", "no"],
    ["How many boats are there?", "The trip takes two hours.", "no"],
    ["How many boats are there?", "There are twelve.", "maybe"],
    ["How many hours does it take?", "The trip takes half a day and 2 hours.", "yes"],
    ["When was the pier built?", "The pier was built in 1911.", "yes"],
    ["When was the pier built?", "The pier is swept every second Tuesday.", "no"],
    ["When was the pier opened?", "The pier opens at 7 am from Monday to Friday.", "no"],
    ["When is the pier swept?", "The pier is swept every second Tuesday.", "yes"],
    ["What is the deposit for a boat?", "A boat needs a deposit of $40.", "yes"],
    ["What is the deposit for a boat?", "The wait for a boat is long.", "no"],
    ["Is the pier open on Sunday?", "The pier is closed on Sundays.", "yes"],
    ["Is the pier open on Sunday?", "The pier is 40 metres long.", "no"],
    ["When is the pier closed?", "It is shut at Easter.", "yes"],
    ["Who sweeps the pier?", "The pier is swept by the harbour staff.", "yes"],
    ["Who sweeps the pier?", "The harbour staff are on the pier at six.", "maybe"],
    ["Who sweeps the pier?", "The pier is 40 metres long.", "no"],
    ["How did the fishermen respond?", "The fishermen condemned the plan.", "yes"],
  ])("%s %s: %s", check);
});

describe("attributes", () => {
  it.each<[question: string, sentence: string, expected: "yes" | "no"]>([
    ["대사는 어느 나라 사람이야?", "대사는 북쪽 섬 출신이다.", "yes"],
    ["대사의 국적은?", "그는 남쪽 도시에서 태어난 상인이다.", "yes"],
    ["대사의 국적은?", "대사는 항구를 둘러봤다.", "no"],
    ["총재는 몇 살이야?", "총재는 올해 61세로 가장 젊다.", "yes"],
    ["총재의 나이는?", "총재는 쉰 살이 넘었지만 나이를 밝히지 않았다.", "yes"],
    ["총재는 몇 살이야?", "총재는 세 차례 방문했다.", "no"],
    ["How old is the envoy?", "The envoy is 52 years old.", "yes"],
    ["섬의 인구는?", "섬의 인구는 줄고 있다.", "yes"],
    ["섬에 몇 명이 살아?", "주민 5만 6000명이 산다.", "yes"],
    ["섬에 몇 명이 살아?", "협의체는 모두 12명으로 꾸려졌다.", "no"],
    ["섬의 인구는?", "섬은 얼음으로 덮여 있다.", "no"],
    ["What is the population?", "The island has few inhabitants.", "yes"],
    ["재단은 언제 설립됐나?", "재단은 항구에서 문을 세운 상인이 이끈다.", "yes"],
    ["재단은 언제 설립됐나?", "재단은 2024년에 배를 샀다.", "no"],
    ["총재는 언제 태어났나?", "총재는 1961년생이다.", "yes"],
    ["총재의 생일은?", "총재는 5월에 취임했다.", "no"],
    ["새 사령관 계급은?", "그는 소령까지 복무했다.", "yes"],
    ["새 사령관 계급은?", "그는 대장장이의 아들이다.", "no"],
    ["오르한은 직책이 뭐야?", "국방차관 지명자 오르한이 항구를 찾았다.", "yes"],
    ["오르한은 뭐 하는 사람이야?", "오르한은 항구를 좋아한다.", "no"],
    ["선장은 언제 사망했나?", "선장은 지난해 별세했다.", "yes"],
    ["선장은 언제 죽었나?", "선장은 지난해 은퇴했다.", "no"],
    ["매표소 전화번호가 뭐예요?", "문의는 02-345-6789로 하면 된다.", "yes"],
    ["매표소 연락처 좀요", "대표 번호 1588-1234에서 받는다.", "yes"],
    ["매표소 전번 좀", "문의는 02-345-6789로 하면 된다.", "yes"],
    ["매표소 전화번호는?", "표는 안내소 02-120에서도 산다.", "yes"],
    ["매표소 전화번호는?", "표는 120번으로 전화해서 산다.", "yes"],
    ["매표소 전화번호는?", "2024-2025년에는 창구가 두 곳이었다.", "no"],
    ["매표소 이메일은?", "물음은 ticket@harbour.example 로 받는다.", "yes"],
    ["매표소 이메일은?", "물음은 창구에서 받는다.", "no"],
    ["선착장 홈페이지 어디예요?", "시간표는 www.harbour.example 에 있다.", "yes"],
    ["선착장 홈페이지 어디예요?", "시간표는 harbour-island.kr 에 있다.", "yes"],
    ["선착장 홈페이지 어디예요?", "시간표는 gull@harbour-island.kr 로 물어본다.", "no"],
    ["선착장 누리집은?", "시간표는 벽에 붙어 있다.", "no"],
  ])("%s %s: %s", check);
});

describe("units", () => {
  it.each<[question: string, sentence: string, expected: "yes" | "no"]>([
    ["몇 명이 일하나?", "공장에서 1200명이 일한다.", "yes"],
    ["뱃길 이용은 누가 허가해?", "뱃길 이용은 항만 부서장이 허가한다.", "yes"],
    ["뱃길 이용은 누가 허가해?", "군수는 뱃길 이용을 허가할 수 있다.", "yes"],
    ["뱃길 이용은 누가 허가해?", "뱃길 이용은 재래시장 옆에서 허가를 받는다.", "no"],
    ["섬에 비행기를 몇 대 줘?", "섬에 비행기 3기를 준다.", "yes"],
    ["섬에 비행기를 몇 대 줘?", "섬의 2기 집행부가 비행기를 반긴다.", "no"],
    ["몇 명이 일하나?", "여섯 사람이 일한다.", "yes"],
    ["몇 명이 일하나?", "공장은 12곳이다.", "no"],
    ["How many people work there?", "It employs 1,200 people.", "yes"],
    ["관세가 몇 퍼센트야?", "관세는 15%다.", "yes"],
    ["세율은?", "세율은 십오 퍼센트다.", "yes"],
    ["관세가 몇 퍼센트야?", "관세로 15억 달러를 걷는다.", "no"],
    ["몇 번째 회담이야?", "이번이 세 번째다.", "yes"],
    ["몇 번째 회담이야?", "회담은 세 시간 이어졌다.", "no"],
    ["몇 차례 열리나?", "설명회는 14차례 열린다.", "yes"],
    ["몇 번 만났나?", "두 번 만났다.", "yes"],
    ["몇 번 만났나?", "3월에 만났다.", "no"],
    ["몇 개국이 서명했나?", "31개국이 서명했다.", "yes"],
    ["몇 나라가 서명했나?", "세 나라가 서명했다.", "yes"],
    ["몇 개국이 서명했나?", "장관 31명이 서명했다.", "no"],
    ["공장은 몇 곳이야?", "공장은 7곳이다.", "yes"],
    ["배 몇 척을 만드나?", "배 12척을 만든다.", "yes"],
    ["배 몇 척을 만드나?", "배에 50억 원이 든다.", "no"],
    ["며칠 동안 머물렀나?", "그는 사흘 머물렀다.", "yes"],
    ["며칠 뒤에 출항해?", "신고하고 20일 후에 떠난다.", "yes"],
    ["며칠 뒤에 출항해?", "20일에 신고한다.", "no"],
    ["며칠 쉬어?", "선장 결혼 | 5일 | 돈 50만 원", "yes"],
    ["며칠 쉬어?", "선장이 결혼하면 5일을 쉰다.", "yes"],
    ["며칠 쉬어?", "선장은 5월 5일을 쉰다.", "no"],
    ["며칠 쉬어?", "선장 결혼 | 5월 5일 | 돈 50만 원", "no"],
    ["며칠 걸려?", "배달 | 신고 뒤 2~4일", "yes"],
    ["며칠까지 비울 수 있어?", "한 달에 10일까지 비울 수 있다.", "yes"],
    ["몇 년까지 쉬어?", "모두 여섯 학기까지 쉰다.", "yes"],
    ["며칠 일해?", "한 달에 3만 원을 받는다.", "no"],
    ["배를 얼마나 기다려야 돼?", "표를 받기까지 3~4주가 걸린다.", "yes"],
    ["수리는 얼마나 걸려?", "수리에는 사흘이 든다.", "yes"],
    ["수리는 얼마나 걸려?", "수리비는 3만 원이다.", "no"],
    ["몇 년 걸리나?", "공사는 5년 걸린다.", "yes"],
    ["몇 년 걸리나?", "공사비는 5억 원이다.", "no"],
    ["How long did it take?", "It took 3 weeks.", "yes"],
    ["수업은 몇 개까지 들어?", "한 사람이 두 수업을 듣는다.", "yes"],
    ["수업은 몇 개까지 들어?", "한 사람이 3개를 듣는다.", "yes"],
    ["수업은 몇 개까지 들어?", "수업은 낮에 듣는다.", "no"],
    ["며칠 전에 빌려야 해?", "배는 3일 전까지 빌린다.", "yes"],
    ["며칠 쉬어?", "3일 전국 나루가 쉰다.", "no"],
    ["몇 명이 일하나?", "등대를 빌린 두세 명이 일한다.", "yes"],
    ["몇 달 빌리나?", "배는 열두 달 빌린다.", "yes"],
    ["몇 명이 빌렸나?", "배를 이용한 사람은 손을 씻는다.", "no"],
    ["몇 퍼센트 깎아 줘?", "삯의 100분의 12를 깎는다.", "yes"],
    ["몇 년 만에 만났나?", "29년 만에 만났다.", "yes"],
    ["몇 년 만에 만났나?", "2023년 봄에 만났다.", "no"],
    ["등대는 얼마나 자주 살펴?", "등대는 매달 살핀다.", "yes"],
    ["등대는 얼마나 자주 살펴?", "등대는 한 해에 두 차례 살핀다.", "yes"],
    ["등대는 얼마나 자주 살펴?", "등대는 주민이 살핀다.", "no"],
    ["How often does it sail?", "It sails every Monday.", "yes"],
    ["몇 층이야?", "건물은 12층이다.", "yes"],
    ["몇 단계로 나뉘나?", "일정은 세 단계로 나뉜다.", "yes"],
    ["몇 단계로 나뉘나?", "일정은 아직 없다.", "no"],
    ["몇 종류야?", "품목은 4종류다.", "yes"],
  ])("%s %s: %s", check);
});

describe("hours", () => {
  it.each<[question: string, sentence: string, expected: "yes" | "maybe" | "no"]>([
    ["나루터는 몇 개야?", "나루터는 모두 여섯 곳이다.", "yes"],
    ["나루터는 몇 개야?", "나루터는 강가에 있다.", "no"],
    // whatever it is counted by
    ["평상 몇 개야?", "캠핑장에는 나무 평상 15면이 있다.", "yes"],
    ["평상이 몇 개야?", "모두 1,155점의 평상을 놓았다.", "yes"],
    ["평상 몇 개야?", "평상 2024년 설치", "no"],
    ["나루터 삯은 얼마나 면제돼?", "아이는 삯을 모두 면제한다.", "yes"],
    ["나루터 삯은 얼마나 면제돼?", "나루터는 모두 강가에 있다.", "no"],
    ["등대는 몇 시에 열어?", "등대 | 09:30~17:00 | 쉼", "yes"],
    ["등대 몇시까지 해", "등대는 오후 여섯 시에 닫는다.", "yes"],
    ["등대 몇시까지 해", "등대는 정오까지 연다.", "yes"],
    ["등대 몇시까지 해", "등대는 24시간 열려 있다.", "no"],
    ["등대 몇시까지 해", "등대는 두 시장이 함께 세웠다.", "no"],
    ["등대 몇시까지 해", "등대는 3월 5일까지 고친다.", "no"],
    ["What time does the lighthouse close?", "The lighthouse closes at 6 p.m.", "yes"],
    // what opens may open each day or once
    ["When does the lighthouse open?", "It is open from 9:30 to 17:00.", "yes"],
    ["When does the lighthouse open?", "The lighthouse opens on May 3, 2027.", "maybe"],
    ["등대는 언제 열어?", "아침 8시부터 연다.", "yes"],
    ["등대 운영시간이 언제야?", "2027년 봄에 문을 연다.", "maybe"],
    ["회담은 언제 열렸나?", "회담은 10:00에 시작했다.", "no"],
  ])("%s %s: %s", check);
});

describe("kinds of thing", () => {
  it.each<[question: string, sentence: string, expected: "yes" | "maybe" | "no"]>([
    // when
    ["언제 시작하나?", "시행은 7월 22일이다.", "yes"],
    ["언제 시작하나?", "취임 직후 시작한다.", "yes"],
    ["언제 시작하나?", "곧 시작한다.", "no"],
    ["언제부터 받아?", "출항 4개월 전부터 받는다.", "yes"],
    ["언제까지 신고해?", "들어온 날부터 90일 안에 신고한다.", "yes"],
    ["언제까지 신고해?", "부두에서 신고한다.", "no"],
    ["언제까지 신고해?", "신고는 5월 2일에 끝난다.", "yes"],
    ["언제까지 신고해?", "5월 2일부터 신고한다.", "maybe"],
    ["언제부터 받아?", "5월 2일부터 받는다.", "yes"],
    ["언제부터 받아?", "5월 2일까지 받는다.", "maybe"],
    // by the noun a question ends with
    ["돛배 등록 기한", "5월 2일까지 등록한다.", "yes"],
    ["돛배 등록 기한은?", "배를 산 날부터 30일 이내에 등록한다.", "yes"],
    ["돛배 등록 기한", "돛배는 부두에서 등록한다.", "no"],
    ["돛배 수리 기간", "돛배는 20년 동안 고쳐 준다.", "yes"],
    ["돛배 수리 기간", "5월 2일부터 고친다.", "yes"],
    ["등대 운영시간", "등대는 09:30에 연다.", "yes"],
    ["돛배 대여 요금", "돛배는 한 시간에 5천 원이다.", "yes"],
    ["돛배 대여 요금", "돛배는 나루에서 빌린다.", "no"],
    ["돛배 대여 요금", "학생은 돈을 내지 않고 빌린다.", "yes"],
    ["돛배 등록 서류", "선박 등본과 신분증, 사진을 낸다.", "yes"],
    ["섬에 뭐 가져가야 해?", "장화는 각자 가져와야 한다.", "yes"],
    ["섬에 뭐 가져가야 해?", "섬까지 배로 한 시간 걸린다.", "no"],
    ["나루 회의 참석자", "섬마을 위원장이 나왔다.", "yes"],
    // when a page was put up says nothing of what it tells
    ["공사는 언제 끝나?", "게시일: 2026년 3월 2일", "no"],
    ["공사는 언제 끝나?", "공사: 2026년 3월 2일까지", "yes"],
    ["공지는 언제 올라왔어?", "게시일: 2026년 3월 2일", "yes"],
    // how much: a count will do where there is no amount
    ["보증금은 얼마야?", "보증금은 3000원이다.", "yes"],
    ["얼마나 올렸나?", "국내총생산의 5%로 올렸다.", "yes"],
    ["얼마나 보냈나?", "배 12척을 보냈다.", "maybe"],
    ["얼마나 보냈나?", "많이 보냈다.", "no"],
    ["창고는 얼마나 쓸 수 있어?", "창고는 여섯 달 동안 쓴다.", "maybe"],
    // whether it costs anything
    ["표를 바꾸면 돈 내야 돼?", "바꾸는 데 1,000원을 낸다.", "yes"],
    ["표를 바꾸면 돈 드나요?", "바꾸는 수수료는 없다.", "yes"],
    ["등대 구경은 공짜야?", "등대는 무료로 둘러본다.", "yes"],
    ["표를 바꾸면 돈 내야 돼?", "표는 창구에서 바꾼다.", "no"],
    ["등대 입장료는 얼마야?", "등대는 무료로 둘러본다.", "yes"],
    ["등대 수리 예산 얼마야?", "등대에는 방이 12개다.", "no"],
    ["등대 입장료 얼마", "등대에는 방이 12개다.", "no"],
    ["그물값 얼마 돌려줘?", "한 해가 지나면 3분의 2를 돌려준다.", "yes"],
    ["How much is the ferry?", "The ferry is free for children.", "yes"],
    // how many
    ["How many did they build?", "They built 12 ships.", "yes"],
    ["How many did they build?", "They built ships.", "no"],
    ["How many days does it sail?", "It sails on 5 days.", "yes"],
    ["How many days does it sail?", "It carries 12 sailors.", "maybe"],
    ["축제는 언제 열리나?", "값이 지난해보다 올랐다.", "no"],
    ["축제는 언제 열리나?", "축제는 2019년 같은 기간에 비해 커졌다.", "no"],
    ["한 달에 얼마 줘?", "중위소득 120%에서 150%로 넓힌다.", "no"],
    ["한 달에 얼마 줘?", "중위소득 120% 이하에 20만 원을 준다.", "yes"],
    ["한 달에 얼마 줘?", "요금의 30%를 준다.", "yes"],
    ["얼마를 내?", "월 소득의 15%를 낸다.", "yes"],
    ["얼마를 내?", "월 소득의 150%(맞벌이 180%) 이하인 집이 낸다.", "no"],
    ["한 달에 얼마 줘?", "요금의 10분의 3을 준다.", "yes"],
    ["한 달에 얼마 줘?", "위원 수의 10분의 3을 넘지 못한다.", "no"],
    ["배를 몇 대 샀나?", "윤슬열 대통령이 배를 보러 왔다.", "no"],
    ["배를 몇 대 샀나?", "시는 배를 열 대 샀다.", "yes"],
    ["사람이 몇 명 왔나?", "수만 명이 왔다.", "yes"],
    ["수영장은 몇 살부터 들어가?", "만 4세부터 들어간다.", "yes"],
    ["수영장은 몇 살부터 들어가?", "네 살부터 들어간다.", "yes"],
    ["수영장은 몇 살부터 들어가?", "2세대가 산다.", "no"],
    // what somebody said
    ["시장은 판결을 보고 뭐라고 했어?", '시장은 "끔찍한 일"이라고 말했다.', "yes"],
    ["시장은 뭐래?", "시장은 받아들일 수 없다고 밝혔다.", "yes"],
    ["시장은 뭐라고 했어?", "법원은 24일 판결했다.", "no"],
    // whom somebody called
    ["시장은 누구한테 전화했어?", "문의 031-000-0000", "no"],
    // why: some words name a cause, some endings may
    ["왜 거절했나?", "주민의 반대 때문에 거절했다.", "yes"],
    ["왜 거절했나?", "값이 낮은 것이 이유다.", "yes"],
    ["왜 거절했나?", "낮은 값으로 인해 거절했다.", "yes"],
    ["왜 거절했나?", "주민을 지키기 위해 거절했다.", "maybe"],
    ["왜 거절했나?", "주민은 먼지를 걱정해 거절했다.", "maybe"],
    ["왜 거절했나?", "값을 지키기 위하여 거절했다.", "maybe"],
    ["왜 거절했나?", "제안을 거절했다.", "no"],
    // what it is: no more than what somebody saves, or how many do
    ["이용권은 얼마야?", "이용권은 3만 원이다.", "yes"],
    ["이용권은 얼마야?", "이용자는 한 해에 4만 원을 아꼈다.", "maybe"],
    ["이용권은 얼마예요?", "이용자의 40%가 학생이다.", "maybe"],
    ["출산율은 얼마야?", "부부의 40%가 아이를 낳았다.", "yes"],
    ["Why did they refuse?", "They refused because of the price.", "yes"],
    // where something is applied for
    ["예약은 어디서 해?", "예약은 시 누리집에서 받는다.", "yes"],
    ["어디에 신청하면 돼?", "주민센터 창구에 서류를 낸다.", "yes"],
    ["예약은 어디서 해?", "공연은 오전과 오후로 나누어 열린다.", "no"],
    // who is asked
    ["문의는 어디에 해?", "궁금한 점은 070-000-0000으로 묻는다.", "yes"],
    ["누구한테 물어봐?", "궁금한 점은 나루관리팀이 알려 준다.", "maybe"],
    ["문의는 어디에 해?", "그물은 항구에서 반납한다.", "no"],
    ["who can I call?", "Call the harbour on 070-000-0000.", "yes"],
    // where
    ["어디에서 반납하나?", "그물은 항구에서 반납한다.", "yes"],
    ["어디에서 만났나?", "세 쪽에서 네 명씩 모두 열두 명이 뽑혔다.", "no"],
    ["어디에서 만났나?", "고친 점은 협의하는 과정에서 나왔다.", "no"],
    ["어디에서 샀나?", "그물은 상점에서 샀다.", "yes"],
    ["어디에서 만났나?", "두 사람은 항구 옆 중앙시청에 모였다.", "yes"],
    ["어디에서 만났나?", "두 사람은 오래 다퉜다.", "no"],
    ["나룻배는 어디서 타?", "나룻배 | 돌문터미널 | 09:00", "yes"],
    // who
    ["누가 서명했나?", "외교부 장관이 서명했다.", "yes"],
    ["Who signed it?", "The Minister signed it.", "yes"],
    ["누가 서명했나?", "협정은 길다.", "no"],
    // several of them
    ["어떤 나라들이 서명했나?", "일본, 몽골, 캐나다가 서명했다.", "yes"],
    ["어떤 나라들이 서명했나?", "일본·몽골·캐나다가 서명했다.", "yes"],
    ["어떤 나라들이 서명했나?", "일본과 몽골, 캐나다가 서명했다.", "yes"],
    ["어떤 나라들이 서명했나?", "일본이 서명했다.", "no"],
    // how somebody took it
    ["중국은 어떻게 반응했나?", "중국은 크게 반발했다.", "yes"],
    ["중국은 어떻게 반응했나?", "중국은 남쪽에 있다.", "no"],
    // an amount that is not asked for in so many words
    ["자동차 관세는?", "관세는 15%다.", "yes"],
    ["자동차 관세는?", "관세는 아직 그대로다.", "no"],
    // the name of who holds an office
    ["몽골 총리 이름이 뭐야?", "몽골 총리는 어부의 아들이다.", "yes"],
    ["몽골 총리는 누구야?", "몽골은 초원이 넓다.", "no"],
    ["등대지기 모임 회장 누구임", "등대지기 모임은 봄에 섬을 찾았다.", "no"],
    ["등대지기 모임 회장 누구임", "회장은 어부의 딸이다.", "yes"],
    ["청소년 조정 경기 감독이 누군지 알려줘", "경기에는 열두 팀이 나온다.", "no"],
  ])("%s %s: %s", check);
});

it.each([
  "대만이 무엇을 샀나?",
  "대만 정책 알려줘",
  "대만이 국방비를 올렸나?",
  "쇄빙선",
  "",
])("nothing in particular is wanted by %j", (question) => {
  expect(wantedBy(question)).toBe(null);
});

it.each([
  ["매표소 전화번호는?", true],
  ["총재는 몇 살이야?", true],
  ["몽골 총리는 누구야?", false],
  ["얼마나 올렸나?", false],
] as const)("what somebody or something has is asked for by %s: %s", (question, expected) => {
  expect(wanted(question).isAttribute).toBe(expected);
});

it.each([
  ["매표소 문의 전화번호 알려 줘", true],
  ["매표소 번호", true],
  ["매표소 번호 뭐야", true],
  ["매표소는 몇 번으로 전화해?", true],
  ["복권 번호 알려 줘", false],
  ["당첨 번호는?", false],
  ["번호를 매기는 순서는?", false],
  ["매표소 이메일 주소는?", true],
  ["선착장 홈페이지가 뭐야?", true],
  ["What is the phone number of the landing?", true],
  ["이메일로 표를 살 때 주의할 것은?", false],
  ["홈페이지에서 무엇을 볼 수 있어?", false],
  ["연락처는 어디에서 찾나?", false],
  ["02-345-6789는 어디 전화번호야?", false],
  ["총재는 몇 살이야?", false],
] as const)("a form of its own is asked for by %s: %s", (question, expected) => {
  expect((wantedBy(question)?.calledBy ?? null) !== null).toBe(expected);
});

it("reads a question of two hundred thousand syllables without a space", () => {
  // Where each 명 is tried with all that follows, this takes longer than a test may.
  expect(wanted("몇명".repeat(100_000)).isAttribute).toBe(false);
});

it("reads a sentence of numbers joined by hyphens in time", () => {
  const started = performance.now();
  for (const part of ["two-", "two-'", "1 a-", "two  "])
    wanted("How many cats are there?").statedBy(part.repeat(10_000));
  expect(performance.now() - started).toBeLessThan(200);
});

describe("a sentence that does not state it", () => {
  it.each([
    "언제 시작하나?",
    "얼마나 올렸나?",
    "몇 명이 일하나?",
    "섬의 인구는?",
    "몇 단계로 나뉘나?",
    "몽골 총리는 누구야?",
  ])("hardly answers %s", (question) => {
    expect(wanted(question).confidenceWithout).toBeLessThan(0.5);
  });

  it.each([
    "왜 거절했나?",
    "어디에서 만났나?",
    "누가 서명했나?",
    "어떤 나라들이 서명했나?",
    "중국은 어떻게 반응했나?",
    "자동차 관세는?",
  ])("may still answer %s, but another is preferred", (question) => {
    expect(wanted(question).confidenceWithout).toBe(1);
    expect(wanted(question).preference).toBeGreaterThan(0);
  });
});
