import { join } from "node:path";
import { createLogger } from "../../../adapters/runtime/pino-logger.ts";
import { openFolder } from "../../../adapters/sources/folder.ts";
import { createWebServer } from "../../../adapters/web/server.ts";
import { type Bot, startBot } from "../../../src/app.ts";
import { readConfig } from "../../../src/config.ts";
import type { FeedbackStore } from "../../../src/ports/feedback-store.ts";
import type { BotPorts, Ports } from "../../../src/ports/ports.ts";
import { wire } from "../../../src/wiring.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures/web");

/** The day the tests are held at: ages and dates in answers do not move. */
export const NOW = Date.parse("2026-11-22T03:00:00Z");

export interface RunningWeb {
  readonly bot: Bot;
  /** http://127.0.0.1:<port> */
  readonly base: string;
  readonly feedback: FeedbackStore;
  readonly logged: string[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** The whole bot on a store in memory, with the sample articles and hostile ones, on a free port of 127.0.0.1. */
export async function startWeb(
  environment: Record<string, string> = {},
  change: (ports: Ports & BotPorts) => Partial<Ports & BotPorts> = () => ({}),
): Promise<RunningWeb> {
  const config = readConfig({ PORT: "0", RATE_LIMIT_PER_MINUTE: "1000", LOG_LEVEL: "debug", ...environment });
  const wired = wire(config);
  const logged: string[] = [];
  const write = (line: string) => logged.push(line);
  const log = createLogger({ level: config.logLevel, format: "text", secrets: config.secrets, timeZone: "UTC", write });
  const store = await wired.openMemoryStore();
  const clock = { ...wired.clock, now: () => NOW };
  let base = "";
  const ports: Ports & BotPorts = {
    ...wired,
    clock,
    openStore: async () => store,
    openSnapshotFile: () => ({ read: async () => null, replace: async () => {} }),
    openArticles: (known) => openFolder(FIXTURES, known),
    claimData: async () => ({ release: () => {} }),
    async openPlatforms(desk, platformLog) {
      const { port, host, allowedHosts, trustProxy, rateLimitPerMinute, timeZone } = config;
      const web = createWebServer(
        { port, host, allowedHosts, trustProxy, rateLimitPerMinute, timeZone },
        { desk, log: platformLog, clock },
      );
      const start = async () => {
        const opened = await web.start();
        if ("address" in opened) base = opened.address;
        return opened;
      };
      return [{ ...web, start }];
    },
  };
  const bot = startBot({ ...ports, ...change(ports) }, log);
  await bot.started;
  return {
    bot,
    base,
    feedback: store,
    logged,
    get: (path, headers = {}) => fetch(base + path, { headers }),
    post: (path, body, headers = {}) =>
      fetch(base + path, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
  };
}
