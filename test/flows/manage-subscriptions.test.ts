import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EVERYTHING, type Topic } from "../../src/alerts/topic.ts";
import { createAlertDesk } from "../../src/flows/manage-subscriptions.ts";
import type { AlertDesk, SubscribeRequest } from "../../src/ports/alert-desk.ts";
import { createInMemoryIndex } from "../../src/search/in-memory-index.ts";
import type { SectionIndex } from "../../src/search/section-index.ts";
import { sampleArticle } from "../contracts/sample-articles.ts";
import { alertScene, lexicon } from "./alert-scene.ts";

let scene: Awaited<ReturnType<typeof alertScene>>;
let index: SectionIndex;
let desk: AlertDesk;
beforeEach(async () => {
  scene = await alertScene();
  index = createInMemoryIndex(lexicon);
  desk = createAlertDesk({ ...scene, index, lexicon });
});
afterEach(() => scene.store.close());

const request = (topic: Partial<Topic> = {}, more: Partial<SubscribeRequest> = {}): SubscribeRequest => ({
  channel: "test:1",
  place: "test:guild",
  topic: { ...EVERYTHING, ...topic },
  mention: null,
  locale: "ko",
  createdBy: "test:person",
  ...more,
});

describe("subscribing", () => {
  it("keeps a topic as it was written, without what stands around it", async () => {
    const topic = desk.readTopic({
      include: " 관세,  캐나다  관세 , 관세",
      exclude: "",
      sources: "섬, 뭍",
      categories: "",
    });
    expect(topic).toEqual({ include: ["관세", "캐나다 관세"], exclude: [], sources: ["섬", "뭍"], categories: [] });
    const outcome = await desk.subscribe(request(topic));
    expect(outcome).toMatchObject({
      kind: "subscribed",
      subscription: { topic, createdAt: scene.iso(), paused: null },
    });
    const [listed] = await desk.list("test:1");
    expect(listed).toMatchObject({ topic, lastSentAt: null, uncertain: 0 });
    expect(listed?.id).toMatch(/^[a-z0-9]{16}$/);
    expect(await desk.listIn("test:guild", "test:other")).toEqual([]);
    expect(await desk.listIn("test:guild", null)).toEqual([listed]);
  });

  it("again to the same topic finds the one that is there, resumes it, and adds whom to mention", async () => {
    const first = await desk.subscribe(request({ include: ["관세", "EU"] }));
    if (first.kind !== "subscribed") throw new Error(first.kind);
    const { id } = first.subscription;
    expect(await desk.pause(id)).toBe(true);
    expect((await desk.subscription(id))?.paused).toEqual({ reason: "asked", at: scene.iso() });
    const again = await desk.subscribe(
      request({ include: ["eu", "관세"] }, { mention: "role-1", createdBy: "test:other" }),
    );
    expect(again).toMatchObject({ kind: "resumed", subscription: { id, mention: "role-1", paused: null } });
    expect(await desk.list("test:1")).toMatchObject([
      { id, mention: "role-1", paused: null, createdBy: "test:person" },
    ]);
    await desk.subscribe(request({ include: ["관세", "EU"] }));
    expect((await desk.subscription(id))?.mention).toBe("role-1");
  });

  it("ends at twenty of a channel", async () => {
    for (let i = 0; i < 20; i++)
      expect(await desk.subscribe(request({ include: [`주제${i}`] }))).toMatchObject({ kind: "subscribed" });
    expect(await desk.subscribe(request({ include: ["하나 더"] }))).toEqual({ kind: "full", most: 20 });
    expect(await desk.subscribe(request({ include: ["주제3"] }))).toMatchObject({ kind: "known" });
    expect(await desk.subscribe(request({}, { channel: "test:2" }))).toMatchObject({ kind: "subscribed" });
  });

  it.each([
    [{ include: ["관세", "!"] }, { kind: "no-word", word: "!" }],
    [{ exclude: ["은"] }, { kind: "no-word", word: "은" }],
    [{ include: ["가".repeat(51)] }, { kind: "too-long", mostWords: 20, mostCharacters: 50 }],
    [
      { include: Array.from({ length: 21 }, (_, i) => `주제${i}`) },
      { kind: "too-long", mostWords: 20, mostCharacters: 50 },
    ],
  ] satisfies [Partial<Topic>, object][])("to %j is refused", async (topic, outcome) => {
    expect(await desk.subscribe(request(topic))).toEqual(outcome);
    expect(await desk.list("test:1")).toEqual([]);
  });

  it("is undone, and paused and resumed once", async () => {
    const { id } = await scene.subscribe();
    expect([await desk.pause(id), await desk.pause(id)]).toEqual([true, false]);
    expect([await desk.resume(id), await desk.resume(id)]).toEqual([true, false]);
    expect([await desk.unsubscribe(id), await desk.unsubscribe(id)]).toEqual([true, false]);
    expect(await desk.subscription(id)).toBe(null);
  });
});

