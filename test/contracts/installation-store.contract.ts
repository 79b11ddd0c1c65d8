import { describe, expect, it } from "vitest";
import type { InstallationStore } from "../../src/ports/installation-store.ts";
import { hostileKeys, hostileTexts } from "./hostile-texts.ts";

type Store = InstallationStore & { close(): Promise<void> };

interface Opened {
  readonly store: Store;
  /** Where the store outlives its connection: another connection to the same data. */
  readonly connect?: () => Promise<Store>;
}

/** What every store of installations does. */
export function installationStoreContract(name: string, open: () => Promise<Opened>): void {
  describe(`installations in ${name}`, () => {
    it("come back as they were put; the last one of a key stands", async () => {
      const { store } = await open();
      expect(await store.installation("slack:T1")).toBeNull();
      await store.putInstallation("slack:T1", "sealed");
      await store.putInstallation("slack:T1", "sealed");
      expect(await store.installation("slack:T1")).toBe("sealed");
      await store.putInstallation("slack:T1", "sealed again");
      expect(await store.installation("slack:T1")).toBe("sealed again");
      expect(await store.installation("slack:t1")).toBeNull();
      expect(await store.installations("")).toEqual(["slack:T1"]);
      await store.close();
    });

    it("are listed by exactly the beginning of their keys, in order", async () => {
      const { store } = await open();
      const keys = ["slack:T2", "slack:T10", "slack:T1", "Slack:T1", "slack", "s_ack:T1", "s%:T1", "슬랙:T1", "🙏:T1"];
      for (const key of keys) await store.putInstallation(key, "sealed");
      expect(await store.installations("slack:")).toEqual(["slack:T1", "slack:T10", "slack:T2"]);
      expect(await store.installations("s_")).toEqual(["s_ack:T1"]);
      expect(await store.installations("s%")).toEqual(["s%:T1"]);
      expect(await store.installations("%")).toEqual([]);
      expect(await store.installations("슬")).toEqual(["슬랙:T1"]);
      expect(await store.installations("🙏")).toEqual(["🙏:T1"]);
      expect(await store.installations("")).toEqual(keys.toSorted());
      await store.close();
    });

    it("can be dropped, also twice, and put again", async () => {
      const { store } = await open();
      await store.putInstallation("slack:T1", "sealed");
      await store.putInstallation("slack:T10", "sealed");
      await store.dropInstallation("slack:T1");
      await store.dropInstallation("slack:T1");
      await store.dropInstallation("slack:%");
      expect(await store.installation("slack:T1")).toBeNull();
      expect(await store.installations("slack:")).toEqual(["slack:T10"]);
      await store.putInstallation("slack:T1", "sealed");
      expect(await store.installations("slack:")).toEqual(["slack:T1", "slack:T10"]);
      await store.close();
    });

    it("take any text as it is", async () => {
      const { store } = await open();
      for (const [i, text] of hostileTexts.entries()) {
        const key = hostileKeys[i] ?? `${i}`;
        await store.putInstallation(key, text);
        expect(await store.installation(key)).toBe(text);
        expect(await store.installations(key)).toContain(key);
      }
      expect(await store.installations("")).toHaveLength(hostileTexts.length);
      for (const key of hostileKeys) await store.dropInstallation(key);
      expect(await store.installations("")).toHaveLength(hostileTexts.length - hostileKeys.length);
      await store.close();
    });

    it("have lone surrogates replaced, and are found by the same text", async () => {
      const { store } = await open();
      await store.putInstallation("앞\ud83d뒤", "\udc00");
      expect(await store.installation("앞\ud83d뒤")).toBe("\ufffd");
      expect(await store.installations("앞\ud83d")).toEqual(["앞\ufffd뒤"]);
      await store.dropInstallation("앞\ud83d뒤");
      expect(await store.installations("")).toEqual([]);
      await store.close();
    });

    it("are there for another connection at once, and after the store was opened again", async () => {
      const { store, connect } = await open();
      if (!connect) return;
      const other = await connect();
      await store.putInstallation("slack:T1", "sealed");
      expect(await other.installation("slack:T1")).toBe("sealed");
      await store.close();
      await other.close();
      const again = await connect();
      expect(await again.installation("slack:T1")).toBe("sealed");
      await again.close();
    });
  });
}
