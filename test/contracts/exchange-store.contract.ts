import { describe, expect, it } from "vitest";
import type { ExchangeStore, StoredExchange } from "../../src/ports/exchange-store.ts";
import type { FeedbackStore, StoredFeedback } from "../../src/ports/feedback-store.ts";
import { hostileKeys, hostileTexts } from "./hostile-texts.ts";

type Store = ExchangeStore & FeedbackStore & { close(): Promise<void> };

interface Opened {
  readonly store: Store;
  /** Where the store outlives its connection: another connection to the same data. */
  readonly connect?: () => Promise<Store>;
}

const noon = "2026-11-22T12:00:00.000Z";
const longAgo = "1970-01-01T00:00:00.000Z";

type Answer = StoredExchange["answer"];

function answer(fields: Partial<Answer> = {}): Answer {
  return {
    question: "관세는 몇 %야?",
    understoodAs: "미국 관세는 몇 %야?",
    correctedWords: ["관셰"],
    inSeveralPlaces: true,
    status: "answered",
    sentences: [{ text: "25%로 올렸다.", citation: 1 }],
    citations: [
      {
        number: 1,
        articleId: "news/1",
        sectionId: "news/1#2",
        title: "관세",
        source: "뉴스",
        headingPath: ["3. 외교", "3.6. 대만"],
        footnote: null,
        url: null,
        publishedAt: "2026-01-01",
        quote: "25%로 올렸다.",
      },
    ],
    hits: [{ articleId: "news/1", sectionId: "news/1#2", title: "관세", headingPath: [], score: 12.345678901234567 }],
    suggestions: [],
    confidence: 0.1 + 0.2,
    ...fields,
  };
}

export function exchange(id: string, fields: Partial<StoredExchange> = {}): StoredExchange {
  return {
    id,
    conversation: "discord:1",
    person: "discord:7",
    articleId: null,
    askedAt: noon,
    answer: answer(),
    turn: { understoodAs: "미국 관세는 몇 %야?", topic: "미국" },
    ...fields,
  };
}

function given(key: string, person: string | null): StoredFeedback {
  return { key, person, givenAt: noon, question: "질문", answer: "답", helpful: true, reason: null };
}

const ids = (exchanges: readonly StoredExchange[]) => exchanges.map(({ id }) => id);

