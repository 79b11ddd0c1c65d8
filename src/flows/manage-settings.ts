import type { Clock } from "../ports/runtime.ts";
import type { SettingStore } from "../ports/setting-store.ts";
import type { PlaceSettings, SettingName, SettingOrigin, Settings } from "../ports/settings.ts";

const DEFAULTS: PlaceSettings = {
  locale: null,
  visibility: "public",
  channels: null,
  threads: false,
  questionsPerMinute: 10,
};
const NAMES = Object.keys(DEFAULTS) as readonly SettingName[];

/** Settings of places over the store. A value that no version of this program wrote counts as not set. */
export function createSettings(store: SettingStore, clock: Clock, defaults: Partial<PlaceSettings> = {}): Settings {
  const byDefault = { ...DEFAULTS, ...defaults };
  const read = async (place: string) => {
    const origins: Record<string, SettingOrigin> = {};
    for (const name of NAMES) origins[name] = { changedAt: null, changedBy: null };
    const settings: Record<string, unknown> = { ...byDefault };
    for (const { name, value, changedAt, changedBy } of await store.settings(place)) {
      const setting = NAMES.find((each) => each === name);
      const parsed = setting && parseSetting(setting, value);
      if (!setting || parsed === undefined) continue;
      settings[setting] = parsed;
      origins[setting] = { changedAt, changedBy };
    }
    return {
      settings: settings as unknown as PlaceSettings,
      origins: origins as Record<SettingName, SettingOrigin>,
    };
  };
  return {
    get: async (place) => (await read(place)).settings,
    async change(place, changes, by) {
      const changedAt = new Date(clock.now()).toISOString();
      const changed = Object.entries(changes).filter(([, value]) => value !== undefined);
      await store.putSettings(
        place,
        changed.map(([name, value]) => ({ name, value: JSON.stringify(value), changedAt, changedBy: by })),
      );
      return (await read(place)).settings;
    },
    explain: read,
    reset: (place) => store.dropSettings(place),
  };
}

/** Undefined where the text is no value of this setting. */
function parseSetting(name: SettingName, json: string): PlaceSettings[SettingName] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  return FITS[name](value) ? (value as PlaceSettings[SettingName]) : undefined;
}

const FITS: Readonly<Record<SettingName, (value: unknown) => boolean>> = {
  locale: (value) => value === null || value === "ko" || value === "en",
  visibility: (value) => value === "public" || value === "private",
  channels: (value) => value === null || (Array.isArray(value) && value.every((id) => typeof id === "string")),
  threads: (value) => typeof value === "boolean",
  questionsPerMinute: (value) => Number.isInteger(value) && Number(value) >= 1,
};
