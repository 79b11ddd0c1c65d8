import { afterEach, describe, expect, it } from "vitest";
import { createDelivery } from "../../src/flows/deliver-alerts.ts";
import type { NewAlert } from "../../src/ports/alert-store.ts";
import type { Store } from "../../src/ports/store.ts";
import { sampleArticle } from "../contracts/sample-articles.ts";
import {
  alertScene,
  answerLost,
  type Fate,
  HOUR_MS,
  later,
  lexicon,
  neverArrived,
  rejected,
  sent,
} from "./alert-scene.ts";

type Scene = Awaited<ReturnType<typeof alertScene>>;
const scenes: Scene[] = [];
afterEach(() => Promise.all(scenes.splice(0).map(({ store }) => store.close())));

async function begin(options: Parameters<typeof alertScene>[0] = {}): Promise<Scene> {
  const scene = await alertScene(options);
  scenes.push(scene);
  return scene;
}

const tariffs = (id: string, title = `관세 소식 ${id}`) =>
  sampleArticle(id, { 관세: `${title}: 캐나다가 관세를 내린다고 밝혔다. 발효는 봄이다.` }, { title });

/** A channel that hears of everything, and articles that were committed. */
async function withArticles(scene: Scene, count = 1): Promise<void> {
  await scene.subscribe();
  for (let i = 1; i <= count; i++) await scene.publish(tariffs(`소식/${i}`));
}

const counts = async ({ store }: Scene, channel?: string) => {
  const { waiting, sending, uncertain, sent: done, dropped } = await store.countAlerts(channel);
  return `${waiting} waiting, ${sending} sending, ${uncertain} uncertain, ${done} sent, ${dropped} dropped`;
};