/** What every store of exchanges does. */
export function exchangeStoreContract(name: string, open: () => Promise<Opened>): void {
  describe(`exchanges in ${name}`, () => {
    it("come back as they were put, whole", async () => {
      const { store } = await open();
      const all = exchange("a", { articleId: "news/1" });
      const least = exchange("b", { conversation: null, person: null, turn: { understoodAs: "", topic: "" } });
      await store.putExchange(all);
      await store.putExchange(least);
      expect(await store.exchange("a")).toEqual(all);
      expect(await store.exchange("b")).toEqual(least);
      expect(await store.exchange("c")).toBeNull();
      await store.close();
    });

    it("are stored once for an id: the last one stands", async () => {
      const { store } = await open();
      const last = exchange("a", {
        conversation: "discord:2",
        person: "discord:8",
        articleId: "news/2",
        askedAt: "2026-11-22T12:00:01.000Z",
        answer: answer({ status: "not-found" }),
        turn: { understoodAs: "다른 질문", topic: "일본" },
      });
      await store.putExchange(exchange("a"));
      await store.putExchange(last);
      await store.putExchange(last);
      expect(await store.exchange("a")).toEqual(last);
      expect(await store.exchangesOf("discord:8", 10)).toEqual([last]);
      expect(await store.exchangesOf("discord:7", 10)).toEqual([]);
      expect(await store.lastOfConversation("discord:1", longAgo)).toBeNull();
      await store.close();
    });

    it("give the newest of a conversation, in whatever order they were put", async () => {
      const { store } = await open();
      await store.putExchange(exchange("newest", { askedAt: "2026-11-22T12:00:00.002Z" }));
      await store.putExchange(exchange("older", { askedAt: "2026-11-22T12:00:00.001Z" }));
      await store.putExchange(
        exchange("of another", { conversation: "discord:2", askedAt: "2026-11-23T00:00:00.000Z" }),
      );
      await store.putExchange(exchange("of none", { conversation: null, askedAt: "2026-11-23T00:00:00.000Z" }));
      expect((await store.lastOfConversation("discord:1", longAgo))?.id).toBe("newest");
      expect(await store.lastOfConversation("discord:3", longAgo)).toBeNull();
      expect(await store.lastOfConversation("", longAgo)).toBeNull();
      await store.close();
    });

    it("give the newest of a conversation only where it was asked at a time or later", async () => {
      const { store } = await open();
      await store.putExchange(exchange("a"));
      expect((await store.lastOfConversation("discord:1", noon))?.id).toBe("a");
      expect(await store.lastOfConversation("discord:1", "2026-11-22T12:00:00.001Z")).toBeNull();
      await store.close();
    });

    it("of one millisecond follow each other as they were put, whatever their ids", async () => {
      const { store } = await open();
      const order = ["m", "z", "a", "k", "b"];
      for (const id of order) {
        await store.putExchange(exchange(id));
        expect((await store.lastOfConversation("discord:1", noon))?.id).toBe(id);
      }
      expect(ids(await store.exchangesOf("discord:7", 10))).toEqual(order.toReversed());

      // A repetition is no newer question.
      await store.putExchange(exchange("z"));
      expect(ids(await store.exchangesOf("discord:7", 10))).toEqual(order.toReversed());

      // Nor do gaps change the order.
      await store.putExchange(exchange("b", { askedAt: longAgo }));
      await store.dropExchangesBefore(noon);
      await store.putExchange(exchange("j"));
      expect(ids(await store.exchangesOf("discord:7", 10))).toEqual(["j", "k", "a", "z", "m"]);
      await store.close();
    });

    it("put without waiting for each other are all there, and always in the same order", async () => {
      const { store } = await open();
      const order = Array.from({ length: 50 }, (_, i) => `${(i * 37) % 50}`);
      await Promise.all(order.map((id) => store.putExchange(exchange(id))));
      const stored = ids(await store.exchangesOf("discord:7", 100));
      expect(stored.toSorted()).toEqual(order.toSorted());
      expect(ids(await store.exchangesOf("discord:7", 100))).toEqual(stored);
      await store.close();
    });

    it("of a person come newest first, up to a limit", async () => {
      const { store } = await open();
      for (const [id, second] of [
        ["b", 2],
        ["a", 1],
        ["c", 3],
      ] as const) {
        await store.putExchange(exchange(id, { conversation: id, askedAt: `2026-11-22T12:00:0${second}.000Z` }));
      }
      await store.putExchange(exchange("d", { person: "discord:77" }));
      await store.putExchange(exchange("e", { person: null }));
      expect(ids(await store.exchangesOf("discord:7", 10))).toEqual(["c", "b", "a"]);
      expect(ids(await store.exchangesOf("discord:7", 2))).toEqual(["c", "b"]);
      expect(await store.exchangesOf("discord:7", 0)).toEqual([]);
      await store.close();
    });

    it("and feedback of one person can be forgotten, and nobody else's", async () => {
      const { store } = await open();
      for (const [id, person] of [
        ["a", "discord:7"],
        ["b", "discord:7"],
        ["c", "discord:77"],
        ["d", null],
      ] as const) {
        await store.putExchange(exchange(id, { person }));
        await store.putFeedback(given(id, person));
      }
      await store.putFeedback(given("e", "discord:7"));
      expect(await store.forgetPerson("discord:%")).toBe(0);
      expect(await store.forgetPerson("discord:7")).toBe(5);
      expect(await store.forgetPerson("discord:7")).toBe(0);
      expect(await store.exchangesOf("discord:7", 10)).toEqual([]);
      expect(await store.exchange("a")).toBeNull();
      expect(ids(await store.exchangesOf("discord:77", 10))).toEqual(["c"]);
      expect((await store.exchange("d"))?.id).toBe("d");
      expect((await store.feedback(10)).map(({ key }) => key)).toEqual(["c", "d"]);
      await store.close();
    });

    it("that were asked before a time can be dropped; feedback stays", async () => {
      const { store } = await open();
      await store.putExchange(exchange("a", { askedAt: "2026-11-22T11:59:59.999Z" }));
      await store.putExchange(exchange("b", { askedAt: "2025-12-31T23:59:59.999Z", conversation: null, person: null }));
      await store.putExchange(exchange("c"));
      await store.putFeedback(given("a", "discord:7"));
      expect(await store.dropExchangesBefore("2025-01-01T00:00:00.000Z")).toBe(0);
      expect(await store.dropExchangesBefore(noon)).toBe(2);
      expect(await store.dropExchangesBefore(noon)).toBe(0);
      expect(await store.exchange("a")).toBeNull();
      expect((await store.exchange("c"))?.id).toBe("c");
      expect(await store.feedback(10)).toHaveLength(1);
      await store.close();
    });

    it("take any text as it is", async () => {
      const { store } = await open();
      for (const [i, text] of hostileTexts.entries()) {
        const put = exchange(`${i}`, {
          answer: answer({ question: text, sentences: [{ text, citation: 1 }] }),
          turn: { understoodAs: text, topic: text },
        });
        await store.putExchange(put);
        expect(await store.exchange(`${i}`)).toEqual(put);
      }
      for (const key of hostileKeys) {
        const put = exchange(key, { conversation: key, person: key, articleId: key });
        await store.putExchange(put);
        expect(await store.exchange(key)).toEqual(put);
        expect(await store.lastOfConversation(key, longAgo)).toEqual(put);
        expect(await store.exchangesOf(key, 10)).toEqual([put]);
      }
      for (const key of hostileKeys) expect(await store.forgetPerson(key)).toBe(1);
      expect(await store.exchangesOf("discord:7", 100)).toHaveLength(hostileTexts.length);
      await store.close();
    });

    it("have lone surrogates replaced, and are found by the same text", async () => {
      const { store } = await open();
      const [lone, replaced] = ["앞\ud83d뒤", "앞\ufffd뒤"];
      const fields = (text: string) => ({
        conversation: text,
        person: text,
        articleId: text,
        answer: answer({ question: text, correctedWords: [text] }),
        turn: { understoodAs: text, topic: text },
      });
      await store.putExchange(exchange(lone, fields(lone)));
      const stored = exchange(replaced, fields(replaced));
      expect(await store.exchange(lone)).toEqual(stored);
      expect(await store.lastOfConversation(lone, longAgo)).toEqual(stored);
      expect(await store.exchangesOf(lone, 10)).toEqual([stored]);
      expect(await store.forgetPerson(lone)).toBe(1);
      await store.close();
    });

    it("are there for another connection at once, and after the store was opened again", async () => {
      const { store, connect } = await open();
      if (!connect) return;
      const other = await connect();
      await store.putExchange(exchange("z"));
      expect(await other.exchange("z")).toEqual(exchange("z"));
      await other.putExchange(exchange("a"));
      expect((await store.lastOfConversation("discord:1", noon))?.id).toBe("a");
      await store.close();
      await other.close();
      const again = await connect();
      await again.putExchange(exchange("k"));
      expect(ids(await again.exchangesOf("discord:7", 10))).toEqual(["k", "a", "z"]);
      await again.close();
    });
  });
}
