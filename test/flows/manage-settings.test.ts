import { describe, expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { createSettings } from "../../src/flows/manage-settings.ts";
import type { Clock } from "../../src/ports/runtime.ts";

const clock: Clock = {
  now: () => Date.parse("2026-11-22T03:00:00Z"),
  sleep: async () => {},
  every: () => async () => {},
};
const open = async () => {
  const store = await openSqliteStore(":memory:", clock.now);
  return { store, settings: createSettings(store, clock) };
};

describe("settings of a place", () => {
  it("are the defaults until somebody changes them, and say who did", async () => {
    const { settings } = await open();
    expect(await settings.get("test:1")).toEqual({
      locale: null,
      visibility: "public",
      channels: null,
      threads: false,
      questionsPerMinute: 10,
    });
    await settings.change("test:1", { visibility: "private", channels: ["5"] }, "test:9");
    const { settings: now, origins } = await settings.explain("test:1");
    expect(now).toMatchObject({ visibility: "private", channels: ["5"], threads: false });
    expect(origins.visibility).toEqual({ changedAt: "2026-11-22T03:00:00.000Z", changedBy: "test:9" });
    expect(origins.threads).toEqual({ changedAt: null, changedBy: null });
    expect(await settings.get("test:2")).toMatchObject({ visibility: "public" });
  });

  it("go back to the defaults", async () => {
    const { settings } = await open();
    await settings.change("test:1", { locale: "en", threads: true }, "test:9");
    await settings.change("test:1", { locale: null }, "test:9");
    expect(await settings.get("test:1")).toMatchObject({ locale: null, threads: true });
    await settings.reset("test:1");
    expect(await settings.get("test:1")).toMatchObject({ threads: false });
  });

  it.each([
    ["locale", '"fr"'],
    ["visibility", "1"],
    ["channels", '{"0":"5"}'],
    ["threads", '"yes"'],
    ["questionsPerMinute", "0"],
    ["questionsPerMinute", "not json"],
    ["of-a-later-version", "true"],
  ])("count as not set where %s is stored as %s", async (name, value) => {
    const { store, settings } = await open();
    await store.putSettings("test:1", [{ name, value, changedAt: "2026-01-01T00:00:00.000Z", changedBy: "x" }]);
    expect(await settings.get("test:1")).toEqual(await settings.get("test:2"));
  });
});
