import { describe, expect, it } from "vitest";
import type { Article } from "../../src/documents/article.ts";
import type { AlertStore } from "../../src/ports/alert-store.ts";
import type { ArticleStore, IncomingArticle, Origin } from "../../src/ports/article-store.ts";
import type { Audience, Hearer, Telling } from "../../src/ports/audience.ts";
import type { InboxStore } from "../../src/ports/inbox-store.ts";
import type { SubscriptionStore } from "../../src/ports/subscription-store.ts";
import { hostileKeys, hostileNames } from "./hostile-texts.ts";
import { accepted } from "./inbox-documents.ts";
import { hearerOf, recordingAudience } from "./recording-audience.ts";
import { sampleArticle } from "./sample-articles.ts";
import { subscription } from "./subscriptions.ts";

type Store = ArticleStore & InboxStore & SubscriptionStore & AlertStore;

interface Opened {
  readonly store: Store;
  /** Where the store outlives its connection: another connection to the same data. */
  readonly connect?: () => Promise<Store>;
}

const noonMs = Date.parse("2026-11-22T12:00:00.000Z");
const dayMs = 24 * 60 * 60 * 1_000;
const iso = (ms: number) => new Date(ms).toISOString();
const noon = iso(noonMs);
const news: Origin = { name: "뉴스", location: "https://example.com/feed" };
const wiki: Origin = { name: "위키", location: "/srv/wiki" };
const many = 100_000;
const none = { waiting: 0, sending: 0, uncertain: 0, sent: 0, dropped: 0 };
const rules = { paceMs: 0, staleMs: 60_000 };

/** `keys` is what the story is known by; the article's id where there are none. */
function incoming(id: string, keys: readonly string[] = [], more: Partial<Article> = {}): IncomingArticle {
  const article = sampleArticle(id, { 글: "본문" }, { categories: keys, ...more });
  return { article, contentHash: JSON.stringify(article) };
}

const asNews = (audience: Audience): Telling => ({ audience, isNews: true });
const asOld = (audience: Audience): Telling => ({ audience, isNews: false });

/** Subscriptions of as many channels. */
async function subscribe(store: Store, count: number): Promise<void> {
  for (let i = 1; i <= count; i++) {
    await store.putSubscription(subscription(`s${i}`, { channel: `C${i}`, mention: `S${i}` }), many);
  }
}

/** What a channel is told, in order; it is sent. */
async function toldTo(store: Store, channel: string): Promise<string[]> {
  const told: string[] = [];
  for (;;) {
    const taken = await store.takeAlert(channel, "9999-01-01T00:00:00.000Z", rules);
    if (taken?.kind !== "taken") return told;
    const { about } = taken.alert;
    told.push(about.kind === "article" ? about.articleId : about.kind);
    await store.settleAlert(taken.alert, { state: "sent", messageRef: "m" }, noon);
  }
}

