import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";

/** Below the ports that Linux gives to whoever connects somewhere. */
const PORTS = { first: 20_000, count: 12_000 } as const;
const TRIES = 20;

export interface RunningRedis {
  /** redis://…, with the password where one was asked for. */
  readonly url: string;
  /** One reply to one command, over a connection of its own. */
  command(name: string, ...args: string[]): Promise<unknown>;
  /** Empties it. */
  flush(): Promise<void>;
  /** Ends the test's hold on it; a server that was started for the test ends too. */
  close(): Promise<void>;
}

/** Both queues, for suites that run over each: what turns it on; null where it cannot be run here, with the reason in its name. */
export function bothQueues(
  redis: RunningRedis | { readonly missing: string },
): readonly (readonly [name: string, environment: Record<string, string> | null])[] {
  return [
    ["in this process", {}],
    "missing" in redis ? [`BullMQ (skipped: ${redis.missing})`, null] : ["BullMQ", { REDIS_URL: redis.url }],
  ];
}

export interface OwnRedis extends RunningRedis {
  readonly port: number;
  /** Ends the server. By default it keeps what it has for `start`; SIGKILL is a crash. */
  stop(signal?: "SIGTERM" | "SIGKILL"): Promise<void>;
  /** Starts it again on the same port, with what it had. */
  start(): Promise<void>;
}

/**
 * A Redis for tests: the one REDIS_URL names, else redis-server from the PATH on a free port of 127.0.0.1. A reason
 * where there is none; with CI=true that is an error, since tests that are skipped there prove nothing.
 */
export async function runningRedis(): Promise<RunningRedis | { readonly missing: string }> {
  const { REDIS_URL: url } = process.env;
  if (!url) return ownRedis();
  return { url, ...controls(() => url), close: async () => {} };
}

/** The same, but always a server of the test's own, which it may stop, start and empty. */
export async function ownRedis({
  password,
}: {
  readonly password?: string;
} = {}): Promise<OwnRedis | { readonly missing: string }> {
  const folder = mkdtempSync(join(tmpdir(), "policydesk-redis-"));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const port = PORTS.first + Math.floor(Math.random() * PORTS.count);
    const started = await launch(port, folder, password);
    if (started === "port taken") continue;
    if ("problem" in started) {
      removeFolder();
      if (process.env["CI"] === "true") throw new Error(`Tests need a Redis: ${started.problem}`);
      return { missing: started.problem };
    }
    return own(port, folder, password, started);
  }
  removeFolder();
  throw new Error(`No port was free for redis-server in ${TRIES} tries.`);
}

function own(port: number, folder: string, password: string | undefined, first: ChildProcess): OwnRedis {
  let server: ChildProcess | null = first;
  const url = `redis://${password ? `:${encodeURIComponent(password)}@` : ""}127.0.0.1:${port}`;
  const killAtExit = () => server?.kill("SIGKILL");
  process.once("exit", killAtExit);
  const stop = async (signal: "SIGTERM" | "SIGKILL" = "SIGTERM") => {
    const ending = server;
    server = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const exited = once(ending, "exit");
    ending.kill(signal);
    await exited;
  };
  return {
    url,
    port,
    ...controls(() => url),
    stop,
    async start() {
      if (server) return;
      const started = await launch(port, folder, password);
      if (started === "port taken") throw new Error(`Port ${port} was taken while its Redis was stopped.`);
      if ("problem" in started) throw new Error(started.problem);
      server = started;
    },
    async close() {
      await stop("SIGKILL");
      process.off("exit", killAtExit);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves when it takes connections. */
async function launch(
  port: number,
  folder: string,
  password: string | undefined,
): Promise<ChildProcess | "port taken" | { readonly problem: string }> {
  const settings = ["--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "yes"];
  if (password) settings.push("--requirepass", password);
  const server = spawn("redis-server", ["--port", `${port}`, ...settings], { stdio: ["ignore", "pipe", "inherit"] });
  const output: string[] = [];
  return new Promise((resolve) => {
    server.once("error", (error) => resolve({ problem: `redis-server cannot be run: ${error.message}` }));
    server.stdout.setEncoding("utf8").on("data", (text: string) => {
      output.push(text);
      if (output.join("").includes("Ready to accept connections")) resolve(server);
    });
    server.once("close", (code) => {
      const said = output.join("");
      resolve(
        said.includes("Address already in use")
          ? "port taken"
          : { problem: `redis-server ended with ${code}: ${said}` },
      );
    });
  });
}

function controls(url: () => string): Pick<RunningRedis, "command" | "flush"> {
  async function command(name: string, ...args: string[]): Promise<unknown> {
    const client = new Redis(url());
    try {
      return await client.call(name, ...args);
    } finally {
      client.disconnect();
    }
  }
  return { command, flush: async () => void (await command("flushall")) };
}
