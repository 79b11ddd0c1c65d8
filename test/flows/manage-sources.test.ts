import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { openFolder } from "../../adapters/sources/folder.ts";
import { createSafeFetch } from "../../adapters/sources/safe-fetch.ts";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { addSource, pauseSource, readAgainBy, removeSource } from "../../src/flows/manage-sources.ts";
import type { Origin } from "../../src/ports/article-store.ts";
import type { Clock } from "../../src/ports/runtime.ts";
import type { Store } from "../../src/ports/store.ts";
import { sampleArticle } from "../contracts/sample-articles.ts";
import { temporaryFolder, writeFiles } from "./temporary-folder.ts";

const root = temporaryFolder();
const clock: Clock = { now: Date.now, sleep: async () => {}, every: () => async () => {} };
let store: Store;
beforeEach(async () => {
  store = await openSqliteStore(":memory:", clock.now);
});

const fetch = createSafeFetch({ allowHosts: ["10.1.2.3", "feeds.internal"] }, { clock });
const own = join(root, "own");
const openArticles = (known: readonly Origin[]) => openFolder(own, known);
const add = (location: string, name?: string) =>
  addSource(location, name === undefined ? {} : { name }, { store, clock, fetch, openFolder, openArticles });
const commit = (name: string, location: string) =>
  store.commit({ name, location }, [{ article: sampleArticle(`${name}/1`, { 소식: "글." }), contentHash: "1" }], []);

