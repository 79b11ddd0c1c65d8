import { randomBytes } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { seal, secretFrom, unseal } from "../../../adapters/slack/seal.ts";
import { install } from "./install.ts";
import { CATCH, CATCH_ANSWER, slackForTest, TRANSPORTS } from "./running-slack.ts";

describe.each(TRANSPORTS)("many workspaces over %s", (transport) => {
  test("one installs the app, asks, and takes it away; another one stays", async () => {
    const running = await slackForTest({ transport, oauth: true });
    const { slack, team, store, logged } = running;
    const other = slack.addTeam({ name: "Other", installed: false });
    const installed = await install(running, team);
    expect([installed.status, installed.page]).toEqual([200, expect.stringContaining("설치했어요.")]);
    await install(running, other);
    expect(await store.installations("slack:")).toEqual([`slack:T:${team.id}`, `slack:T:${other.id}`].sort());
    expect(await store.installation(`slack:T:${team.id}`)).not.toContain("xoxb");

    for (const each of [team, other]) {
      const user = each.addUser({ name: "minji", locale: "ko-KR" });
      const channel = each.addChannel("policy");
      await user.says(channel, `<@BOT> ${CATCH}`);
      expect((await channel.nextMessage()).shown).toContain(CATCH_ANSWER);
      const used = slack.requestsOf("chat.postMessage").at(-1)?.token;
      expect(used).toBe(each.botToken);
    }
    await team.uninstall();
    await vi.waitFor(async () => expect(await store.installations("slack:")).toEqual([`slack:T:${other.id}`]), 5000);
    const user = team.addUser({ name: "jun", locale: "ko-KR" });
    const run = await user.command(team.addChannel("later"), "/policy", CATCH);
    expect((await run.nextResponse()).shown).toContain("다시 설치");
    expect(logged.join("")).not.toMatch(/xoxb-|local-client-secret/);
  });
});

test("revoked tokens are deleted, and an old event deletes no newer ones", async () => {
  const running = await slackForTest({ oauth: true });
  const { slack, team, store, clock } = running;
  await install(running, team);
  slack.holdEvents();
  await team.revokeToken();
  clock.advance(60_000);
  await install(running, team);
  await slack.releaseEvents();
  const user = team.addUser({ name: "minji", locale: "ko-KR" });
  const channel = team.addChannel("policy");
  await user.says(channel, `<@BOT> ${CATCH}`);
  expect((await channel.nextMessage()).shown).toContain(CATCH_ANSWER);
  expect(await store.installations("slack:")).toHaveLength(1);
  await team.revokeToken();
  await vi.waitFor(async () => expect(await store.installations("slack:")).toEqual([]), 5000);
});

test("an altered or foreign token is a clear problem, and no crash", async () => {
  const running = await slackForTest({ oauth: true });
  const { team, store, logged } = running;
  await install(running, team);
  const key = `slack:T:${team.id}`;
  const sealed = (await store.installation(key)) ?? "";
  await store.putInstallation(key, `${sealed.slice(0, -4)}AAAA`);
  const user = team.addUser({ name: "minji", locale: "ko-KR" });
  const channel = team.addChannel("policy");
  const run = await user.command(channel, "/policy", CATCH);
  expect((await run.nextResponse()).shown).toContain("다시 설치");
  await user.says(channel, `<@BOT> ${CATCH}`);
  expect(logged.filter((line) => line.includes("cannot be opened"))).toHaveLength(1);
  await store.putInstallation(key, sealed);
  await running.stopBot();

  const ENCRYPTION_KEY = randomBytes(32).toString("base64");
  const later = await running.again({ environment: { ENCRYPTION_KEY } });
  expect((await (await user.command(channel, "/policy", CATCH)).nextResponse()).shown).toContain("다시 설치");
  expect(later.logged.join("")).not.toContain(sealed);
});

test("who cancels, or comes from another browser, installs nothing", async () => {
  const running = await slackForTest({ oauth: true });
  const { slack, base, store, team } = running;
  slack.oauth.denyNext = true;
  const denied = await install(running, team);
  expect([denied.status, denied.page]).toEqual([400, expect.stringContaining("설치하지 못했어요.")]);
  const strange = await fetch(`${base}/slack/oauth_redirect?code=x&state=y`);
  expect(strange.status).toBe(400);
  expect(await store.installations("slack:")).toEqual([]);
});

describe("sealing", () => {
  const key = new Uint8Array(randomBytes(32));

  test("opens under its own name and key alone", () => {
    const sealed = seal("xoxb-비밀", "slack:T:T1", key);
    expect(unseal(sealed, "slack:T:T1", key)).toBe("xoxb-비밀");
    expect(unseal(sealed, "slack:T:T2", key)).toBeNull();
    expect(unseal(sealed, "slack:T:T1", new Uint8Array(randomBytes(32)))).toBeNull();
    expect(seal("xoxb-비밀", "slack:T:T1", key)).not.toBe(sealed);
  });

  test("opens nothing that was changed", () => {
    const sealed = seal("xoxb-secret", "a", key);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1);
      const opened = unseal(changed, "a", key);
      // The last letter of base64 may hold bits that mean nothing.
      if (opened !== null) expect([opened, at]).toEqual(["xoxb-secret", sealed.length - 1]);
    }
    for (const broken of ["", "1.", "1.AAAA", "2.AAAA", "x".repeat(200)]) expect(unseal(broken, "a", key)).toBeNull();
  });

  test("secrets made from the key do not hold it", () => {
    const secret = secretFrom(key, "state");
    expect(secret).not.toBe(Buffer.from(key).toString("base64url"));
    expect(secretFrom(key, "other")).not.toBe(secret);
    expect(secretFrom(key, "state")).toBe(secret);
  });
});
