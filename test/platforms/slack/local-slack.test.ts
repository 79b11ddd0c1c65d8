import { App } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { clientOptionsFor, SILENT, startOverHttp, startOverSockets } from "./local-slack/bolt-apps.ts";
import { freePort } from "./local-slack/free-port.ts";
import { type LocalSlack, startLocalSlack } from "./local-slack/local-slack.ts";
import type { Team } from "./local-slack/workspace.ts";

let time = 0;
let slack: LocalSlack;
let team: Team;
const stopping: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  time = Date.parse("2026-11-22T03:00:00Z");
  slack = await startLocalSlack({ clock: { now: () => time } });
  team = slack.addTeam({ name: "Policy office" });
});

afterEach(async () => {
  for (const stop of stopping.splice(0)) await stop();
  await slack.stop();
});

async function overHttp(listen?: (app: App) => void): Promise<App> {
  const app = await startOverHttp(slack, team, listen);
  stopping.push(() => app.stop());
  return app;
}

const modal = (text: string, more = {}) => ({
  type: "modal" as const,
  callback_id: "ask",
  title: { type: "plain_text" as const, text: "Ask" },
  submit: { type: "plain_text" as const, text: "Send" },
  blocks: [
    { type: "section", text: { type: "mrkdwn", text } },
    {
      type: "input",
      block_id: "question",
      label: { type: "plain_text", text: "Question" },
      element: { type: "plain_text_input", action_id: "words" },
    },
  ],
  ...more,
});

