import type { types } from "@slack/bolt";
import { actionId } from "../../../src/presentation/action-id.ts";
import type { ChatMessage, Form } from "../../../src/presentation/chat-message.ts";
import { plain, renderBlocks } from "./message.ts";

const LONGEST_TITLE = 24;
const LONGEST_HINT = 150;
/** Of one input of Slack's. */
const LONGEST_INPUT = 3000;

export const FORM_BLOCK = "written";
export const FORM_INPUT = "text";

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

/** A window that asks for some words. `callbackId`: who reads them; by default the form itself. */
export function formView(form: Form, metadata: string, callbackId: string = actionId(form)): types.ModalView {
  return {
    type: "modal",
    callback_id: callbackId,
    title: plain(form.title, LONGEST_TITLE),
    submit: plain(form.submit, LONGEST_TITLE),
    close: plain(form.cancel, LONGEST_TITLE),
    private_metadata: metadata,
    blocks: [
      {
        type: "input",
        block_id: FORM_BLOCK,
        optional: !form.required,
        label: plain(form.label, LONGEST_INPUT),
        element: {
          type: "plain_text_input",
          action_id: FORM_INPUT,
          multiline: true,
          max_length: Math.min(form.most, LONGEST_INPUT),
          placeholder: plain(form.placeholder, LONGEST_HINT),
        },
      },
    ],
  };
}
