import { expect, it } from "vitest";
import { amountsIn, type QuantityKind, quantitiesIn } from "../../../src/text/quantities.ts";

function check(text: string, ...expected: QuantityKind[]): void {
  expect([...quantitiesIn(text)].sort()).toEqual(expected.sort());
}

it.each<[text: string, ...kinds: QuantityKind[]]>([
  ["2025년 1월 5일에 취임했다", "date"],
  ["지난 5일 발표했다", "date"],
  ["3월부터 시행한다", "date"],
  ["내년 상반기에 연다", "date"],
  ["지난해 시작했다", "date"],
  ["on March 4, 2025", "date"],
  ["Open on Fridays only.", "date"],
  ["It starts next month.", "date"],
  ["Twelve items may be lent.", "count"],
  ["The ferry sails within three working days.", "count", "duration"],
  ["A stamp costs 20p.", "money"],
  ["since 2019", "date"],
  ["25%의 관세", "percent"],
  ["25％의 관세", "percent"],
  ["3퍼센트 올렸다", "percent"],
  ["25퍼 올린다", "percent"],
  ["25퍼를 낸다", "percent"],
  ["십 퍼센트를 낸다", "percent"],
  ["1.5%p 낮췄다", "percent"],
  ["25 percent", "percent"],
  ["3할이 넘는다", "percent"],
  ["100억 달러를 쓴다", "money"],
  ["1조 2천억 원을 낸다", "money"],
  ["$20 was paid", "money"],
  ["20달러", "money"],
  ["수십억 달러", "money"],
  ["228억 달러", "money"],
  ["3 billion", "money"],
  ["10여 차례의 회의", "count"],
  ["세 차례 만났다", "count"],
  ["33개국이 참여했다", "count"],
  ["2만 8천여 명이 산다", "count"],
  ["1,454건", "count"],
  ["군함 12척", "count"],
  ["90일간 유예했다", "duration"],
  ["3개월 동안 이어졌다", "duration"],
  ["하루 만에 끝났다", "duration"],
  ["두 달 만에 끝났다", "duration"],
  ["for 90 days", "duration"],
  ["10년 넘게 이어졌다", "duration"],
  ["33 countries signed", "count"],
  ["합계 | 33", "count"],
  ["about 1,200 people", "count"],
  ["떠나기 3일 전까지", "date", "duration"],
  ["2025. 1. 5.", "date"],
  ["2025-01-05", "date"],
  ["2025-01", "date"],
  // none
  ["이 할 말이 없다"],
  ["일할 사람을 찾는다"],
  ["트럼프는 대통령이다"],
  ["원칙을 세웠다"],
  ["프로그램을 만들었다"],
  ["일본은 반대했다"],
  ["유로존의 위기"],
  ["문의는 02-3668-2300"],
  ["한국은 동맹이다"],
  [""],
])("what %j states", check);

it.each<[text: string, amounts: string[], rest: string]>([
  ["관세는 15%다", ["15 %"], "관세는 다"],
  ["15 퍼센트를 낸다", ["15 %"], "를 낸다"],
  ["1조 2천억 원을 쓴다", ["1200000000000 ₩"], "을 쓴다"],
  ["1,500원과 1500원", ["1500 ₩", "1500 ₩"], "과"],
  ["$25 a day", ["25 $"], "a day"],
  ["배 12척과 트럭 3대", ["12 척", "3 대"], "배 과 트럭"],
  ["90일간 쉰다", ["90 일"], "쉰다"],
  ["90일 동안 쉰다", ["90 일"], "쉰다"],
  ["for 90 days", ["90 days"], "for"],
  ["3월 1일부터 10%", ["10 %"], "부터"],
  ["세 차례 만났다", [], "만났다"],
  ["아무것도 없다", [], "아무것도 없다"],
])("the amounts of %j are %j", (text, amounts, rest) => {
  const read = amountsIn(text);
  expect(read.amounts.map(({ value, unit }) => `${value} ${unit}`)).toEqual(amounts);
  expect(read.rest.replace(/\s+/g, " ").trim()).toBe(rest);
});