describe("an alert", () => {
  it("is posted with the section that says the words", async () => {
    const scene = await begin();
    await scene.subscribe({ include: ["관세"] }, { mention: "role-1" });
    const article = sampleArticle(
      "소식/1",
      { 날씨: "비가 온다.", 세금: "캐나다가 관세를 내린다." },
      { title: "오늘의 소식", url: "https://example.org/1" },
    );
    await scene.publish(article);
    await scene.deliver(scene.process());
    const [post] = scene.platform.posts;
    expect(post?.alert).toMatchObject({ channel: "test:1", place: "test:guild", locale: "ko" });
    const content = post?.alert.content;
    if (content?.kind !== "article") throw new Error("no article");
    expect(content).toMatchObject({ mentions: ["role-1"], article: { title: "오늘의 소식", source: "표본" } });
    expect(content.excerpt?.headingPath).toEqual(["세금"]);
    expect(content.excerpt?.pieces.filter(({ strong }) => strong).map(({ text }) => text)).toEqual(["관세"]);
    expect(await counts(scene)).toBe("0 waiting, 0 sending, 0 uncertain, 1 sent, 0 dropped");
  });

  it("is posted once, however often it is asked for", async () => {
    const scene = await begin();
    await withArticles(scene);
    const [one, other] = [scene.process(), scene.process()];
    await Promise.all([one.deliver("test:1"), other.deliver("test:1"), one.deliver("test:1")]);
    await scene.finish(one);
    expect(scene.platform.texts()).toEqual(["test:1 관세 소식 소식/1"]);
  });

  it("keeps the pace of its channel, in its order, and others do not wait for it", async () => {
    const scene = await begin({ paceMs: 60_000 });
    await scene.subscribe({}, { channel: "test:1" });
    await scene.subscribe({}, { channel: "test:2" });
    for (const id of ["1", "2", "3"]) await scene.publish(tariffs(id));
    await scene.finish(scene.process());
    expect(scene.platform.texts().filter((text) => text.startsWith("test:2")).length).toBe(3);
    const first = scene.platform.posts.filter(({ alert }) => alert.channel === "test:1");
    expect(first.map(({ alert }) => alert.content)).toMatchObject(["1", "2", "3"].map((id) => ({ article: { id } })));
    const gaps = first.slice(1).map(({ atMs }, i) => atMs - (first[i]?.atMs ?? 0));
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(60_000);
  });

  it("keeps the pace from when a post ended: one that took long is not followed at once", async () => {
    const scene = await begin({ paceMs: 60_000 });
    await scene.subscribe();
    for (const id of ["1", "2", "3"]) await scene.publish(tariffs(id));
    scene.platform.next.push((alert) => {
      scene.pass(3_000);
      return sent(alert);
    });
    await scene.finish(scene.process());
    const { posts } = scene.platform;
    const gaps = posts.slice(1).map(({ atMs }, i) => atMs - (posts[i]?.atMs ?? 0));
    expect(gaps).toHaveLength(2);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(60_000);
  });

  it.each<[what: string, fate: Fate]>([
    ["is not taken as it is", () => ({ isPosted: false, outcome: { kind: "refused", why: "blocked" } })],
    [
      "makes the sender fail",
      () => {
        throw new Error("broken");
      },
    ],
  ])("that %s is dropped alone", async (_what, fate) => {
    const scene = await begin();
    await scene.subscribe();
    for (const id of ["1", "2"]) await scene.publish(tariffs(id));
    scene.platform.next.push(fate);
    await scene.finish(scene.process());
    expect(await counts(scene)).toBe("0 waiting, 0 sending, 0 uncertain, 1 sent, 1 dropped");
    const [listed] = await scene.store.subscriptionsOf("test:1");
    expect(listed?.paused).toBeNull();
  });

  it("is dropped where its article is gone", async () => {
    const scene = await begin();
    await withArticles(scene);
    await scene.store.commit({ name: "소식", location: "/srv/소식" }, [], ["소식/1"]);
    await scene.finish(scene.process());
    expect(scene.platform.sends).toBe(0);
    expect(await counts(scene)).toBe("0 waiting, 0 sending, 0 uncertain, 0 sent, 1 dropped");
  });

  it("waits where its platform is off, also when it may have been posted", async () => {
    const scene = await begin();
    await withArticles(scene);
    scene.platform.next.push(answerLost);
    await scene.deliver(scene.process());
    await scene.finish(scene.process(scene.store, []), 10 * 60_000);
    expect(await counts(scene)).toBe("0 waiting, 0 sending, 1 uncertain, 0 sent, 0 dropped");
    await scene.finish(scene.process());
    expect(scene.platform.texts().length).toBe(1);
    expect(await counts(scene)).toBe("0 waiting, 0 sending, 0 uncertain, 1 sent, 0 dropped");
  });
});

it("a process that was held up does not send what another one took meanwhile", async () => {
  const scene = await begin();
  await withArticles(scene);
  const { store } = scene;
  const heldUp: Store = {
    ...store,
    async article(id) {
      scene.pass(20_000);
      await scene.process().deliver("test:1");
      return store.article(id);
    },
  };
  await scene.process(heldUp).deliver("test:1");
  await scene.finish(scene.process());
  expect(scene.platform.texts()).toEqual(["test:1 관세 소식 소식/1"]);
  expect(await counts(scene)).toBe("0 waiting, 0 sending, 0 uncertain, 1 sent, 0 dropped");
});

describe("a platform that answers late", () => {
  it("is waited for as long as it says", async () => {
    const scene = await begin();
    await withArticles(scene);
    const untilMs = scene.clock.now() + 7 * 60_000;
    scene.platform.next.push(later(untilMs));
    await scene.finish(scene.process());
    expect(scene.platform.posts.map(({ atMs }) => atMs >= untilMs && atMs < untilMs + 10_000)).toEqual([true]);
    expect(scene.platform.finds).toBe(0);
  });

  it("is waited for longer and longer where it does not say, up to five minutes", async () => {
    const scene = await begin();
    await withArticles(scene);
    scene.platform.fate = later(null);
    const delivery = scene.process();
    const pausesMs: number[] = [];
    for (let i = 0; i < 12; i++) {
      await scene.deliver(delivery);
      const [channel] = await scene.store.subscriptionsOf("test:1");
      expect(channel?.paused).toBe(null);
      const taken = await scene.store.takeAlert("test:1", scene.iso(), { paceMs: 0, staleMs: 15_000 });
      if (taken?.kind !== "later") throw new Error("taken twice");
      pausesMs.push(Date.parse(taken.at) - scene.clock.now());
      scene.pass(Date.parse(taken.at) - scene.clock.now());
    }
    expect(pausesMs.slice(0, 4)).toEqual([5_000, 10_000, 20_000, 40_000]);
    expect(pausesMs.slice(-2)).toEqual([300_000, 300_000]);
  });
});

