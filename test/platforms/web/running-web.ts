import type { Bot } from "../../../src/app/start-bot.ts";
import type { FeedbackStore } from "../../../src/ports/feedback-store.ts";
import type { BotPorts, Ports } from "../../../src/ports/ports.ts";
import { startRunningBot } from "../running-bot.ts";

export interface RunningWeb {
  readonly bot: Bot;
  /** http://127.0.0.1:<port> */
  readonly base: string;
  readonly feedback: FeedbackStore;
  readonly logged: readonly string[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** The whole bot on a store in memory, with the sample articles and hostile ones, on a free port of 127.0.0.1. */
export async function startWeb(
  environment: Record<string, string> = {},
  change: (ports: Ports & BotPorts) => Partial<Ports & BotPorts> = () => ({}),
): Promise<RunningWeb> {
  const { bot, base, store, logged } = await startRunningBot({ environment, change });
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
