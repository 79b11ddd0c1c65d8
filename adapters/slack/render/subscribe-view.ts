import type { types } from "@slack/bolt";
import type { Form } from "../../../src/presentation/chat-message.ts";
import type { Locale } from "../../../src/wording/age.ts";
import { slackWordsIn } from "../../../src/wording/slack-words.ts";
import { formView } from "./view.ts";

/** The field of the window that names a user group. */
export const MENTION_FIELD = "mention";

const LONGEST_MENTION = 100;

/** The window to subscribe in, with a field for whom to call: Slack's menus know no user groups. */
export function subscribeView(form: Form, locale: Locale, metadata: string): types.ModalView {
  const { groupLabel, groupHint } = slackWordsIn(locale).alerts;
  const field = {
    name: MENTION_FIELD,
    label: groupLabel,
    placeholder: groupHint,
    value: "",
    required: false,
    most: LONGEST_MENTION,
    long: false,
  };
  return formView({ ...form, fields: [...form.fields, field] }, metadata);
}
