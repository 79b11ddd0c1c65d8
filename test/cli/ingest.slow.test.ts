import { execFile } from "node:child_process";
import { unlinkSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { startNewsServer } from "../arrivals/news-server.ts";
import { temporaryFolder, writeFiles } from "../flows/temporary-folder.ts";
import { startRunningBot } from "../platforms/running-bot.ts";
import { run } from "./run.ts";

const root = temporaryFolder();
const dataDir = join(root, "state");
const folder = writeFiles(join(root, "글"), {
  "등대.md": "## 등대\n\n등대는 1903년에 세워졌다.\n",
  "산.md": "## 산\n\n산은 높이가 812미터다.\n",
  "그림.md": Uint8Array.from({ length: 2000 }, (_, i) => (i * 37) % 256),
});

async function ingest(...args: string[]) {
  const { exitCode, stdout, stderr } = await run("ingest", args, { dataDir, from: root });
  const [counts, total] = stdout.split("\n");
  return { exitCode, counts: counts?.replace(/ in [\d.]+ s\.$/, ""), total, stderr: stderr.trimEnd().split("\n") };
}

it("counts what it read; a second run changes nothing; what is gone is removed; what is stored can be asked", async () => {
  const image = [expect.stringMatching(/그림\.md/)];
  expect(await ingest("글")).toEqual({
    exitCode: 1,
    counts: "2 added, 0 changed, 0 unchanged, 0 removed, 1 failed",
    total: "The store holds 2 articles with 2 sections; 0.0% of their blocks repeat and are no answers.",
    stderr: image,
  });
  expect((await ingest(folder)).counts).toBe("0 added, 0 changed, 2 unchanged, 0 removed, 1 failed");

  unlinkSync(join(folder, "그림.md"));
  expect(await ingest(folder)).toMatchObject({ exitCode: 0, stderr: [""] });

  unlinkSync(join(folder, "산.md"));
  writeFiles(folder, { "등대.md": "## 등대\n\n등대는 1904년에 세워졌다.\n" });
  expect((await ingest(folder)).counts).toBe("0 added, 1 changed, 0 unchanged, 1 removed, 0 failed");

  const asked = await run("ask", ["--json", "등대는 언제 세워졌어?"], { dataDir });
  const answer = JSON.parse(asked.stdout);
  expect(answer.sentences).toEqual([{ text: "등대는 1904년에 세워졌다.", citation: 1 }]);
  expect(answer.citations[0]).toMatchObject({ articleId: "글/등대.md", source: "글", title: "등대" });
});

it.each<[name: string, args: string[], message: RegExp]>([
  ["no place", [], /^Missing required argument 'place'/],
  ["a path to nothing", ["nowhere"], /^There is no file or folder ".*nowhere"\.$/],
  ["a page of this machine", ["http://127.0.0.1:9/a"], /^http:\/\/127\.0\.0\.1:9\/a may not be .* FETCH_ALLOW_HOSTS/],
  ["an address of another kind", ["ftp://me:secret@example.org/a"], /^Pages are not fetched by "ftp:"\./],
])("refuses %s", async (_name, args, message) => {
  const { exitCode, stdout, stderr } = await run("ingest", args, { dataDir, from: root });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr.trimEnd().split("\n")).toEqual([expect.stringMatching(message)]);
});

it("reads a page of the web beside a running bot, which answers from it at once", async () => {
  const news = await startNewsServer();
  const state = join(root, "beside");
  const store = await openSqliteStore(join(state, "policydesk.sqlite"), Date.now);
  const { bot, base } = await startRunningBot({ environment: { DATA_DIR: state }, store });
  const ingestPage = async () => {
    const env = { PATH: process.env["PATH"], DATA_DIR: state, FETCH_ALLOW_HOSTS: "127.0.0.1" };
    const command = [
      "--import",
      "./src/require-node.mjs",
      "src/cli/ingest.ts",
      `${news.base}/물레.md`,
      "--source",
      "마을",
    ];
    const { stdout } = await promisify(execFile)(process.execPath, command, {
      cwd: join(import.meta.dirname, "../.."),
      env,
    });
    return stdout;
  };
  const answer = async () => {
    const body = JSON.stringify({ question: "물레방아는 몇 년에 세워졌어?" });
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(`${base}/api/ask`, { method: "POST", headers, body });
    return ((await response.json()) as { answer: string }).answer;
  };
  const serve = (year: number) =>
    news.serve(encodeURI("/물레.md"), {
      type: "text/markdown; charset=utf-8",
      body: `# 마을 물레방아\n\n물레방아는 ${year}년에 세워졌다.\n`,
    });
  serve(1871);
  expect(await ingestPage()).toMatch(
    /^1 added, 0 changed, 0 unchanged, 0 removed, 0 failed in [\d.]+ s\.\nThe store holds \d+ articles with/,
  );
  await expect.poll(answer).toContain("1871");
  expect(await ingestPage()).toMatch(/^0 added, 0 changed, 1 unchanged/);
  serve(1872);
  expect(await ingestPage()).toMatch(/^0 added, 1 changed, 0 unchanged/);
  await expect.poll(answer).toContain("1872");
  await bot.stop();
  await store.close();
  await news.stop();
});
