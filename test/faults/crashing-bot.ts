import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { signedHeaders } from "../arrivals/signed-delivery.ts";

const project = join(import.meta.dirname, "../..");
export const SECRET = "a-secret-of-the-webhook";

/** Below those that the system gives to whoever connects somewhere. */
export function anyPort(): number {
  return 20_000 + Math.floor(Math.random() * 12_000);
}

/** The bot as `npm start` runs it, on a port that is known before it listens, so that it can be killed at any time. */
export function startCrashingBot(port: number, environment: Record<string, string>, script = "src/main.ts") {
  const child: ChildProcess = spawn(process.execPath, [script], {
    cwd: project,
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      PATH: process.env["PATH"],
      PORT: String(port),
      WEBHOOK_SECRET: SECRET,
      RATE_LIMIT_PER_MINUTE: "100000",
      LOG_LEVEL: "error",
      ...environment,
    },
  });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  return {
    said: () => said,
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
    /** As whoever deploys it does; fulfilled with its exit code. */
    async stop() {
      child.kill("SIGTERM");
      await ended;
      return child.exitCode;
    },
  };
}

/** True where the bot acknowledged the article. */
export async function deliver(
  base: string,
  article: { id: string; title: string; body: string },
  aheadMs = 0,
): Promise<boolean> {
  const body = JSON.stringify(article);
  try {
    const response = await fetch(`${base}/api/articles`, {
      method: "POST",
      body,
      headers: {
        "Content-Type": "application/json",
        ...signedHeaders(body, SECRET, Math.floor((Date.now() + aheadMs) / 1000)),
      },
    });
    // The same second, the same words: it was taken in before the answer was lost.
    return response.status === 202 || response.status === 409;
  } catch {
    return false;
  }
}

export async function isReady(base: string): Promise<boolean> {
  return fetch(`${base}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  );
}
