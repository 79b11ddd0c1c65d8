import type { types, ViewSubmitAction } from "@slack/bolt";
import { actionId } from "../../../src/presentation/action-id.ts";
import type { ChatMessage, Field, Form, Written } from "../../../src/presentation/chat-message.ts";
import { plain, renderBlocks } from "./message.ts";

const LONGEST_TITLE = 24;
const LONGEST_HINT = 150;
/** Of one input of Slack's. */
const LONGEST_INPUT = 3000;

interface ViewFrame {
  readonly title: string;
  readonly close: string;
  /** Comes back with what is pressed in the view. */
  readonly metadata: string;
}

/** A window that shows a message. */
export function messageView(message: ChatMessage, { title, close, metadata }: ViewFrame): types.ModalView {
  return {
    type: "modal",
    title: plain(title, LONGEST_TITLE),
    close: plain(close, LONGEST_TITLE),
    private_metadata: metadata,
    blocks: renderBlocks(message),
  };
}

/** A window that asks for something in words. `callbackId`: who reads them; by default the form itself. */
export function formView(form: Form, metadata: string, callbackId: string = actionId(form)): types.ModalView {
  return {
    type: "modal",
    callback_id: callbackId,
    title: plain(form.title, LONGEST_TITLE),
    submit: plain(form.submit, LONGEST_TITLE),
    close: plain(form.cancel, LONGEST_TITLE),
    private_metadata: metadata,
    blocks: form.fields.map(fieldBlock),
  };
}

/** Block and input have the field's name. */
function fieldBlock({ name, label, placeholder, value, required, most, long }: Field): types.InputBlock {
  return {
    type: "input",
    block_id: name,
    optional: !required,
    label: plain(label, LONGEST_INPUT),
    element: {
      type: "plain_text_input",
      action_id: name,
      multiline: long,
      max_length: Math.min(most, LONGEST_INPUT),
      placeholder: plain(placeholder, LONGEST_HINT),
      ...(value === "" ? {} : { initial_value: value }),
    },
  };
}

/** What stands in the fields of a form that was sent off. */
export function writtenIn({ state }: ViewSubmitAction["view"]): Written {
  const fields = Object.entries(state.values).map(([name, inputs]) => [name, inputs[name]?.value ?? ""] as const);
  return Object.fromEntries(fields);
}
