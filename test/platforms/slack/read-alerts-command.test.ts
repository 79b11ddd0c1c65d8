import { describe, expect, test } from "vitest";
import { readAlertsCommand } from "../../../adapters/slack/commands/read-alerts-command.ts";

const topic = (include: string, more: Partial<Record<"exclude" | "sources" | "categories", string>> = {}) => ({
  include,
  exclude: "",
  sources: "",
  categories: "",
  ...more,
});

describe("/policy alerts", () => {
  test.each([
    ["alerts", { kind: "list" }],
    [" 알림 ", { kind: "list" }],
    ["알림 목록", { kind: "list" }],
    ["Alerts List", { kind: "list" }],
    ["알림 구독", { kind: "form" }],
    ["alerts subscribe 관세, 대만", { kind: "subscribe", topic: topic("관세, 대만"), mention: null }],
    ["알림 구독 관세 &amp; 무역", { kind: "subscribe", topic: topic("관세 & 무역"), mention: null }],
    ["알림 해지", { kind: "change", name: "unsubscribe", number: null }],
    ["alerts pause 2", { kind: "change", name: "pause-alerts", number: 2 }],
    ["알림 다시시작 3", { kind: "change", name: "resume-alerts", number: 3 }],
    ["알림 다시 시작 1", { kind: "change", name: "resume-alerts", number: 1 }],
    ["alerts stop", { kind: "change", name: "pause-alerts", number: null }],
    ["알림 취소 2", { kind: "change", name: "unsubscribe", number: 2 }],
    ["알림 미리 보기 대만", { kind: "preview", topic: topic("대만") }],
    ["알림 미리보기 대만", { kind: "preview", topic: topic("대만") }],
    ["alerts preview", { kind: "preview", topic: topic("") }],
  ])("%j", (typed, command) => {
    expect(readAlertsCommand(typed)).toEqual(command);
  });

  test("parts, in either language and in any order; a group stays as it was typed", () => {
    const command = readAlertsCommand(
      "알림 구독 관세, 대만 제외: 부동산, 집값 매체：가람일보 category: 경제 부르기: <!subteam^S1|@팀> without: 전세",
    );
    const parts = { exclude: "부동산, 집값,전세", sources: "가람일보", categories: "경제" };
    expect(command).toMatchObject({ topic: { include: "관세, 대만", sources: "가람일보", categories: "경제" } });
    expect(command).toMatchObject({ mention: "<!subteam^S1|@팀>" });
    const { exclude } = (command as { topic: { exclude: string } }).topic;
    expect(exclude.split(",").map((word) => word.trim())).toEqual(parts.exclude.split(",").map((word) => word.trim()));
    expect(readAlertsCommand("alerts subscribe source: 가람일보")).toMatchObject({ topic: { include: "" } });
  });

  test.each([
    "알림 서비스는 누가 운영해?",
    "알림 구독 방법이 뭐야?",
    "알림 구독은 어떻게 해?",
    "알림을 보내는 곳은?",
    "알림 해지 방법",
    "알림 목록은 어디에 있어",
    "alerts about what",
    "alertness",
    "관세 알림 구독",
    "",
  ])("a question that begins alike stays one: %j", (typed) => {
    expect(readAlertsCommand(typed)).toBeNull();
  });
});
