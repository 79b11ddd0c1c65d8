import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openSqliteStore } from "../../../adapters/store/sqlite.ts";
import { run } from "../../cli/run.ts";
import { temporaryFolder, writeFiles } from "../../flows/temporary-folder.ts";

const root = temporaryFolder();
const project = join(import.meta.dirname, "../../..");
let folders = 0;
const newFolder = () => join(root, `${folders++}`);

interface Process {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
  /** The page's address, once it is ready. */
  readonly ready: Promise<string>;
}

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/** Runs the bot as `npm start` does, on a free port. */
function startProcess(
  dataDir: string,
  environment: Record<string, string> = {},
  [command, ...rest]: readonly [string, ...string[]] = [
    process.execPath,
    "--import",
    "./src/require-node.mjs",
    "src/main.ts",
  ],
): Process {
  const child = spawn(command, rest, {
    cwd: project,
    env: { PATH: process.env["PATH"], DATA_DIR: dataDir, PORT: "0", ...environment },
  });
  children.push(child);
  let output = "";
  let found = (_address: string) => {};
  let failed = (_error: Error) => {};
  const ready = new Promise<string>((resolve, reject) => {
    found = resolve;
    failed = reject;
  });
  ready.catch(() => {});
  const onText = (text: string) => {
    output += text;
    const address = /Chat page: (http:\S+)/.exec(output)?.[1];
    if (address) found(address);
  };
  child.stdout.setEncoding("utf8").on("data", onText);
  child.stderr.setEncoding("utf8").on("data", onText);
  const ended = new Promise<number | null>((resolve) => {
    child.on("close", (code) => {
      failed(new Error(`ended with ${code}: ${output}`));
      resolve(code);
    });
  });
  return { child, output: () => output, ended, ready };
}

async function ask(address: string, question: string): Promise<{ status: string; answer: string }> {
  const response = await fetch(`${address}/api/ask`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ question }),
  });
  return (await response.json()) as { status: string; answer: string };
}

describe("npm start", () => {
  it("says what it read, what is on and what is off and why, and answers", async () => {
    const dataDir = newFolder();
    const bot = startProcess(dataDir);
    const address = await bot.ready;
    expect(bot.output()).toMatch(/Read .*index-data.corpus: 16 added/);
    for (const line of [
      "Discord: off, DISCORD_TOKEN is not set",
      "Slack: off, neither SLACK_BOT_TOKEN nor SLACK_CLIENT_ID is set",
      "Queue: in this process, REDIS_URL is not set",
      `Store: SQLite in ${join(dataDir, "policydesk.sqlite")}, DATABASE_URL is not set`,
    ]) {
      expect(bot.output()).toContain(line);
    }
    expect((await ask(address, "영국산 자동차 관세는 얼마야?")).status).toBe("answered");
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
  });

  it("names every wrong setting at once and exits with 2", async () => {
    const bot = startProcess(newFolder(), { PORT: "x", TIME_ZONE: "Mars", SLACK_BOT_TOKEN: "xoxb-hidden" });
    expect(await bot.ended).toBe(2);
    expect(bot.output().trim().split("\n")).toEqual([
      'PORT is "x", but must be a whole number from 0 to 65535.',
      'TIME_ZONE is "Mars", but must be an IANA time zone such as Asia/Seoul.',
    ]);
  });

  // Other systems have no folder that is there and lets none be made in it.
  it.skipIf(process.platform !== "linux")("exits with 2 where its data can be kept nowhere, and says so", async () => {
    const nowhere = startProcess("/proc/policydesk");
    expect(await nowhere.ended).toBe(2);
    expect(nowhere.output()).toContain('DATA_DIR is "/proc/policydesk", but no folder can be made there.');
  });

  it("exits with 2 where the port is taken or the address is another machine's", async () => {
    const first = startProcess(newFolder());
    const { port } = new URL(await first.ready);
    const taken = startProcess(newFolder(), { PORT: port });
    expect(await taken.ended).toBe(2);
    expect(taken.output()).toContain(`Port ${port} on 127.0.0.1 is taken by another program.`);
    const elsewhere = startProcess(newFolder(), { HOST: "192.0.2.1" });
    expect(await elsewhere.ended).toBe(2);
    expect(elsewhere.output()).toContain("HOST is 192.0.2.1, but this machine has no such address.");
  });

  it("answers where its own articles are not there, and says so", async () => {
    const missing = startProcess(newFolder(), { ARTICLES_DIR: "/nowhere" });
    await missing.ready;
    expect(missing.output()).toContain(
      'ERROR ARTICLES_DIR: There is no file or folder "/nowhere". What is stored of it',
    );
  });

  it("says in one sentence that its data folder is a file", async () => {
    const dataDir = join(writeFiles(newFolder(), { state: "" }), "state");
    const bot = startProcess(dataDir);
    expect(await bot.ended).toBe(2);
    expect(bot.output().trim()).toBe(
      `DATA_DIR is "${dataDir}", but a file, or a link to what is not there, is in the way. Make it a folder that this user may write to, or set DATA_DIR to another.`,
    );
  });

  it("warns where anybody may reach it under any name", async () => {
    const open = startProcess(newFolder(), { HOST: "0.0.0.0" });
    await open.ready;
    expect(open.output()).toMatch(/WARNING HOST lets other machines in: .*Set ALLOWED_HOSTS/);
    const named = startProcess(newFolder(), { HOST: "0.0.0.0", ALLOWED_HOSTS: "chat.example.org" });
    await named.ready;
    expect(named.output()).not.toContain("WARNING HOST");
  });

  it("is told where another one runs on the same data, while command-line tools work beside it", async () => {
    const dataDir = newFolder();
    const first = startProcess(dataDir);
    const address = await first.ready;
    const second = startProcess(dataDir);
    expect(await second.ended).toBe(2);
    expect(second.output()).toContain(`Another PolicyDesk is running on the data in ${dataDir}.`);

    const articles = writeFiles(newFolder(), { "new.md": "# 타슈베크\n\n타슈베크의 수도는 노르달이다." });
    expect((await run("ingest", [articles], { dataDir })).exitCode).toBe(0);
    expect((await run("ask", ["타슈베크의 수도는?"], { dataDir })).stdout).toContain("노르달");
    await expect
      .poll(async () => (await ask(address, "타슈베크의 수도는?")).answer, { timeout: 3_000 })
      .toContain("노르달");
  });

  it("starts again after kill -9, with everything it was told", async () => {
    const dataDir = newFolder();
    const first = startProcess(dataDir);
    const address = await first.ready;
    const feedback = { key: "k", question: "관세는?", answer: "25%", helpful: true };
    const given = await fetch(`${address}/api/feedback`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(feedback),
    });
    expect(given.status).toBe(200);
    first.child.kill("SIGKILL");
    await first.ended;
    const second = startProcess(dataDir);
    expect((await ask(await second.ready, "영국산 자동차 관세는 얼마야?")).status).toBe("answered");
    expect(second.output()).toContain("0 added, 0 changed, 16 unchanged");
    const store = await openSqliteStore(join(dataDir, "policydesk.sqlite"), Date.now);
    expect(await store.feedback(10)).toMatchObject([{ ...feedback, key: `web:${feedback.key}` }]);
    await store.close();
  });

  it("says that its database is new where an index of another one was kept, and does so once", async () => {
    const dataDir = newFolder();
    const first = startProcess(dataDir);
    await first.ready;
    expect(first.output()).not.toContain("The database is new");
    first.child.kill("SIGTERM");
    expect(await first.ended).toBe(0);
    const files = readdirSync(dataDir);
    for (const name of files.filter((name) => /^policydesk\.sqlite/.test(name))) rmSync(join(dataDir, name));
    const kept = files.find((name) => name.startsWith("index-")) ?? "";
    const second = startProcess(dataDir);
    await second.ready;
    expect(second.output()).toContain(
      `WARNING The database is new and empty, but an index of another one was kept: ${join(dataDir, kept)}.`,
    );
    second.child.kill("SIGTERM");
    await second.ended;
    const third = startProcess(dataDir);
    await third.ready;
    expect(third.output()).not.toContain("The database is new");
  });

  it("never logs a secret", async () => {
    const bot = startProcess(newFolder(), { WEBHOOK_SECRET: "very-secret-2-of-some-length" });
    await bot.ready;
    expect(bot.output()).not.toContain("very-secret");
  });

  it("says where no PostgreSQL answers, without the password, and exits with 2", async () => {
    const bot = startProcess(newFolder(), { DATABASE_URL: "postgres://bot:very-secret-1@127.0.0.1:1/news" });
    expect(await bot.ended).toBe(2);
    expect(bot.output()).toContain(
      "Cannot use the database 127.0.0.1:1/news: no PostgreSQL answers there (ECONNREFUSED)",
    );
    expect(bot.output()).not.toContain("very-secret");
  });
});

