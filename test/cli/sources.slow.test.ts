import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { temporaryFolder, writeFiles } from "../flows/temporary-folder.ts";
import { run } from "./run.ts";

const root = temporaryFolder();
let dataDir = "";
beforeEach(() => {
  dataDir = join(root, Math.random().toString(36).slice(2));
  mkdirSync(dataDir);
});

const cli = (command: Parameters<typeof run>[0], ...args: string[]) => run(command, args, { dataDir });
const openStore = () => openSqliteStore(join(dataDir, "policydesk.sqlite"), Date.now);

describe("npm run sources", () => {
  it("adds, lists, pauses, resumes and removes", async () => {
    const folder = writeFiles(join(dataDir, "글"), { "a.md": "# 하나\n\n글." });
    expect((await cli("sources", "list")).stdout).toContain("There are no sources yet.");
    expect((await cli("sources", "add", "https://example.org/feed.xml", "--full-text")).stdout).toBe(
      'Following the feed "example.org": https://example.org/feed.xml\n',
    );
    expect((await cli("sources", "add", folder, "--name", "공책")).stdout).toContain('Following the folder "공책"');
    await cli("sources", "pause", "example.org");
    expect((await cli("sources", "list")).stdout).toBe(
      `example.org: feed · https://example.org/feed.xml · paused · full text\n공책: folder · ${folder}\n`,
    );
    await cli("sources", "resume", "example.org");
    expect((await cli("sources", "list")).stdout).not.toContain("paused");
    expect((await cli("sources", "remove", "공책")).stdout).toContain("removed");
    expect((await cli("sources", "list")).stdout).not.toContain("공책");
  });

  it("removes the articles of a folder that was read in once", async () => {
    const folder = writeFiles(join(dataDir, "한번"), { "a.md": "# 하나\n\n글." });
    await cli("ingest", folder);
    expect((await cli("sources", "list")).stdout).toContain(`\n한번: ${folder} · articles: 1\n`);
    await cli("sources", "remove", "한번");
    expect((await cli("sources", "list")).stdout).not.toContain("한번");
    const store = await openStore();
    expect((await store.contentHashes("한번")).size).toBe(0);
    await store.close();
  });

  it("says that the samples come back where they are on", async () => {
    await cli("ask", "관세는?");
    const { stdout } = await cli("sources", "remove", "corpus");
    expect(stdout).toBe(
      '"corpus" and its articles are removed.\nThey are the samples, which a bot reads again. Set SAMPLE_ARTICLES=off, start the bot again, and remove them once more.\n',
    );
  });

  it("says what is wrong in one sentence, with nothing secret in it", async () => {
    const { exitCode, stderr } = await cli("sources", "add", "https://me:secret@example.org/x");
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("is not kept. Leave them out.")]);
    expect(stderr).not.toContain("secret");
  });
});

describe("npm run jobs", () => {
  const setAside = async () => {
    const store = await openStore();
    await store.accept([
      {
        id: "left",
        origin: { name: "webhook", location: "webhook" },
        articleId: "webhook/left",
        path: "left",
        bytes: new Uint8Array([1]),
        old: false,
        receivedAt: "2026-11-22T03:00:00.000Z",
      },
    ]);
    await store.putFailedJob({
      name: "publish-article",
      id: "left",
      attempts: 5,
      error: "left looks like binary data.",
      failedAt: "2026-11-22T03:00:00.000Z",
      nextAt: null,
    });
    await store.close();
  };

  it("lists what went wrong, tries it again, and gives it up", async () => {
    expect((await cli("jobs", "list")).stdout).toBe("Nothing went wrong.\n");
    await setAside();
    expect((await cli("jobs", "list")).stdout).toBe(
      "left publish-article · 2026-11-22T03:00:00.000Z · 5× · set aside · left looks like binary data.\n",
    );
    expect((await cli("jobs", "retry", "left")).stdout).toBe("1 job will be tried again.\n");
    expect((await cli("jobs", "list")).stdout).toContain("again after");
    expect((await cli("jobs", "drop", "left")).stdout).toBe("1 job dropped.\n");
    expect((await cli("jobs", "list")).stdout).toBe("Nothing went wrong.\n");
    const store = await openStore();
    expect(await store.inboxDocument("left")).toBeNull();
    await store.close();
  });

  it("does not take a mistyped id for success", async () => {
    expect(await cli("jobs", "retry", "lift")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("no such job"),
    });
  });
});

describe("npm run cli", () => {
  it("writes the manifest of the Slack app", async () => {
    const file = join(dataDir, "slack.yaml");
    expect((await cli("cli", "slack", "manifest", "--out", file)).stdout).toContain(`Written: ${file}`);
    const { stdout } = await cli(
      "cli",
      "slack",
      "manifest",
      "--out",
      "-",
      "--url",
      "https://bot.example.org",
      "--lang",
      "ko",
    );
    expect(stdout).toContain("https://bot.example.org/slack/");
  });

  it.each([
    [["slack", "manifest", "--url", "http://bot.example.org"], "Slack sends requests to https:// addresses only"],
    [["slack", "manifest", "--out", "/nowhere/at/all.yaml"], "cannot be written"],
    [["discord", "register"], "DISCORD_TOKEN is not set"],
  ])("says what is wrong with %j", async (args, problem) => {
    expect(await cli("cli", ...args)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(problem) });
  });
});
