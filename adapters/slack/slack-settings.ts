import type { PlaceSettings, Settings } from "../../src/ports/settings.ts";

/** What holds in Slack until an admin decides: a command's answer is for the one who asked. */
const DEFAULTS: Partial<PlaceSettings> = { visibility: "private" };

/** The settings with Slack's defaults. */
export function slackSettings(settings: Settings): Settings {
  const explain: Settings["explain"] = async (place) => {
    const { settings: stored, origins } = await settings.explain(place);
    const unset = Object.entries(DEFAULTS).filter(([name]) => origins[name as keyof PlaceSettings].changedAt === null);
    return { settings: { ...stored, ...Object.fromEntries(unset) }, origins };
  };
  return {
    ...settings,
    explain,
    get: async (place) => (await explain(place)).settings,
    async change(place, changes, by) {
      await settings.change(place, changes, by);
      return (await explain(place)).settings;
    },
  };
}