describe("articles", () => {
  beforeEach(() => {
    const articles = [
      ["섬/1", "2026-11-01T00:00:00Z", "캐나다 관세가 오른다.", "섬 신문", ["무역"]],
      ["섬/2", "2026-11-20T00:00:00Z", "캐나다 관세가 내린다.", "섬 신문", ["무역", "외교"]],
      ["뭍/1", "2026-11-21T00:00:00Z", "비가 온다.", "뭍 일보", ["날씨"]],
      ["뭍/2", null, "캐나다 관세 이야기다.", "뭍 일보", []],
      ["섬/3", "2026-10-21T00:00:00Z", "눈이 온다.", "섬 신문", []],
    ] as const;
    const put = articles.map(([id, publishedAt, text, source, categories]) => {
      const article = sampleArticle(id, { 소식: text }, { publishedAt, source, categories });
      return { kind: "put", article } as const;
    });
    index.apply(put, 5);
  });

  it("are shown as an alert would show them, the newest that fits", async () => {
    const preview = await desk.preview({ ...EVERYTHING, include: ["관세"] });
    expect(preview).toMatchObject({ kind: "article", article: { id: "섬/2" }, mentions: [] });
    expect(preview?.excerpt?.pieces.find(({ strong }) => strong)?.text).toContain("관세");
    expect((await desk.preview(EVERYTHING))?.article.id).toBe("뭍/1");
    expect((await desk.preview({ ...EVERYTHING, include: ["관세"], sources: ["뭍일보"] }))?.article.id).toBe("뭍/2");
    expect(await desk.preview({ ...EVERYTHING, include: ["고래"] })).toBe(null);
  });

  it("give the names of sources and categories, those of most articles first", async () => {
    expect(await desk.suggestSources("", 5)).toEqual(["섬 신문", "뭍 일보"]);
    expect(await desk.suggestSources("일", 5)).toEqual(["뭍 일보"]);
    expect(await desk.suggestCategories("", 2)).toEqual(["무역", "날씨"]);
    expect(await desk.suggestCategories("ㄴㅆ", 5)).toEqual(["날씨"]);
  });

  it("are found by the alert that told of them", async () => {
    await scene.subscribe();
    await scene.publish(sampleArticle("섬/1", { 소식: "글." }, { title: "제목이다" }), "섬");
    await scene.finish(scene.process());
    const id = scene.platform.posts[0]?.alert.id ?? "";
    expect(await desk.articleOf(id)).toEqual({ articleId: "섬/1", title: "제목이다" });
    await scene.store.commit({ name: "섬", location: "/srv/섬" }, [], ["섬/1"]);
    expect([await desk.articleOf(id), await desk.articleOf("nothing")]).toEqual([null, null]);
  });
});

describe("what a question is about", () => {
  it.each([
    ["캐나다 관세는 얼마야?", ["캐나다 관세"]],
    ["대만의 국방비를 알려줘", ["대만 국방비"]],
    ["What is the Canada tariff?", ["canada tariff"]],
    ["그건 왜?", []],
    ["", []],
  ])("%s", (question, include) => {
    expect(desk.topicOf(question)).toEqual({ ...EVERYTHING, include });
  });
});
