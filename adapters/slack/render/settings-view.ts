import type { types } from "@slack/bolt";
import type { PlaceSettings } from "../../../src/ports/settings.ts";
import type { ChatMessage } from "../../../src/presentation/chat-message.ts";
import type { Locale } from "../../../src/wording/age.ts";
import { slackWordsIn } from "../../../src/wording/slack-words.ts";
import { chatWordingIn } from "../../../src/wording/wording-for.ts";
import { button, plain, renderBlocks } from "./message.ts";

export const SETTINGS_VIEW = "settings";
export const RESET_ACTION = "settings|reset";
/** Each is the name of a block and of the input in it. */
export const FIELD = {
  locale: "locale",
  visibility: "visibility",
  where: "where",
  channels: "channels",
  perMinute: "per-minute",
} as const;

/** The value of a choice that stands for "as the reader reads". */
export const READERS_LOCALE = "reader";
const LONGEST_LABEL = 24;
const LONGEST_NUMBER = 4;

/** A window to change the settings in. `explained`: what is in force and why; it stands below. */
export function settingsView(
  settings: PlaceSettings,
  explained: ChatMessage,
  locale: Locale,
  metadata: string,
): types.ModalView {
  const words = slackWordsIn(locale);
  const wording = chatWordingIn(locale);
  const { send, cancel } = wording.buttons;
  return {
    type: "modal",
    callback_id: SETTINGS_VIEW,
    title: plain(wording.settingsTitle(), LONGEST_LABEL),
    submit: plain(send, LONGEST_LABEL),
    close: plain(cancel, LONGEST_LABEL),
    private_metadata: metadata,
    blocks: [
      choice(FIELD.locale, wording.settingName("locale"), settings.locale ?? READERS_LOCALE, [
        [READERS_LOCALE, wording.localeValue(null)],
        ["ko", wording.localeValue("ko")],
        ["en", wording.localeValue("en")],
      ]),
      choice(FIELD.visibility, wording.settingName("visibility"), settings.visibility, [
        ["private", wording.visibilityValue("private")],
        ["public", wording.visibilityValue("public")],
      ]),
      choice(FIELD.where, wording.settingName("channels"), whereOf(settings), [
        ["all", words.settings.whereAll],
        ["chosen", words.settings.whereChosen],
        ["none", words.settings.whereNone],
      ]),
      channelPicker(words.settings.chosen, settings.channels ?? []),
      {
        type: "input",
        block_id: FIELD.perMinute,
        label: plain(wording.settingName("questionsPerMinute")),
        element: {
          type: "plain_text_input",
          action_id: FIELD.perMinute,
          max_length: LONGEST_NUMBER,
          initial_value: String(settings.questionsPerMinute),
        },
      },
      { type: "divider" },
      ...renderBlocks(explained),
      { type: "actions", elements: [button(words.settings.reset, RESET_ACTION)] },
    ],
  };
}

function whereOf({ channels }: PlaceSettings): "all" | "chosen" | "none" {
  if (channels === null) return "all";
  return channels.length === 0 ? "none" : "chosen";
}

function choice(
  id: string,
  label: string,
  chosen: string,
  choices: readonly (readonly [value: string, label: string])[],
): types.InputBlock {
  const options = choices.map(([value, text]) => ({ text: plain(text), value }));
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: "input",
    block_id: id,
    label: plain(label),
    element: { type: "static_select", action_id: id, options, ...(initial ? { initial_option: initial } : {}) },
  };
}

function channelPicker(label: string, channels: readonly string[]): types.InputBlock {
  return {
    type: "input",
    block_id: FIELD.channels,
    optional: true,
    label: plain(label),
    element: {
      type: "multi_conversations_select",
      action_id: FIELD.channels,
      filter: { include: ["public", "private"], exclude_bot_users: true },
      ...(channels.length > 0 ? { initial_conversations: [...channels] } : {}),
    },
  };
}