describe("an answer that was lost", () => {
  it.each([
    ["posted", 0, answerLost],
    ["not posted", 0, neverArrived],
    ["posted", 120_000, answerLost],
    ["not posted", 120_000, neverArrived],
  ])("leads to one post: it was %s, repeats are known for %d ms", async (_name, repeatableForMs, fate) => {
    const scene = await begin({ repeatableForMs });
    await withArticles(scene);
    scene.platform.next.push(fate);
    await scene.finish(scene.process());
    expect(scene.platform.texts()).toEqual(["test:1 관세 소식 소식/1"]);
    expect(scene.platform.finds).toBe(repeatableForMs === 0 ? 1 : 0);
    expect(await counts(scene)).toBe("0 waiting, 0 sending, 0 uncertain, 1 sent, 0 dropped");
  });

  it.each([
    0, 120_000,
  ])("is looked for, not repeated, once a clock that was ahead is set right (repeats are known for %d ms)", async (repeatableForMs) => {
    const scene = await begin({ repeatableForMs });
    await withArticles(scene);
    scene.pass(24 * HOUR_MS);
    scene.platform.next.push(answerLost);
    await scene.deliver(scene.process());
    scene.pass(10 * 60_000 - 24 * HOUR_MS);
    await scene.finish(scene.process());
    expect([scene.platform.sends, scene.platform.finds, scene.platform.posts.length]).toEqual([1, 1, 1]);
  });

  it("is looked for once the platform does not know repeats any more", async () => {
    const scene = await begin({ repeatableForMs: 120_000 });
    await withArticles(scene);
    scene.platform.next.push(answerLost);
    await scene.deliver(scene.process());
    scene.pass(10 * 60_000);
    await scene.finish(scene.process());
    expect([scene.platform.sends, scene.platform.finds, scene.platform.posts.length]).toEqual([1, 1, 1]);
  });

  it("is looked for no sooner than the platform shows it", async () => {
    const scene = await begin();
    await withArticles(scene);
    scene.platform.next.push(answerLost);
    const delivery = scene.process();
    await scene.deliver(delivery);
    scene.pass(14_000);
    await scene.deliver(delivery);
    expect(scene.platform.finds).toBe(0);
    scene.pass(1_000);
    await scene.deliver(delivery);
    expect(scene.platform.finds).toBe(1);
  });

  it("is not repeated where nobody can tell, and the others go on", async () => {
    const scene = await begin();
    await withArticles(scene, 2);
    scene.platform.next.push(neverArrived);
    scene.platform.found = { kind: "unknown", why: "history may not be read" };
    await scene.finish(scene.process(), 24 * HOUR_MS);
    expect(scene.platform.texts()).toEqual(["test:1 관세 소식 소식/2"]);
    expect(await counts(scene)).toBe("0 waiting, 0 sending, 1 uncertain, 1 sent, 0 dropped");
    expect((await scene.store.subscriptionsOf("test:1"))[0]?.uncertain).toBe(1);
    expect(scene.said.filter((line) => line.includes("Nobody can tell")).length).toBe(1);
    expect(scene.said.join()).not.toContain("관세");
  });

  it("is looked for later where the platform asks for that", async () => {
    const scene = await begin();
    await withArticles(scene);
    scene.platform.next.push(answerLost);
    scene.platform.found = { kind: "later", notBeforeMs: scene.clock.now() + 20 * 60_000 };
    const delivery = scene.process();
    await scene.finish(delivery, 19 * 60_000);
    expect(scene.platform.finds).toBe(1);
    scene.platform.found = null;
    await scene.finish(delivery);
    expect([scene.platform.finds, scene.platform.posts.length]).toEqual([2, 1]);
  });

  it("stays in doubt where a repeat is put off", async () => {
    const scene = await begin({ repeatableForMs: 20_000 });
    await withArticles(scene);
    // Lost; then refused for now, which says nothing of the first one.
    scene.platform.next.push(neverArrived, later(scene.clock.now() + 60_000));
    await scene.finish(scene.process());
    expect([scene.platform.finds, scene.platform.posts.length]).toEqual([1, 1]);
  });
});

