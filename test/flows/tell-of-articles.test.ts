import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../adapters/runtime/system-clock.ts";
import { openFolder } from "../../adapters/sources/folder.ts";
import { composeDocument } from "../../src/documents/compose-document.ts";
import { ingestDocuments } from "../../src/flows/ingest-documents.ts";
import { inlineReader } from "../../src/flows/inline-reader.ts";
import { publishArticle } from "../../src/flows/publish-article.ts";
import { tellOfOrigin } from "../../src/flows/tell-of-origin.ts";
import { watchSource } from "../../src/flows/watch-source.ts";
import type { SourceWatch } from "../../src/ports/article-source.ts";
import { sampleArticle } from "../contracts/sample-articles.ts";
import { alertScene, HOUR_MS } from "./alert-scene.ts";
import { temporaryFolder, writeFiles } from "./temporary-folder.ts";

let scene: Awaited<ReturnType<typeof alertScene>>;
beforeEach(async () => {
  scene = await alertScene();
});
afterEach(() => scene.store.close());

const article = (id: string, url: string | null = null) =>
  sampleArticle(
    id,
    { 관세: "캐나다가 자동차 관세를 봄부터 내린다고 밝혔다. 의회는 여름에 표결하고 상원은 그 뒤에 따로 심사한다." },
    { title: "관세가 내린다", url },
  );
const posted = async () => {
  await scene.finish(scene.process());
  return scene.platform.texts();
};

describe("a new article", () => {
  it("is told once to a channel with overlapping topics, and to nobody who wants something else", async () => {
    await scene.subscribe({ include: ["관세"] });
    await scene.subscribe({ include: ["캐나다"] });
    await scene.subscribe();
    await scene.subscribe({ include: ["대만"] }, { channel: "test:2" });
    await scene.publish(article("소식/1"));
    expect(await posted()).toEqual(["test:1 관세가 내린다"]);
  });

  it("is told once where two feeds bring it", async () => {
    await scene.subscribe();
    await scene.publish(article("하나/1", "https://example.org/tariffs"), "하나");
    await scene.publish(article("둘/1", "https://example.org/tariffs?utm_source=feed"), "둘");
    expect(await posted()).toEqual(["test:1 관세가 내린다"]);
  });

  it("is not told to who subscribed after it was seen", async () => {
    await scene.publish(article("하나/1", "https://example.org/tariffs"), "하나");
    scene.pass(HOUR_MS);
    await scene.subscribe();
    await scene.publish(article("둘/1", "https://example.org/tariffs"), "둘");
    expect(await posted()).toEqual([]);
  });

  it("is not told while a subscription is paused, nor afterwards", async () => {
    const { id } = await scene.subscribe();
    await scene.store.pauseSubscription(id, { reason: "asked", at: scene.iso() });
    await scene.publish(article("소식/1"));
    await scene.store.resumeSubscription(id);
    expect(await posted()).toEqual([]);
  });
});

const UNKNOWN = { source: null, url: null, publishedAt: null, categories: [] };

it("documents of a feed's first reading are old news, those after it are not", async () => {
  await scene.subscribe();
  const { store, audience, log } = scene;
  for (const [name, old] of [
    ["옛글", true],
    ["새글", false],
  ] as const) {
    const bytes = composeDocument({ ...UNKNOWN, title: name, body: `${name}의 이야기다.` });
    const origin = { name: "소식", location: "https://example.org/feed" };
    const document = { id: name, origin, articleId: `소식/${name}`, path: name, bytes, old, receivedAt: scene.iso() };
    await store.accept([document]);
    await publishArticle(name, { store, reader: inlineReader, log, audience });
  }
  expect(await posted()).toEqual(["test:1 새글"]);
});

describe("a folder", () => {
  const root = temporaryFolder();
  let folders = 0;
  let watch: SourceWatch | null = null;
  afterEach(async () => {
    await watch?.stop();
    watch = null;
  });
  const newFolder = (files: Record<string, string>) => {
    const folder = join(root, `${folders++}`);
    mkdirSync(folder);
    return writeFiles(folder, files);
  };
  const read = async (folder: string, failAt = Number.POSITIVE_INFINITY) => {
    const source = await openFolder(folder, await scene.store.origins());
    return tellOfOrigin(source.origin, scene, (telling) =>
      ingestDocuments(
        source,
        { store: scene.store, reader: inlineReader },
        {
          articleId: (path) => `${source.origin.name}/${path}`,
          telling,
          onProgress: (done) => {
            if (done === failAt) throw new Error("killed");
          },
        },
      ),
    );
  };

  it("is old news when it is read first, and news when it is read again", async () => {
    await scene.subscribe();
    const folder = newFolder({ "a.md": "# 하나\n\n글." });
    await read(folder);
    expect(await posted()).toEqual([]);
    writeFileSync(join(folder, "b.md"), "# 둘\n\n글.");
    await read(folder);
    expect(await posted()).toEqual(["test:1 둘"]);
  });

  it("is old news also where its first reading was cut short", async () => {
    await scene.subscribe();
    const files = Array.from({ length: 150 }, (_, i) => [`${i}.md`, `# 글 ${i}\n\n${i}번째 글이다.`]);
    const folder = newFolder(Object.fromEntries(files));
    await expect(read(folder, 120)).rejects.toThrow("killed");
    expect((await scene.store.status()).articles).toBe(100);
    expect(await read(folder)).toMatchObject({ added: 50, unchanged: 100 });
    expect(await posted()).toEqual([]);
    writeFileSync(join(folder, "new.md"), "# 새 글\n\n글.");
    await read(folder);
    expect(await posted()).toEqual(["test:1 새 글"]);
  });

  it.each([
    ["is told of", false, ["test:1 둘"]],
    ["is not told of where it holds samples", true, []],
  ])("that is watched %s while it changes", async (_name, isOld, expected) => {
    await scene.subscribe();
    const folder = newFolder({ "a.md": "# 하나\n\n글." });
    const { store, audience, log } = scene;
    const services = { store, audience, log, reader: inlineReader, clock: systemClock, onCommit: () => {} };
    const source = await openFolder(folder);
    ({ watch } = await watchSource(source, services, { articleId: (path) => path, isOld }));
    writeFileSync(join(folder, "b.md"), "# 둘\n\n글.");
    await expect.poll(async () => (await store.status()).articles).toBe(2);
    expect(await posted()).toEqual(expected);
  });
});