/** What every store does that tells of articles while it commits them. */
export function tellingContract(name: string, open: (now: () => number) => Promise<Opened>): void {
  const opened = () => open(() => noonMs);

  describe(`telling of articles in ${name}`, () => {
    it("puts an alert for every channel that is to hear of a new article", async () => {
      const { store } = await opened();
      await subscribe(store, 2);
      const audience = recordingAudience();
      await store.commit(news, [incoming("뉴스/1", ["link:1", "title:1"])], [], asNews(audience));
      expect(audience.asked).toEqual([{ articleId: "뉴스/1", seenAt: noon }]);
      for (const each of ["1", "2"]) {
        const taken = await store.takeAlert(`C${each}`, noon, rules);
        expect(taken).toMatchObject({
          kind: "taken",
          mayBePosted: false,
          alert: {
            id: expect.stringMatching(/^[0-9a-z]{16}$/),
            channel: `C${each}`,
            place: "slack:T1",
            locale: "ko",
            subscriptionId: `s${each}`,
            story: "link:1",
            about: { kind: "article", articleId: "뉴스/1", words: ["관세"], mentions: [`S${each}`] },
            createdAt: noon,
          },
        });
      }
      await store.close();
    });

    it("tells nobody of what is committed without an audience", async () => {
      const { store } = await opened();
      await subscribe(store, 1);
      await store.commit(news, [incoming("1", ["k"])], []);
      expect(await store.countAlerts()).toEqual(none);
      // It left no trace of its story either.
      await store.commit(news, [incoming("2", ["k"])], [], asNews(recordingAudience()));
      expect(await toldTo(store, "C1")).toEqual(["2"]);
      await store.close();
    });

    it("tells of new articles only: not of changes, moves, or what comes back after it was removed", async () => {
      const { store } = await opened();
      await subscribe(store, 1);
      const audience = recordingAudience();
      await store.commit(news, [incoming("1"), incoming("2"), incoming("old")], ["old"]);
      const telling = asNews(audience);
      await store.commit(news, [incoming("1", [], { title: "고친 제목" })], [], telling);
      await store.commit(news, [incoming("2")], [], telling);
      await store.commit(wiki, [incoming("2")], [], telling);
      await store.commit(news, [incoming("old")], [], telling);
      expect(audience.asked).toEqual([]);
      await store.commit(news, [incoming("1"), incoming("3")], ["1"], telling);
      await store.commit(news, [incoming("3", [], { title: "고친 제목" })], [], telling);
      expect(await toldTo(store, "C1")).toEqual(["3"]);
      expect(await store.countAlerts()).toEqual({ ...none, sent: 1 });
      await store.close();
    });

    it("commits article, revision, story and alerts together, or nothing of them", async () => {
      let now = noonMs;
      const { store } = await open(() => now);
      await subscribe(store, 2);
      const audience = recordingAudience();
      const faulty: Telling = asNews({
        ...audience,
        hearersOf: (article, seenAt) => [
          ...audience.hearersOf(article, seenAt),
          { ...hearerOf(subscription("x")), place: null as unknown as string } satisfies Hearer,
        ],
      });
      await store.accept([accepted("1", { articleId: "2" })]);
      const before = await store.status();
      await expect(store.commit(news, [incoming("1", ["k"])], [], faulty)).rejects.toThrow();
      await expect(store.publish("1", incoming("2", ["k2"]), faulty)).rejects.toThrow();
      expect(await store.status()).toEqual(before);
      expect(await store.article("1")).toBeNull();
      expect(await store.countAlerts()).toEqual(none);
      expect(await store.waitingIds("9999", 10)).toEqual(["1"]);

      now += 1_000;
      audience.asked.length = 0;
      await store.commit(news, [incoming("1", ["k"])], [], asNews(audience));
      expect(await store.publish("1", incoming("2", ["k2"]), asNews(audience))).toBe(true);
      // The story was not seen before either.
      expect(audience.asked).toEqual([
        { articleId: "1", seenAt: iso(now) },
        { articleId: "2", seenAt: iso(now) },
      ]);
      expect(await store.countAlerts()).toEqual({ ...none, waiting: 4 });
      await store.close();
    });

    it("asks an audience that knows the subscriptions as they stand", async () => {
      const { store } = await opened();
      await subscribe(store, 3);
      const audience = recordingAudience();
      await store.commit(news, [incoming("1")], [], asNews(audience));
      await store.pauseSubscription("s1", { reason: "asked", at: noon });
      await store.removeSubscription("s2");
      await store.putSubscription(subscription("s4", { channel: "C4" }), many);
      await store.commit(news, [incoming("2")], [], asNews(audience));
      await store.commit(news, [incoming("3")], [], asNews(audience));
      expect(audience.updates.map(({ active, inactiveIds }) => [active.map(({ id }) => id), inactiveIds])).toEqual([
        [["s1", "s2", "s3"], []],
        [["s4"], ["s1", "s2"]],
        [[], []],
      ]);
      expect(await toldTo(store, "C1")).toEqual([]);
      expect(await toldTo(store, "C2")).toEqual([]);
      expect(await toldTo(store, "C3")).toEqual(["1", "2", "3"]);
      expect(await toldTo(store, "C4")).toEqual(["2", "3"]);
      await store.close();
    });

    it("tells once of a story that several sources bring, by any of its keys", async () => {
      const { store } = await opened();
      await subscribe(store, 1);
      const telling = asNews(recordingAudience());
      await store.commit(news, [incoming("1", ["link:a", "title:a"])], [], telling);
      await store.commit(wiki, [incoming("2", ["link:b", "title:a"])], [], telling);
      // The key that only the second one brought leads to the same story.
      await store.commit(news, [incoming("3", ["link:b"])], [], telling);
      await store.commit(news, [incoming("4", ["link:c"])], [], telling);
      expect(await toldTo(store, "C1")).toEqual(["1", "4"]);
      // Where keys lead to several stories, the first known one decides.
      await subscribe(store, 2);
      await store.commit(news, [incoming("5", ["link:d", "link:c", "title:a"])], [], telling);
      await store.commit(news, [incoming("6", ["link:d"])], [], telling);
      expect(await toldTo(store, "C1")).toEqual([]);
      expect(await store.takeAlert("C2", noon, rules)).toMatchObject({
        alert: { story: "link:c", about: { articleId: "5" } },
      });
      expect(await store.countAlerts("C2")).toEqual({ ...none, sending: 1 });
      await store.close();
    });

    it("tells of each article of one source, also where they share an address; another source's is the same story", async () => {
      const { store } = await opened();
      await subscribe(store, 1);
      const telling = asNews(recordingAudience());
      const shared = (id: string) => incoming(id, [`article:${id}`, "link:list"]);
      await store.commit(news, [shared("뉴스/1")], [], telling);
      await store.commit(news, [shared("뉴스/2")], [], telling);
      await store.commit(wiki, [shared("위키/3")], [], telling);
      expect(await toldTo(store, "C1")).toEqual(["뉴스/1", "뉴스/2"]);
      await store.close();
    });

    it("tells once of a story that stands twice in one commit", async () => {
      const { store } = await opened();
      await subscribe(store, 1);
      const articles = [incoming("1", ["a", "b"]), incoming("2", ["c", "b"]), incoming("3", ["c"]), incoming("4")];
      await store.commit(news, articles, [], asNews(recordingAudience()));
      expect(await toldTo(store, "C1")).toEqual(["1", "4"]);
      await store.close();
    });

    it("tells of the story a channel that has not heard of it: who was told is not told again", async () => {
      const { store } = await opened();
      await subscribe(store, 2);
      const audience = recordingAudience();
      const onlyFirst: Audience = {
        ...audience,
        hearersOf: (article, seenAt) => audience.hearersOf(article, seenAt).slice(0, 1),
      };
      await store.commit(news, [incoming("1", ["k"])], [], asNews(onlyFirst));
      await store.commit(wiki, [incoming("2", ["k"])], [], asNews(audience));
      expect(await toldTo(store, "C1")).toEqual(["1"]);
      expect(await toldTo(store, "C2")).toEqual(["2"]);
      await store.close();
    });

    it("remembers what is no news, and tells nobody", async () => {
      let now = noonMs;
      const { store } = await open(() => now);
      await subscribe(store, 1);
      const audience = recordingAudience();
      await store.commit(news, [incoming("1", ["a", "b"])], [], asOld(audience));
      expect(audience.asked).toEqual([]);
      expect(await store.countAlerts()).toEqual(none);
      now += 1_000;
      await store.putSubscription(subscription("late", { channel: "C9", createdAt: iso(noonMs + 1) }), many);
      await store.commit(wiki, [incoming("2", ["c", "b"])], [], asNews(audience));
      expect(audience.asked).toEqual([{ articleId: "2", seenAt: noon }]);
      expect(await toldTo(store, "C1")).toEqual(["2"]);
      expect(await toldTo(store, "C9")).toEqual([]);
      await store.close();
    });

    it("tells nobody of a story that was seen 60 days ago, by whatever key it comes", async () => {
      let now = noonMs;
      const { store } = await open(() => now);
      await subscribe(store, 1);
      const audience = recordingAudience();
      await store.commit(news, [incoming("1", ["a"]), incoming("2", ["b"])], [], asOld(audience));
      now = noonMs + 60 * dayMs - 1;
      await store.commit(wiki, [incoming("3", ["a"])], [], asNews(audience));
      await store.commit(wiki, [incoming("7", ["b", "b3"])], [], asOld(audience));
      expect(await toldTo(store, "C1")).toEqual(["3"]);
      now = noonMs + 60 * dayMs;
      await store.commit(wiki, [incoming("4", ["b", "b2"]), incoming("5", ["b2"])], [], asNews(audience));
      await store.commit(wiki, [incoming("6", ["b3"])], [], asNews(audience));
      expect(await toldTo(store, "C1")).toEqual([]);
      await store.close();
    });

    it("keeps what waits of an article that is removed", async () => {
      const { store } = await opened();
      await subscribe(store, 1);
      await store.commit(news, [incoming("1")], [], asNews(recordingAudience()));
      await store.commit(news, [], ["1"]);
      expect(await store.article("1")).toBeNull();
      expect(await store.countAlerts()).toEqual({ ...none, waiting: 1 });
      await store.close();
    });

    it("tells of what is published from the inbox, once", async () => {
      const { store } = await opened();
      await subscribe(store, 1);
      const telling = asNews(recordingAudience());
      const of = (id: string, articleId: string) => accepted(id, { articleId });
      await store.accept([of("a", "1"), of("b", "1"), of("c", "2"), of("d", "3"), of("e", "4")]);
      expect(await store.publish("b", incoming("1"), telling)).toBe(true);
      expect(await store.publish("b", incoming("1"), telling)).toBe(false);
      expect(await store.publish("a", incoming("1", [], { title: "옛 제목" }), telling)).toBe(false);
      expect(await store.publish("c", incoming("2"), asOld(recordingAudience()))).toBe(true);
      expect(await store.publish("d", incoming("3"))).toBe(true);
      expect(await store.publish("e", null, telling)).toBe(true);
      expect(await toldTo(store, "C1")).toEqual(["1"]);
      await store.close();
    });

    it("tells many channels of many articles", async () => {
      const { store } = await opened();
      const hearers = Array.from({ length: 3_000 }, (_, i) =>
        hearerOf(subscription(`s${i}`, { channel: `C${i}`, topic: { ...subscription("").topic, include: [`${i}`] } })),
      );
      const audience: Audience = { ...recordingAudience(), hearersOf: () => hearers };
      const articles = ["1", "2", "3"].map((id) => incoming(id));
      await store.commit(news, articles, [], asNews(audience));
      expect(await store.countAlerts()).toEqual({ ...none, waiting: 9_000 });
      expect(await store.takeAlert("C2999", noon, rules)).toMatchObject({ alert: { about: { words: ["2999"] } } });
      expect(await toldTo(store, "C1")).toEqual(["1", "2", "3"]);
      await store.close();
    });

    it("takes any text as it is", async () => {
      const { store } = await opened();
      for (const [i, text] of hostileNames.entries()) {
        const id = hostileKeys[i] ?? `${i}`;
        const hearer: Hearer = {
          ...hearerOf(subscription(text)),
          channel: text,
          place: text,
          words: [text],
          mentions: [text],
        };
        const audience: Audience = { ...recordingAudience(), hearersOf: () => [hearer] };
        await store.commit(news, [incoming(id, [text, `${text}!`])], [], asNews(audience));
        await store.commit(news, [incoming(`${id} again`, [`${text}!`])], [], asNews(audience));
        expect(await store.countAlerts(text)).toEqual({ ...none, waiting: 1 });
        expect(await store.takeAlert(text, noon, rules)).toMatchObject({
          alert: { story: text, place: text, about: { articleId: id, words: [text], mentions: [text] } },
        });
      }
      await store.close();
    });

    it("has lone surrogates replaced, and knows a story by the same text", async () => {
      const { store } = await opened();
      await subscribe(store, 1);
      const telling = asNews(recordingAudience());
      const [lone, replaced] = ["앞\ud83d뒤", "앞\ufffd뒤"];
      await store.commit(news, [incoming(lone, [lone, replaced])], [], telling);
      await store.commit(news, [incoming("2", [replaced])], [], telling);
      await store.commit(news, [incoming(lone, ["k"])], [], telling);
      expect(await toldTo(store, "C1")).toEqual([replaced]);
      expect(await store.article(lone)).toMatchObject({ id: replaced, categories: ["k"] });
      await store.close();
    });

    it("tells who subscribed by another connection, and of each story once, whoever commits it", async () => {
      const { store, connect } = await opened();
      if (!connect) return;
      const other = await connect();
      const [own, others] = [recordingAudience(), recordingAudience()];
      await subscribe(store, 1);
      await store.commit(news, [incoming("1", ["a"])], [], asNews(own));
      await other.putSubscription(subscription("s2", { channel: "C2" }), many);
      await other.removeSubscription("s1");
      await store.commit(news, [incoming("2", ["b"])], [], asNews(own));
      await other.commit(wiki, [incoming("3", ["c", "b"]), incoming("4", ["d"])], [], asNews(others));
      await store.commit(news, [incoming("5", ["d"])], [], asNews(own));
      // What waited of it went with the subscription.
      expect(await toldTo(other, "C1")).toEqual([]);
      expect(await toldTo(store, "C2")).toEqual(["2", "4"]);
      await store.close();
      await other.close();
    });
  });
}
