import { expect, vi } from "vitest";
import { createInProcessQueue } from "../../../adapters/queue/in-process-queue.ts";
import { openSqliteStore } from "../../../adapters/store/sqlite.ts";
import type { Clock } from "../../../src/ports/runtime.ts";
import { signedHeaders } from "../../arrivals/signed-delivery.ts";
import type { LocalChannel } from "./local-discord/channels.ts";
import type { OptionValues } from "./local-discord/command-offer.ts";
import type { LocalMessage } from "./local-discord/messages.ts";
import type { LocalUser } from "./local-discord/people.ts";
import { newClock, type Scene, type SceneOptions, shown, startScene } from "./running-discord.ts";

const SECRET = "a-secret-of-the-webhook";
/** Work that is put off looks at the held clock this often. */
const LOOK_EVERY_MS = 10;
const COMES_WITHIN_MS = 10_000;

export interface AlertScene extends Scene {
  /** Manages channels, and uses Discord in Korean. */
  readonly admin: LocalUser;
  /** Uses /alerts, and gives what is answered. */
  alerts(by: LocalUser, where: LocalChannel, subcommand: string, options?: OptionValues): Promise<string>;
  /** Has an article arrive whose title and only section hold these words; resolves once it can be found. */
  publish(title: string, text: string, more?: object): Promise<void>;
  /** Resolves once nothing waits to be sent any more; the clock goes on meanwhile. */
  settled(): Promise<void>;
  /** What was posted in a channel, whole. */
  posted(channel: LocalChannel): LocalMessage[];
}

export async function startAlerts(options: SceneOptions = {}): Promise<AlertScene> {
  const clock = options.clock ?? newClock();
  const patient: Clock = { ...clock, sleep: (ms) => clock.sleep(Math.min(ms, LOOK_EVERY_MS)) };
  const environment = { WEBHOOK_SECRET: SECRET, ...options.environment };
  // The store's time is the test's too, and so is the queue's.
  const store = options.store ?? (await openSqliteStore(":memory:", clock.now));
  const change: NonNullable<SceneOptions["change"]> = (ports) => ({
    openQueue: async (log) => createInProcessQueue({}, { clock: patient, log }),
    ...options.change?.(ports),
  });
  const scene = await startScene({ fewArticles: true, ...options, store, clock, environment, change });
  const { discord, guild, running } = scene;
  const admin = discord.addUser({ name: "관리자", locale: "ko" });
  guild.addMember(admin, { permissions: ["ManageChannels"] });
  let count = 0;
  return {
    ...scene,
    admin,
    async end() {
      await scene.end();
      await store.close();
    },
    async alerts(by, where, subcommand, given = {}) {
      // No two subscriptions are of the same moment.
      clock.advance(1000);
      const used = await by.command(where, `alerts ${subcommand}`, given);
      const text = shown(await used.reply());
      expect(used.isEphemeral()).toBe(true);
      return text;
    },
    async publish(title, text, more = {}) {
      clock.advance(1000);
      const publishedAt = new Date(clock.now()).toISOString();
      const article = { id: `n-${++count}`, title, body: `<p>${text}</p>`, publishedAt, source: "정책 소식", ...more };
      const body = JSON.stringify(article);
      const headers = signedHeaders(body, SECRET, Math.floor(clock.now() / 1000));
      const taken = await fetch(`${running.base}/api/articles`, {
        ...{ method: "POST", body, headers: { "Content-Type": "application/json", ...headers } },
      });
      expect(taken.status).toBe(202);
      const isFound = async () =>
        (await (await fetch(`${running.base}/api/articles`)).text()).includes(`"webhook/${article.id}"`);
      await vi.waitUntil(isFound, { interval: 5, timeout: COMES_WITHIN_MS });
    },
    async settled() {
      const waiting = async () => {
        const { waiting, sending, uncertain } = await running.store.countAlerts();
        // Not while a post is on its way, which would seem to take minutes on a busy machine.
        if (waiting + uncertain > 0 && sending === 0) clock.advance(1000);
        return waiting + sending + uncertain;
      };
      await expect.poll(waiting, { interval: 20 }).toBe(0);
    },
    posted: (channel) => channel.messages().filter(({ author, interaction }) => author.bot && !interaction),
  };
}