describe("over HTTP", () => {
  test("a command is answered by its ack and through the response URL", async () => {
    await overHttp((app) => {
      app.command("/policy", async ({ ack, respond, command }) => {
        await ack("Looking …");
        await respond({ text: `About ${command.text}`, response_type: "in_channel" });
      });
    });
    const channel = team.addChannel("policy");
    const user = team.addUser({ name: "minji", locale: "ko-KR" });
    const run = await user.command(channel, "/policy", "휴가");
    expect(run.ackMessage?.text).toBe("Looking …");
    expect((await run.nextResponse()).text).toBe("About 휴가");
    expect(user.ephemerals(channel)).toHaveLength(1);
    expect(slack.transcript(channel)).toBe("policydesk (only minji): Looking …\npolicydesk: About 휴가");
    await expect(user.command(channel, "/policy", "", { thread: "1.2" })).rejects.toThrow("threads");
  });

  test("a mention comes twice, under two event ids, and once more under the same one", async () => {
    const seen: string[] = [];
    await overHttp((app) => {
      app.event("app_mention", async ({ body, event, say }) => {
        seen.push(`app_mention ${body.event_id}`);
        await say({ text: "Here", thread_ts: event.ts });
      });
      app.message(async ({ body }) => void seen.push(`message ${body.event_id}`));
    });
    const channel = team.addChannel("policy");
    const asked = await team.addUser({ name: "minji" }).says(channel, "<@BOT> 휴가 <며칠> & 언제?");
    expect(asked.text).toBe(`<@${team.botUserId}> 휴가 &lt;며칠&gt; &amp; 언제?`);
    expect((await channel.nextMessage({ thread: asked.ts })).text).toBe("Here");
    const ids = slack.deliveries.filter(({ echo }) => !echo).map(({ type, eventId }) => `${type} ${eventId}`);
    expect(new Set(ids.map((id) => id.split(" ")[1])).size).toBe(2);
    await slack.deliverTwice("app_mention");
    await channel.nextMessage({ thread: asked.ts });
    expect(seen.filter((line) => line.startsWith("app_mention"))).toEqual([ids[0], ids[0]]);
  });

  test("a failed event comes again with the headers of a retry, a refused signature is a failure", async () => {
    const retries: unknown[] = [];
    await overHttp((app) => {
      app.event("app_mention", async ({ context }) => void retries.push([context.retryNum, context.retryReason]));
    });
    const channel = team.addChannel("policy");
    slack.signWith({ wrongly: true });
    await team.addUser({ name: "minji" }).says(channel, "<@BOT> 휴가");
    expect(slack.deliveries.map(({ acked, attempts }) => [acked, attempts[0]?.status])).toEqual([
      [false, 401],
      [false, 401],
    ]);
    slack.signWith({ ageSeconds: 600 });
    await slack.retryDue();
    expect(retries).toEqual([]);
    slack.signWith();
    await slack.retryDue();
    expect(retries).toEqual([[2, "http_error"]]);
    expect(await slack.retryDue()).toEqual([]);
    expect(await slack.verifyUrl()).toBe(true);
  });

  test("events wait until they are released", async () => {
    const seen: string[] = [];
    await overHttp((app) => app.message(async ({ payload }) => void seen.push(String(payload.type))));
    slack.holdEvents();
    await team.addUser({ name: "minji" }).says(team.addChannel("policy"), "late");
    expect(seen).toEqual([]);
    await slack.releaseEvents();
    expect(seen).toEqual(["message"]);
  });

  test("buttons and menus work on messages, on what one person sees, and replace what they stand on", async () => {
    const app = await overHttp((app) => {
      app.action("more", async ({ ack, respond }) => {
        await ack();
        await respond({ text: "More", replace_original: true });
      });
      app.action("topic", async ({ ack, respond, action }) => {
        await ack();
        const chosen = action.type === "static_select" ? action.selected_option?.value : undefined;
        await respond({ text: `Chosen: ${chosen}`, response_type: "ephemeral", replace_original: false });
      });
    });
    const channel = team.addChannel("policy");
    const user = team.addUser({ name: "minji" });
    channel.add(user.id);
    const text = (words: string) => ({ type: "plain_text" as const, text: words });
    const elements = [
      { type: "button" as const, action_id: "more", text: text("More") },
      {
        type: "static_select" as const,
        action_id: "topic",
        options: [{ text: text("Leave"), value: "leave" }],
      },
    ];
    const blocks = [{ type: "actions" as const, elements }];
    await app.client.chat.postMessage({ channel: channel.id, text: "Pick", blocks });
    const message = await channel.nextMessage();
    expect(message.shown).toBe("[More] [Leave]");
    const picked = await user.picks(message, "topic", "leave");
    expect((await picked.nextResponse()).text).toBe("Chosen: leave");
    await (await user.clicks(message, { text: "More" })).nextResponse();
    expect([message.text, message.blocks]).toEqual(["More", []]);
    await app.client.chat.postEphemeral({ channel: channel.id, user: user.id, text: "Psst", blocks });
    const secret = user.ephemerals(channel)[1];
    if (secret === undefined) throw new Error("nothing ephemeral");
    expect((await (await user.clicks(secret, { actionId: "more" })).nextResponse()).text).toBe("More");
  });

  test("a modal opens, changes, complains and closes", async () => {
    const app = await overHttp((app) => {
      app.command("/ask", async ({ ack, client, body }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view: modal("first") });
      });
      app.view("ask", async ({ ack, view }) => {
        const words = view.state.values["question"]?.["words"]?.value ?? "";
        if (words === "no") await ack({ response_action: "errors", errors: { question: "Say more" } });
        else if (words === "again") await ack({ response_action: "update", view: modal("second") });
        else await ack();
      });
    });
    const user = team.addUser({ name: "minji" });
    const run = await user.command(team.addChannel("policy"), "/ask");
    const view = await user.nextView();
    const { hash } = view;
    expect(view.title).toBe("Ask");
    expect(await user.submitsView(view, { words: "no" })).toMatchObject({ errors: { question: "Say more" } });
    expect(await user.submitsView(view, { question: { words: "again" } })).toMatchObject({ outcome: "updated" });
    expect((await user.nextView()).shown).toContain("second");
    const late = app.client.views.update({ view_id: view.id, hash, view: modal("late") });
    await expect(late).rejects.toThrow("hash_conflict");
    await app.client.views.update({ view_id: view.id, hash: view.hash, view: modal("third") });
    expect((await user.nextView()).shown).toContain("third");
    expect(await user.submitsView(view, { words: "yes" })).toMatchObject({ outcome: "closed" });
    expect(user.views()).toEqual([]);
    await expect(app.client.views.update({ view_id: view.id, view: modal("x") })).rejects.toThrow("not_found");
    const reused = app.client.views.open({ trigger_id: run.triggerId, view: modal("x") });
    await expect(reused).rejects.toThrow("exchanged_trigger_id");
  });

  test("a trigger lasts three seconds by the held clock", async () => {
    const app = await overHttp((app) => app.shortcut("ask", async ({ ack }) => ack()));
    const { triggerId } = await team.addUser({ name: "minji" }).globalShortcut("ask");
    time += 3_001;
    const open = app.client.views.open({ trigger_id: triggerId, view: modal("late") });
    await expect(open).rejects.toThrow("expired_trigger_id");
    await expect(app.client.views.open({ trigger_id: "x", view: modal("x") })).rejects.toThrow("invalid_trigger_id");
  });

  test("modals stack three high", async () => {
    const button = { type: "button", action_id: "on", text: { type: "plain_text", text: "On" } };
    const view = modal("more", { blocks: [{ type: "actions", elements: [button] }] });
    const refused: string[] = [];
    await overHttp((app) => {
      app.shortcut("ask", async ({ ack, client, shortcut }) => {
        await ack();
        await client.views.open({ trigger_id: shortcut.trigger_id, view });
      });
      app.action("on", async ({ ack, client, body }) => {
        const trigger_id = "trigger_id" in body ? body.trigger_id : "";
        const pushed = client.views.push({ trigger_id, view });
        await pushed.catch((error: Error) => refused.push(error.message));
        await ack();
      });
    });
    const user = team.addUser({ name: "minji" });
    await user.globalShortcut("ask");
    for (let clicks = 0; clicks < 2; clicks += 1) await user.clicks(await user.nextView(), { text: "On" });
    await user.clicks(await user.nextView(), { text: "On" });
    expect(user.views()).toHaveLength(3);
    expect(refused).toEqual([expect.stringContaining("push_limit_reached")]);
  });

  test("the home tab is published and used", async () => {
    const button = { type: "button", action_id: "start", text: { type: "plain_text", text: "Start" } };
    await overHttp((app) => {
      app.event("app_home_opened", async ({ client, event }) => {
        const view = { type: "home" as const, blocks: [{ type: "actions", elements: [button] }] };
        await client.views.publish({ user_id: event.user, view });
      });
      app.action("start", async ({ ack, client, body }) => {
        await ack();
        if (!("trigger_id" in body)) return;
        await client.views.open({ trigger_id: body.trigger_id, view: modal("from home", { notify_on_close: true }) });
      });
      app.view({ callback_id: "ask", type: "view_closed" }, async ({ ack }) => ack());
    });
    const user = team.addUser({ name: "minji" });
    await user.opensHome();
    const home = await slack.until(() => user.home);
    await user.clicks(home, { text: "Start" });
    expect((await user.closesView(await user.nextView()))?.acked).toBe(true);
  });
});

