import { describe, expect, it } from "vitest";
import type { SettingStore, StoredSetting } from "../../src/ports/setting-store.ts";
import { hostileKeys, hostileTexts } from "./hostile-texts.ts";

type Store = SettingStore & { close(): Promise<void> };

interface Opened {
  readonly store: Store;
  /** Where the store outlives its connection: another connection to the same data. */
  readonly connect?: () => Promise<Store>;
}

function setting(name: string, fields: Partial<StoredSetting> = {}): StoredSetting {
  return { name, value: '"ko"', changedAt: "2026-11-22T12:00:00.000Z", changedBy: "discord:7", ...fields };
}

/** What every store of settings does. */
export function settingStoreContract(name: string, open: () => Promise<Opened>): void {
  describe(`settings in ${name}`, () => {
    it("come back as they were put, by name", async () => {
      const { store } = await open();
      const both = [setting("threads", { value: "true" }), setting("channels", { value: '["1","2"]' })];
      await store.putSettings("discord:guild:1", both);
      expect(await store.settings("discord:guild:1")).toEqual(both.toReversed());
      expect(await store.settings("discord:guild:10")).toEqual([]);
      expect(await store.settings("discord:guild:")).toEqual([]);
      await store.close();
    });

    it("replace those of the same names at the same place, and leave the others", async () => {
      const { store } = await open();
      await store.putSettings("a", [setting("locale"), setting("threads")]);
      await store.putSettings("b", [setting("locale")]);
      const changed = setting("locale", {
        value: "null",
        changedAt: "2026-11-23T00:00:00.000Z",
        changedBy: "discord:8",
      });
      await store.putSettings("a", [changed]);
      await store.putSettings("a", [changed]);
      expect(await store.settings("a")).toEqual([changed, setting("threads")]);
      expect(await store.settings("b")).toEqual([setting("locale")]);
      await store.close();
    });

    it("of one name put together leave the last", async () => {
      const { store } = await open();
      const last = setting("locale", { value: '"en"' });
      await store.putSettings("a", [setting("locale"), last]);
      expect(await store.settings("a")).toEqual([last]);
      await store.close();
    });

    it("may be none", async () => {
      const { store } = await open();
      await store.putSettings("a", []);
      expect(await store.settings("a")).toEqual([]);
      await store.close();
    });

    it("are put all or none", async () => {
      const { store } = await open();
      await store.putSettings("a", [setting("0", { value: "1" })]);
      const many = Array.from({ length: 5_000 }, (_, i) => setting(`${i}`));
      const faulty = setting("faulty", { changedAt: null as unknown as string });
      await expect(store.putSettings("a", [...many, faulty])).rejects.toThrow();
      expect(await store.settings("a")).toEqual([setting("0", { value: "1" })]);
      await store.putSettings("a", many);
      expect(await store.settings("a")).toHaveLength(5_000);
      await store.close();
    });

    it("of one place can be dropped, also twice", async () => {
      const { store } = await open();
      await store.putSettings("a", [setting("locale"), setting("threads")]);
      await store.putSettings("b", [setting("locale")]);
      await store.dropSettings("a");
      await store.dropSettings("a");
      expect(await store.settings("a")).toEqual([]);
      expect(await store.settings("b")).toEqual([setting("locale")]);
      await store.close();
    });

    it("take any text as it is", async () => {
      const { store } = await open();
      for (const place of hostileKeys) {
        const all = hostileTexts.map((text, i) =>
          setting(hostileKeys[i] ?? `${i}`, { value: JSON.stringify(text), changedBy: text }),
        );
        await store.putSettings(place, all);
        const stored = await store.settings(place);
        expect(stored).toHaveLength(all.length);
        expect(stored).toEqual(expect.arrayContaining(all));
      }
      await store.dropSettings("%");
      expect(await store.settings("%")).toEqual([]);
      expect(await store.settings("_")).toHaveLength(hostileTexts.length);
      await store.close();
    });

    it("have lone surrogates replaced, and are found by the same text", async () => {
      const { store } = await open();
      const [lone, replaced] = ["앞\ud83d뒤", "앞\ufffd뒤"];
      await store.putSettings(lone, [setting(lone, { value: `"${lone}"`, changedBy: lone })]);
      expect(await store.settings(lone)).toEqual([setting(replaced, { value: `"${replaced}"`, changedBy: replaced })]);
      await store.dropSettings(lone);
      expect(await store.settings(replaced)).toEqual([]);
      await store.close();
    });

    it("are there for another connection at once, and after the store was opened again", async () => {
      const { store, connect } = await open();
      if (!connect) return;
      const other = await connect();
      await store.putSettings("a", [setting("locale")]);
      expect(await other.settings("a")).toEqual([setting("locale")]);
      await store.close();
      await other.close();
      const again = await connect();
      expect(await again.settings("a")).toEqual([setting("locale")]);
      await again.close();
    });
  });
}
