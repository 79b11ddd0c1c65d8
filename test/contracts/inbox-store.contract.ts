import { describe, expect, it } from "vitest";
import type { ArticleStore } from "../../src/ports/article-store.ts";
import type { InboxDocument, InboxStore } from "../../src/ports/inbox-store.ts";
import type { JobStore } from "../../src/ports/job-store.ts";
import { hostileKeys, hostileTexts } from "./hostile-texts.ts";
import { accepted } from "./inbox-documents.ts";
import { failed } from "./job-store.contract.ts";
import { sampleArticle } from "./sample-articles.ts";

type Store = InboxStore & JobStore & ArticleStore & { close(): Promise<void> };

interface Opened {
  readonly store: Store;
  /** Where the store outlives its connection: another connection to the same data. */
  readonly connect?: () => Promise<Store>;
}

const noonMs = Date.parse("2026-11-22T12:00:00.000Z");
const plus = (ms: number) => new Date(noonMs + ms).toISOString();
const later = plus(1_000_000);
const publish = "publish-article";

const waiting = (document: InboxDocument, attempts = 0) => ({ ...document, attempts });

/** What every inbox does. */
export function inboxStoreContract(name: string, open: () => Promise<Opened>): void {
  describe(`the inbox in ${name}`, () => {
    it("gives documents back as they were accepted, whole", async () => {
      const { store } = await open();
      const documents = [
        accepted("a"),
        accepted("removal", { bytes: null }),
        accepted("empty", { bytes: new Uint8Array(0), old: true, path: "" }),
        accepted("every byte", { bytes: Uint8Array.from({ length: 256 }, (_, i) => i) }),
        accepted("a part", { bytes: new Uint8Array([9, 9, 1, 0, 2, 9]).subarray(2, 5) }),
        accepted("digits", { bytes: new TextEncoder().encode("0012e3") }),
      ];
      await store.accept(documents);
      for (const document of documents) {
        expect(await store.inboxDocument(document.id)).toEqual(waiting(document));
      }
      const { bytes } = (await store.inboxDocument("a part")) ?? {};
      expect(bytes?.constructor).toBe(Uint8Array);
      expect(await store.inboxDocument("b")).toBeNull();
      await store.close();
    });

    it("gives back 20 MB as they were", async () => {
      const { store } = await open();
      const bytes = new Uint8Array(20 * 1024 * 1024);
      for (let i = 0; i < bytes.length; i++) bytes[i] = (i * 31) ^ (i >> 8) ^ (i >> 16);
      await store.accept([accepted("a", { bytes })]);
      const found = (await store.inboxDocument("a"))?.bytes;
      expect(found?.length).toBe(bytes.length);
      expect(Buffer.compare(found ?? new Uint8Array(0), bytes)).toBe(0);
      await store.settle("a");
      expect(await store.inboxDocument("a")).toBeNull();
      await store.close();
    });

    it("leaves a document alone whose id is known", async () => {
      const { store } = await open();
      const first = accepted("a");
      await store.accept([first, accepted("a", { bytes: null })]);
      await store.accept([accepted("b")]);
      await store.accept([accepted("a", { path: "other", old: true }), accepted("c"), first]);
      expect(await store.inboxDocument("a")).toEqual(waiting(first));
      expect(await store.waitingIds(later, 10)).toEqual(["a", "b", "c"]);
      await store.close();
    });

    it("accepts all or none, and may be given none", async () => {
      const { store } = await open();
      await store.accept([]);
      const many = Array.from({ length: 50 }, (_, i) => accepted(`${i}`));
      const faulty = accepted("faulty", { receivedAt: null as unknown as string });
      await expect(store.accept([...many, faulty])).rejects.toThrow();
      expect(await store.waitingIds(later, 100)).toEqual([]);
      await store.accept(many);
      await expect(store.accept([accepted("50"), faulty])).rejects.toThrow();
      expect(await store.waitingIds(later, 100)).toEqual(many.map(({ id }) => id));
      await store.close();
    });

    it("accepts a thousand documents at once, in their order", async () => {
      const { store } = await open();
      const documents = Array.from({ length: 1_000 }, (_, i) => accepted(`${(i * 7) % 1_000}`));
      await store.accept(documents);
      const order = documents.map(({ id }) => id);
      expect(await store.waitingIds(later, 10_000)).toEqual(order);
      expect(await store.waitingIds(later, 3)).toEqual(order.slice(0, 3));
      expect(await store.waitingIds(later, 0)).toEqual([]);
      expect(await store.inboxDocument("999")).toEqual(waiting(accepted("999")));
      await store.close();
    });

    it("keeps the order in which it accepted, whatever the ids and the clock say", async () => {
      const { store } = await open();
      const order = ["m", "z", "a", "k", "b"];
      for (const [i, id] of order.entries()) await store.accept([accepted(id, { receivedAt: plus(i % 2 ? -i : 0) })]);
      expect(await store.waitingIds(later, 10)).toEqual(order);
      await store.settle("b");
      await store.settle("m");
      await store.accept([accepted("0", { receivedAt: plus(-100) })]);
      expect(await store.waitingIds(later, 10)).toEqual(["z", "a", "k", "0"]);
      // Also where nothing is left to count from.
      for (const id of ["z", "a", "k", "0"]) await store.settle(id);
      await store.accept([accepted("y"), accepted("x")]);
      expect(await store.waitingIds(later, 10)).toEqual(["y", "x"]);
      await store.close();
    });

    it("passes over what was set aside and what is not due, by the jobs of its own name", async () => {
      const { store } = await open();
      await store.accept(["aside", "due", "not due", "never tried", "of another job"].map((id) => accepted(id)));
      await store.putFailedJob(failed(publish, "aside", { nextAt: null, attempts: 8 }));
      await store.putFailedJob(failed(publish, "due", { nextAt: plus(1), attempts: 2 }));
      await store.putFailedJob(failed(publish, "not due", { nextAt: plus(2) }));
      await store.putFailedJob(failed("tell-people", "of another job", { nextAt: null, attempts: 5 }));
      await store.putFailedJob(failed(publish, "not in the inbox", { nextAt: plus(0) }));
      expect(await store.waitingIds(plus(0), 10)).toEqual(["never tried", "of another job"]);
      expect(await store.waitingIds(plus(1), 10)).toEqual(["due", "never tried", "of another job"]);
      expect(await store.waitingIds(plus(2), 2)).toEqual(["due", "not due"]);
      await store.clearJob(publish, "aside");
      expect((await store.waitingIds(plus(0), 10))[0]).toBe("aside");
      await store.close();
    });

    it("counts the attempts that failed", async () => {
      const { store } = await open();
      await store.accept([accepted("a"), accepted("b")]);
      await store.putFailedJob(failed(publish, "a", { attempts: 3, nextAt: null }));
      await store.putFailedJob(failed("tell-people", "b", { attempts: 5 }));
      expect((await store.inboxDocument("a"))?.attempts).toBe(3);
      expect((await store.inboxDocument("b"))?.attempts).toBe(0);
      await store.close();
    });

    it("publishes a document once, in place of those of its article that came before", async () => {
      const { store } = await open();
      const same = (id: string) => accepted(id, { articleId: "뉴스/1" });
      const article = (text: string) => ({ article: sampleArticle("뉴스/1", { 소식: text }), contentHash: text });
      await store.accept([accepted("other"), same("c"), same("a"), same("b")]);
      await store.putFailedJob(failed(publish, "c", { nextAt: null }));
      expect(await store.publish("a", article("둘째"))).toBe(true);
      expect(await store.waitingIds(later, 10)).toEqual(["other", "b"]);
      expect(await store.failedJobs(10)).toEqual([]);
      // Who comes late with an older one changes nothing.
      expect(await store.publish("c", article("첫째"))).toBe(false);
      expect(await store.publish("a", article("둘째"))).toBe(false);
      const { articles, revision } = await store.changedSince(0, 10);
      expect(articles.map(({ sections }) => sections[0]?.body)).toEqual(["둘째"]);
      expect(await store.publish("b", null)).toBe(true);
      expect((await store.changedSince(revision, 10)).removedIds).toEqual(["뉴스/1"]);
      expect(await store.publish("unknown", null)).toBe(false);
      await store.close();
    });

    it("accepts a delivery once", async () => {
      const { store } = await open();
      expect(await store.accept([accepted("a")], "delivery:1")).toBe(true);
      await store.settle("a");
      expect(await store.accept([accepted("a")], "delivery:1")).toBe(false);
      expect(await store.waitingIds(later, 10)).toEqual([]);
      expect(await store.accept([accepted("a")], "delivery:2")).toBe(true);
      await store.close();
    });

    it("forgets what is settled with its job, also twice, and nothing else", async () => {
      const { store } = await open();
      await store.accept([accepted("a"), accepted("b")]);
      await store.putFailedJob(failed(publish, "a"));
      await store.putFailedJob(failed(publish, "b"));
      await store.putFailedJob(failed("tell-people", "a"));
      await store.settle("a");
      await store.settle("a");
      await store.settle("unknown");
      expect(await store.inboxDocument("a")).toBeNull();
      expect(await store.failedJob(publish, "a")).toBeNull();
      expect(await store.waitingIds(later, 10)).toEqual(["b"]);
      expect((await store.failedJobs(10)).map((job) => job.name + job.id)).toEqual([`${publish}b`, "tell-peoplea"]);
      await store.close();
    });

    it("takes any text as it is", async () => {
      const { store } = await open();
      for (const [i, text] of hostileTexts.entries()) {
        const id = hostileKeys[i] ?? `${i}`;
        const document = accepted(id, {
          origin: { name: text, location: text },
          articleId: id,
          path: text,
          bytes: new TextEncoder().encode(text),
        });
        await store.accept([document]);
        expect(await store.inboxDocument(id)).toEqual(waiting(document));
        await store.accept([accepted(`${id} again`, { articleId: id })]);
      }
      for (const key of hostileKeys) await store.settle(key);
      expect(await store.waitingIds(later, 100)).toHaveLength(2 * hostileTexts.length - hostileKeys.length);
      await store.close();
    });

    it("has lone surrogates replaced, and finds by the same text", async () => {
      const { store } = await open();
      const document = (text: string) =>
        accepted(text, { origin: { name: text, location: text }, articleId: text, path: text });
      const [lone, replaced] = ["앞\ud83d뒤", "앞\ufffd뒤"];
      await store.accept([document(lone)]);
      await store.accept([document(replaced), accepted("b", { articleId: lone })]);
      expect(await store.inboxDocument(lone)).toEqual(waiting(document(replaced)));
      expect(await store.waitingIds(later, 10)).toEqual([replaced, "b"]);
      await store.putFailedJob(failed(publish, lone, { attempts: 4 }));
      expect((await store.inboxDocument(lone))?.attempts).toBe(4);
      await store.settle(lone);
      expect(await store.failedJobs(10)).toEqual([]);
      expect(await store.waitingIds(later, 10)).toEqual(["b"]);
      await store.close();
    });

    it("takes turns when several accept and settle at once", async () => {
      const { store } = await open();
      const ids = Array.from({ length: 40 }, (_, i) => `${i}`);
      await Promise.all([
        ...ids.map((id) => store.accept([accepted(id), accepted(`${id} too`)])),
        ...ids.map((id) => store.settle(id)),
      ]);
      const waitingNow = await store.waitingIds(later, 100);
      // Of documents that are accepted at once and settled before they are, or after, the others stay.
      expect(waitingNow.filter((id) => id.endsWith(" too")).toSorted()).toEqual(
        ids.map((id) => `${id} too`).toSorted(),
      );
      expect(await store.waitingIds(later, 100)).toEqual(waitingNow);
      await store.close();
    });

    it("is the same for another connection at once, and after the store was opened again", async () => {
      const { store, connect } = await open();
      if (!connect) return;
      const other = await connect();
      await store.accept([accepted("z", { articleId: "뉴스/1" })]);
      expect(await other.inboxDocument("z")).toEqual(waiting(accepted("z", { articleId: "뉴스/1" })));
      await other.accept([accepted("a", { articleId: "뉴스/1" })]);
      await store.accept([accepted("z", { bytes: null }), accepted("k")]);
      await store.close();
      await other.close();
      const again = await connect();
      expect(await again.waitingIds(later, 10)).toEqual(["z", "a", "k"]);
      await again.settle("z");
      await again.accept([accepted("0")]);
      expect(await again.waitingIds(later, 10)).toEqual(["a", "k", "0"]);
      await again.close();
    });
  });
}