describe("a source", () => {
  it.each([
    ["ftp://example.org/x", undefined, "is no address of a feed"],
    ["http://example.org:99999/feed", undefined, "That address cannot be read. Check its host and its port."],
    ["https://me:secret@exa mple.org/feed", undefined, /^That address cannot be read[^:]+$/],
    ["https://me:secret@example.org/x", undefined, "is not kept. Leave them out."],
    [
      "http://127.0.0.1:8080/feed",
      undefined,
      "http://127.0.0.1:8080/feed may not be fetched: it leads to this machine",
    ],
    [
      "http://2130706433/feed",
      undefined,
      "it leads to this machine itself. Name a host of your own network in FETCH_AL",
    ],
    ["http://[::1]/feed", undefined, "it leads to this machine itself"],
    ["https://192.168.0.7/feed", undefined, "it leads to a private network"],
    // What no operator should let in is no place for the advice to do so.
    ["http://169.254.169.254/feed", undefined, /it leads to a cloud metadata service\.$/],
    ["http://metadata.google.internal/feed", undefined, /it is a name of a private network\.$/],
    ["http://localhost:3000/feed", undefined, "it is a name of a private network"],
    ["https://wiki.local./feed", undefined, "it is a name of a private network"],
    ["/nowhere/at/all", undefined, "There is no file or folder"],
    ["https://example.org/x", "a/b", "cannot be the name of a source"],
    ["https://example.org/x", "webhook", "cannot be the name of a source"],
    ["https://example.org/x", "", "cannot be the name of a source"],
    [root, "", '"" cannot be the name of a source: it is empty, or'],
    [root, " ", '" " cannot be the name of a source: it is empty, or'],
  ])("is not added from %s as %s", async (location, name, problem) => {
    await expect(add(location, name)).rejects.toThrow(problem);
    expect(await store.sources()).toEqual([]);
  });

  it.each([
    "https://10.1.2.3/feed",
    "https://feeds.internal/feed",
    "https://no-such-name.example/feed",
  ])("is added from a host that settings let in, or a name that only fetching looks up: %s", async (location) => {
    expect(await add(location)).toMatchObject({ kind: "feed", location });
  });

  it("has the host's name as people write it", async () => {
    expect((await add("https://예시.invalid/feed")).name).toBe("예시.invalid");
    await removeSource("예시.invalid", store);
    expect(await store.sources()).toEqual([]);
  });

  it("is not followed twice under two names", async () => {
    await add("https://example.org/feed.xml");
    await expect(add("https://example.org/feed.xml", "섬 소식")).rejects.toThrow(
      'https://example.org/feed.xml is followed already, as "example.org". Remove that first.',
    );
    expect((await add("https://example.org/feed.xml")).name).toBe("example.org");
    expect(await store.sources()).toHaveLength(1);
  });

  it("never takes the name of other articles, which it would remove", async () => {
    const named = (name: string) => writeFiles(join(root, name), { "a.md": "# 하나\n\n글." });
    await commit("example.org", "https://example.org/feed.xml");
    await expect(add(named("example.org"))).rejects.toThrow("Give this one another name with --name NAME.");
    await expect(openFolder(named("example.org"), await store.origins())).rejects.toThrow("are stored already");
    await expect(openFolder(named("webhook"), await store.origins())).rejects.toThrow("cannot be a source");
    await commit("공책", named("공책"));
    await expect(add("https://example.org/other.xml", "공책")).rejects.toThrow("are stored from");
  });

  it("is one place, whatever link leads to it", async () => {
    const folder = writeFiles(join(root, "real"), { "a.md": "# 하나\n\n글." });
    mkdirSync(join(root, "links"));
    symlinkSync(folder, join(root, "links", "other"));
    const first = await add(folder, "공책");
    expect((await openFolder(join(root, "links", "other"))).origin.location).toBe(first.location);
  });

  it("is never the folder of ARTICLES_DIR, which is followed without", async () => {
    const other = writeFiles(join(root, "other"), { "a.md": "# 하나\n\n글." });
    expect((await add(other)).name).toBe("other");
    writeFiles(own, { "a.md": "# 하나\n\n글.", "deep/b.md": "# 둘\n\n글." });
    await expect(add(own)).rejects.toThrow(
      `${own} is the folder of ARTICLES_DIR, which a running bot follows already.`,
    );
    await expect(add(own, "다른 이름")).rejects.toThrow("is the folder of ARTICLES_DIR");
    expect(await store.sources()).toHaveLength(1);
  });

  it.each<[name: string, path: string, other: string]>([
    ["holds one that is followed", "", "first"],
    ["lies in one that is followed", "first/deep", "first"],
    ["holds one of which articles are stored", "stored", "stored/once"],
  ])("that %s would be read twice", async (_name, path, other) => {
    const place = writeFiles(join(root, "nested"), {
      ...{ "first/a.md": "# 하나\n\n글.", "first/deep/b.md": "# 둘\n\n글.", "first-one/c.md": "# 셋\n\n글." },
      ...{ "stored/once/d.md": "# 넷\n\n글.", "stored/gone/e.md": "# 다섯\n\n글." },
    });
    await add(join(place, "first"));
    await add(join(place, "first-one"));
    await commit("once", join(place, "stored/once"));
    await expect(add(join(place, path))).rejects.toThrow(
      `${join(place, path)} and ${join(place, other)}, which is read already as`,
    );
    expect(await store.sources()).toHaveLength(2);
  });

  it("may hold a folder whose articles were removed", async () => {
    const place = writeFiles(join(root, "again"), { "once/a.md": "# 하나\n\n글." });
    await commit("once", join(place, "once"));
    await removeSource("once", store);
    expect((await add(place)).name).toBe("again");
  });

  it("comes back where a setting has it read again", async () => {
    const samples = writeFiles(join(root, "samples"), { "a.md": "# 하나\n\n글." });
    writeFiles(own, { "a.md": "# 하나\n\n글." });
    const services = { store, openArticles, openSamples: (known: readonly Origin[]) => openFolder(samples, known) };
    const by = (name: string, withSamples = true) => readAgainBy(name, { ...services, withSamples });
    expect([await by("samples"), await by("samples", false), await by("own"), await by("other")]).toEqual([
      "SAMPLE_ARTICLES",
      null,
      "ARTICLES_DIR",
      null,
    ]);
  });

  it("that nobody knows is neither paused nor removed", async () => {
    await expect(pauseSource("nothing", true, { store, clock })).rejects.toThrow('There is no source named "nothing".');
    await expect(removeSource("nothing", store)).rejects.toThrow("There are none yet.");
  });
});
