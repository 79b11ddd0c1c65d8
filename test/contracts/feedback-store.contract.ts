import { describe, expect, it } from "vitest";
import type { FeedbackStore, StoredFeedback } from "../../src/ports/feedback-store.ts";

interface Opened {
  readonly store: FeedbackStore & { close(): Promise<void> };
  /** Where the store outlives its connection: another connection to the same data. */
  readonly reopen?: () => Promise<FeedbackStore & { close(): Promise<void> }>;
}

function given(key: string, fields: Partial<StoredFeedback> = {}): StoredFeedback {
  return {
    key,
    person: "web:7",
    givenAt: "2026-11-22T01:00:00.000Z",
    question: "관세는 몇 %야?",
    answer: "25%로 올렸다. [1]",
    helpful: true,
    reason: null,
    ...fields,
  };
}

/** What every feedback store does. */
export function feedbackStoreContract(name: string, open: () => Promise<Opened>): void {
  describe(`feedback in ${name}`, () => {
    it("comes back as it was given, newest first, up to a limit", async () => {
      const { store } = await open();
      const older = given("a", { helpful: false, reason: "날짜가 없어요 🙏 '; drop table feedback; --" });
      const newer = given("b", { person: null, givenAt: "2026-11-22T01:00:00.001Z" });
      await store.putFeedback(older);
      await store.putFeedback(newer);
      expect(await store.feedback(10)).toEqual([newer, older]);
      expect(await store.feedback(1)).toEqual([newer]);
      await store.close();
    });

    it("is stored once for a key: the last one stands", async () => {
      const { store } = await open();
      await store.putFeedback(given("a", { helpful: false }));
      await store.putFeedback(given("a", { helpful: false }));
      const last = given("a", {
        person: "web:8",
        helpful: false,
        reason: "출처가 달라요",
        givenAt: "2026-11-22T01:05:00.000Z",
      });
      await store.putFeedback(last);
      expect(await store.feedback(10)).toEqual([last]);
      await store.close();
    });

    it("has lone surrogates replaced", async () => {
      const { store } = await open();
      await store.putFeedback(given("a", { person: "\udc00", question: "앞\ud83d뒤" }));
      expect(await store.feedback(10)).toEqual([given("a", { person: "\ufffd", question: "앞\ufffd뒤" })]);
      await store.close();
    });

    it("is there after the store was opened again", async () => {
      const { store, reopen } = await open();
      if (!reopen) return;
      await store.putFeedback(given("a"));
      await store.close();
      const again = await reopen();
      expect(await again.feedback(10)).toEqual([given("a")]);
      await again.close();
    });
  });
}