describe("Socket Mode", () => {
  test("commands are answered in the ack; what a dropped socket loses comes again over the next one", async () => {
    const seen: { text: string; retry: number | undefined }[] = [];
    const app = await startOverSockets(slack, team, (app) => {
      app.command("/policy", async ({ ack }) => ack({ text: "At once" }));
      app.message(async ({ context, payload }) => {
        seen.push({ text: "text" in payload ? (payload.text ?? "") : "", retry: context.retryNum });
      });
    });
    stopping.push(() => app.stop());
    const channel = team.addChannel("policy");
    const user = team.addUser({ name: "minji" });
    expect((await user.command(channel, "/policy")).ackMessage?.text).toBe("At once");
    slack.sockets.loseAcks(true);
    const said = user.says(channel, "휴가");
    await slack.until(() => (slack.sockets.lostAcks === 1 ? true : undefined), "an ack to lose");
    slack.sockets.drop();
    await said;
    slack.sockets.loseAcks(false);
    await slack.until(() => (slack.deliveries.at(-1)?.acked ? true : undefined), "the event over the next socket");
    await vi.waitFor(() => expect(seen.map(({ text }) => text)).toEqual(["휴가", "휴가"]));
    expect(seen[1]?.retry).toBe(1);
    slack.sockets.askToReconnect();
    await slack.until(() => (slack.sockets.opened === 3 ? true : undefined), "the third connection");
    // An ack shows that the client has taken the new connection into use.
    expect((await user.command(channel, "/policy")).acked).toBe(true);
  });
});

describe("OAuth", () => {
  test("a code is exchanged once, and the team has the app", async () => {
    const office = slack.addTeam({ name: "New office", installed: false, scopes: [] });
    const kim = office.addUser({ name: "kim", admin: true });
    slack.oauth.installer = { teamId: office.id, userId: kim.id };
    const stored: { team: unknown; token: unknown }[] = [];
    const app = new App({
      signingSecret: slack.signingSecret,
      clientId: slack.clientId,
      clientSecret: slack.clientSecret,
      stateSecret: "state",
      scopes: ["chat:write", "commands"],
      installationStore: {
        storeInstallation: async ({ team: { id } = { id: "" }, bot }) =>
          void stored.push({ team: id, token: bot?.token }),
        fetchInstallation: async () => Promise.reject(new Error("not needed")),
      },
      installerOptions: { authorizationUrl: slack.authorizeUrl, directInstall: true },
      clientOptions: clientOptionsFor(slack),
      logger: SILENT,
    });
    const port = await freePort();
    await app.start({ port, host: "127.0.0.1" });
    stopping.push(() => app.stop());
    slack.oauth.redirectUri = `http://127.0.0.1:${port}/slack/oauth_redirect`;
    const start = await fetch(`http://127.0.0.1:${port}/slack/install`, { redirect: "manual" });
    const cookie = start.headers.get("set-cookie")?.split(";")[0] ?? "";
    const consent = await fetch(start.headers.get("location") ?? "", { redirect: "manual" });
    const back = consent.headers.get("location") ?? "";
    expect((await fetch(back, { headers: { cookie } })).status).toBe(200);
    expect(stored).toEqual([{ team: office.id, token: office.botToken }]);
    expect([...office.scopes]).toEqual(["chat:write", "commands"]);
    expect((await fetch(back, { headers: { cookie } })).status).toBe(500);
    expect(slack.requestsOf("oauth.v2.access").map(({ error }) => error)).toEqual([undefined, "code_already_used"]);
  });
});