describe("SIGTERM", () => {
  const body = JSON.stringify({ question: "영국산 자동차 관세는 얼마야?" });
  const head = `POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;

  /** A request that has begun: its head is sent, its body is not. */
  async function begin(address: string) {
    const socket = connect(Number(new URL(address).port), "127.0.0.1");
    let received = "";
    socket.setEncoding("utf8").on("data", (text: string) => {
      received += text;
    });
    const closed = new Promise<void>((resolve) => socket.on("close", () => resolve()));
    socket.on("error", () => {});
    await new Promise<void>((resolve) => socket.write(head, () => resolve()));
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { socket, closed, received: () => received };
  }

  it("takes nothing new, finishes what is in hand and exits with 0", async () => {
    const bot = startProcess(newFolder());
    const address = await bot.ready;
    // Keeps its connection open, as a browser does.
    await fetch(`${address}/healthz`).then((response) => response.text());
    const { socket, closed, received } = await begin(address);
    bot.child.kill("SIGTERM");
    await expect.poll(() => bot.output()).toContain("finishing what is in hand");
    await expect
      .poll(() =>
        fetch(`${address}/healthz`).then(
          () => true,
          () => false,
        ),
      )
      .toBe(false);
    socket.write(body);
    await closed;
    expect(received()).toMatch(/^HTTP\/1\.1 200/);
    expect(received()).toContain('"status":"answered"');
    expect(await bot.ended).toBe(0);
    expect(bot.output()).toMatch(/Stopped\.\n$/);
  });

  // Its shell and its way with signals are another matter on Windows.
  it.skipIf(process.platform === "win32")("reaches the bot where npm gets it", async () => {
    const bot = startProcess(newFolder(), {}, ["npm", "start"]);
    await bot.ready;
    bot.child.kill("SIGTERM");
    await expect.poll(() => bot.output(), { timeout: 5_000 }).toMatch(/finishing what is in hand[\s\S]+Stopped\.\n/);
  });

  it("ends at once when it comes a second time", async () => {
    const bot = startProcess(newFolder());
    const { socket } = await begin(await bot.ready);
    bot.child.kill("SIGTERM");
    await expect.poll(() => bot.output()).toContain("finishing what is in hand");
    await new Promise((resolve) => setTimeout(resolve, 400));
    bot.child.kill("SIGTERM");
    expect(await bot.ended).toBe(1);
    socket.destroy();
  });
});
