import { expect, test } from "vitest";
import { CATCH, slackForTest, TRANSPORTS } from "./running-slack.ts";

test.each(TRANSPORTS)("200 commands at once are all acked in time and answered, over %s", async (transport) => {
  const { team, logged } = await slackForTest({ transport, few: false });
  const channel = team.addChannel("policy");
  const runs = await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      team.addUser({ name: `user${index}`, locale: "ko-KR" }).command(channel, "/policy", CATCH),
    ),
  );
  expect(runs.filter(({ acked }) => !acked).length).toBe(0);
  const answers = await Promise.all(runs.map((run) => run.nextResponse({ timeoutMs: 20_000 })));
  expect(answers.filter(({ shown }) => !shown.includes("4만 2천 톤")).length).toBe(0);
  expect(logged.join("")).not.toMatch(/ERROR/i);
}, 30_000);
