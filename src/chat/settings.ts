import type { PlaceSettings, SettingName } from "../ports/settings.ts";
import { type ChatMessage, line } from "../presentation/chat-message.ts";
import { ageOf } from "../wording/age.ts";
import type { ChatWording } from "../wording/chat-wording.ts";
import { chatWordingIn } from "../wording/wording-for.ts";
import type { ChatServices, Visitor } from "./chat-services.ts";

/** What only the platform knows. */
export interface PlaceNames {
  channel(id: string): string;
  /** Of a person such as "discord:123". */
  person(id: string): Promise<string>;
}

const ORDER: readonly SettingName[] = ["locale", "visibility", "channels", "threads", "questionsPerMinute"];
/** A list of more channels than this is told by its length. */
const MOST_NAMES = 15;

/** What is in force here and why. `above`: what was just done. `unused`: settings that mean nothing on the platform. */
export async function settingsMessage(
  { desk, clock, timeZone }: ChatServices,
  { place, locale }: Visitor,
  names: PlaceNames,
  above: "saved" | "reset" | null = null,
  unused: readonly SettingName[] = [],
): Promise<ChatMessage> {
  const wording = chatWordingIn(locale);
  const { settings, origins } = await desk.settings.explain(place);
  const lines =
    above === null ? [] : [line("own", above === "saved" ? wording.settingsSaved() : wording.settingsReset())];
  lines.push(line("heading", wording.settingsTitle()));
  for (const setting of ORDER.filter((each) => !unused.includes(each))) {
    const { changedAt, changedBy } = origins[setting];
    const why =
      changedAt === null || changedBy === null
        ? wording.isDefault()
        : wording.changedBy(await names.person(changedBy), ageOf(changedAt, clock.now(), locale, timeZone));
    lines.push(line("item", `${wording.settingName(setting)}: ${shownValue(setting, settings, names, wording)}`));
    lines.push(line("small", why));
  }
  return { lines, actions: [], menu: null };
}

function shownValue(setting: SettingName, settings: PlaceSettings, names: PlaceNames, wording: ChatWording): string {
  switch (setting) {
    case "locale":
      return wording.localeValue(settings.locale);
    case "visibility":
      return wording.visibilityValue(settings.visibility);
    case "channels": {
      const shown = settings.channels?.slice(0, MOST_NAMES).map((id) => names.channel(id)) ?? null;
      const left = (settings.channels?.length ?? 0) - (shown?.length ?? 0);
      return wording.channelsValue(shown && left > 0 ? [...shown, `+${left}`] : shown);
    }
    case "threads":
      return wording.switchValue(settings.threads);
    case "questionsPerMinute":
      return wording.perMinuteValue(settings.questionsPerMinute);
  }
}