describe("a channel that takes nothing any more", () => {
  it("is paused, and each who subscribed is told once", async () => {
    const scene = await begin();
    await scene.subscribe({}, { createdBy: "test:ann", locale: "en" });
    await scene.subscribe({ include: ["관세"] }, { createdBy: "test:ann" });
    await scene.subscribe({ include: ["캐나다"] }, { createdBy: "test:bob" });
    await scene.subscribe({}, { channel: "test:2" });
    for (const id of ["1", "2"]) await scene.publish(tariffs(id));
    scene.platform.fate = (alert) => (alert.channel === "test:1" ? rejected(alert) : sent(alert));
    const delivery = scene.process();
    await scene.finish(delivery);
    expect(scene.platform.texts().toSorted()).toEqual([
      "dm:test:ann alerts-paused",
      "dm:test:bob alerts-paused",
      "test:2 관세 소식 1",
      "test:2 관세 소식 2",
    ]);
    const listed = await scene.store.subscriptionsOf("test:1");
    expect(listed.map(({ paused }) => paused?.reason)).toEqual(["no-permission", "no-permission", "no-permission"]);
    expect(await counts(scene, "test:1")).toBe("0 waiting, 0 sending, 0 uncertain, 0 sent, 2 dropped");
    await scene.publish(tariffs("3"));
    await scene.finish(delivery);
    expect(scene.platform.posts.length).toBe(5);
  });

  it("is told of again where it was resumed and fails again", async () => {
    const scene = await begin();
    const { id } = await scene.subscribe();
    scene.platform.fate = (alert) => (alert.channel === "test:1" ? rejected(alert) : sent(alert));
    const delivery = scene.process();
    for (const article of ["1", "2"]) {
      await scene.publish(tariffs(article));
      await scene.finish(delivery);
      await scene.store.resumeSubscription(id);
    }
    expect(scene.platform.texts()).toEqual(Array(2).fill("dm:test:person alerts-paused"));
  });

  it("is left alone where it is somebody's direct messages", async () => {
    const scene = await begin();
    await scene.subscribe();
    await scene.publish(tariffs("1"));
    scene.platform.fate = rejected;
    await scene.finish(scene.process());
    expect(scene.platform.posts).toEqual([]);
    expect(await counts(scene)).toBe("0 waiting, 0 sending, 0 uncertain, 0 sent, 2 dropped");
  });
});

/** A store that dies at its nth call of these, before or after what it does. */
function dying(store: Store, atCall: number, when: "before" | "after"): { store: Store; died: () => boolean } {
  let calls = 0;
  const methods = ["takeAlert", "settleAlert", "putAlerts", "pauseChannel", "article", "subscriptionsOf"] as const;
  const wrapped: Record<string, unknown> = { ...store };
  for (const name of methods) {
    wrapped[name] = async (...given: never[]) => {
      const dies = ++calls >= atCall;
      if (dies && (when === "before" || calls > atCall)) throw new Error("killed");
      const result = await (store[name] as (...all: never[]) => Promise<unknown>)(...given);
      if (dies) throw new Error("killed");
      return result;
    };
  }
  return { store: wrapped as unknown as Store, died: () => calls >= atCall };
}

describe("a process that dies", () => {
  const everyPoint = Array.from({ length: 8 }, (_, i) => i + 1).flatMap((call) =>
    (["before", "after"] as const).flatMap((when) => [0, 120_000].map((known) => [when, call, known] as const)),
  );

  it.each(everyPoint)("%s call %d of the store: nothing lost, nothing doubled (known for %d ms)", async (...at) => {
    const [when, call, repeatableForMs] = at;
    const scene = await begin({ repeatableForMs });
    await withArticles(scene, 2);
    const first = dying(scene.store, call, when);
    await scene.deliver(scene.process(first.store)).catch(() => {});
    await scene.finish(scene.process());
    expect(scene.platform.texts().toSorted()).toEqual(["test:1 관세 소식 소식/1", "test:1 관세 소식 소식/2"]);
    expect(await counts(scene)).toBe("0 waiting, 0 sending, 0 uncertain, 2 sent, 0 dropped");
  });

  it.each(everyPoint)("%s call %d while a channel is paused: it is told once (known for %d ms)", async (...at) => {
    const [when, call, repeatableForMs] = at;
    const scene = await begin({ repeatableForMs });
    await withArticles(scene, 2);
    scene.platform.fate = (alert) => (alert.channel === "test:1" ? rejected(alert) : sent(alert));
    const first = dying(scene.store, call, when);
    await scene.deliver(scene.process(first.store)).catch(() => {});
    await scene.finish(scene.process());
    expect(scene.platform.texts()).toEqual(["dm:test:person alerts-paused"]);
    expect((await scene.store.subscriptionsOf("test:1"))[0]?.paused?.reason).toBe("no-permission");
  });

  it("for hours is made up for", async () => {
    const scene = await begin({ repeatableForMs: 120_000 });
    await withArticles(scene, 3);
    const first = dying(scene.store, 3, "before");
    await scene.deliver(scene.process(first.store)).catch(() => {});
    expect(first.died()).toBe(true);
    scene.pass(5 * HOUR_MS);
    await scene.finish(scene.process());
    expect(scene.platform.posts.length).toBe(3);
    expect(scene.platform.finds).toBe(1);
  });
});

describe("a delivery", () => {
  it("that stops finishes what is in hand and takes nothing new", async () => {
    const scene = await begin();
    await withArticles(scene, 2);
    const sending = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<void>();
    const { sender } = scene.platform;
    const slow = {
      ...sender,
      async send(alert: Parameters<typeof sender.send>[0]) {
        sending.resolve();
        await answered.promise;
        return sender.send(alert);
      },
    };
    const delivery = scene.process(scene.store, [slow]);
    const underWay = delivery.deliver("test:1");
    await sending.promise;
    const stopped = delivery.stop();
    answered.resolve();
    await Promise.all([underWay, stopped]);
    await delivery.deliver("test:1");
    delivery.dispatch();
    expect(await counts(scene)).toBe("1 waiting, 0 sending, 0 uncertain, 1 sent, 0 dropped");
    expect(scene.jobs()).toEqual([]);
  });

  it("of more channels than are dispatched at once goes on by itself", async () => {
    const scene = await begin();
    const { store, queue, platform, clock, log } = scene;
    const notices = Array.from({ length: 1500 }, (_, i): NewAlert => {
      const about = { kind: "source-paused", source: "소식", since: scene.iso() } as const;
      const id = `${i}`.padStart(16, "0");
      return { id, channel: `test:${i}`, place: "p", locale: "ko", subscriptionId: null, story: "s", about };
    });
    await store.putAlerts(notices);
    const waiting = new Set<string>();
    let most = 0;
    const line: string[] = [];
    const all = Promise.withResolvers<void>();
    const adding = {
      ...queue,
      async add(_name: string, channel: string) {
        if (waiting.has(channel)) return;
        waiting.add(channel);
        most = Math.max(most, waiting.size);
        line.push(channel);
        void work();
      },
    };
    const delivery = createDelivery({ store, queue: adding, senders: [platform.sender], lexicon, clock, log });
    let working = false;
    async function work() {
      if (working) return;
      working = true;
      for (let channel = line.shift(); channel !== undefined; channel = line.shift()) {
        waiting.delete(channel);
        await delivery.deliver(channel);
      }
      working = false;
      if (platform.sends === notices.length) all.resolve();
    }
    delivery.dispatch();
    await all.promise;
    await delivery.stop();
    expect(platform.posts.length).toBe(1500);
    expect(most).toBeLessThanOrEqual(1250);
  });
});
