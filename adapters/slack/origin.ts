import type { BlockAction, SlackViewAction, SlashCommand, webApi } from "@slack/bolt";
import { ResponseUrl } from "./response-url.ts";

/** Where something was asked or pressed, and what can be answered through. */
export interface Origin {
  readonly client: webApi.WebClient;
  readonly team: string;
  readonly user: string;
  /** As the payload has it; null where it says none. */
  readonly userName: string | null;
  /** Null in windows, and for global shortcuts. */
  readonly channel: string | null;
  readonly thread: string | null;
  readonly responseUrl: ResponseUrl | null;
  /** Good for three seconds and one window. */
  readonly trigger: string | null;
  /** The message that was pressed. */
  readonly messageTs: string | null;
  /** Nobody but the user sees that message, or it is a command. */
  readonly alone: boolean;
  readonly view: { readonly id: string; readonly kind: "modal" | "home" } | null;
}

const NOWHERE = { channel: null, thread: null, responseUrl: null, trigger: null, messageTs: null, view: null };

export function nowhere(client: webApi.WebClient, team: string, user: string): Origin {
  return { ...NOWHERE, client, team, user, userName: null, alone: true };
}

export function originOfCommand(client: webApi.WebClient, command: SlashCommand): Origin {
  return {
    ...nowhere(client, command.team_id, command.user_id),
    userName: command.user_name,
    channel: command.channel_id,
    responseUrl: new ResponseUrl(command.response_url),
    trigger: command.trigger_id,
  };
}

/** A button or menu of a message, of a window, or of the home tab. */
export function originOfAction(client: webApi.WebClient, body: BlockAction): Origin {
  const { container, view, user, channel } = body;
  const { trigger_id: trigger } = body;
  const who = { ...nowhere(client, teamOf(body), user.id), userName: user.name ?? user.username, trigger };
  if (view) {
    const kind = view.type === "home" ? "home" : "modal";
    return { ...who, ...readMetadata(view.private_metadata), trigger, view: { id: view.id, kind } };
  }
  return {
    ...who,
    channel: channel?.id ?? text(container["channel_id"]),
    thread: text(container["thread_ts"]),
    responseUrl: body.response_url ? new ResponseUrl(body.response_url) : null,
    messageTs: text(container["message_ts"]),
    alone: container["is_ephemeral"] === true,
  };
}

/** A window that was sent off. */
export function originOfView(client: webApi.WebClient, body: SlackViewAction): Origin {
  const { view, user } = body;
  return {
    ...nowhere(client, teamOf(body), user.id),
    userName: user.name,
    ...readMetadata(view.private_metadata),
    view: { id: view.id, kind: "modal" },
  };
}

/** Carried by a window, so that what is sent off in it is answered where it was opened. At most 3,000 characters. */
export function metadataOf({ channel, thread, responseUrl, messageTs, alone, view }: Origin): string {
  const inWindow = view?.kind === "modal";
  return JSON.stringify({ channel, thread, messageTs, alone, inWindow, responseUrl: responseUrl?.url ?? null });
}

/** Whether the window was opened from another one: then it is answered in itself. */
export function openedInWindow(metadata: string): boolean {
  return parsed(metadata)["inWindow"] === true;
}

function readMetadata(metadata: string): Pick<Origin, "channel" | "thread" | "messageTs" | "alone" | "responseUrl"> {
  const kept = parsed(metadata);
  const url = text(kept["responseUrl"]);
  return {
    channel: text(kept["channel"]),
    thread: text(kept["thread"]),
    messageTs: text(kept["messageTs"]),
    alone: kept["alone"] !== false,
    responseUrl: url === null ? null : new ResponseUrl(url),
  };
}

export function teamOf(body: { readonly team: { readonly id: string } | null; readonly user: object }): string {
  const ofUser = (body.user as { readonly team_id?: string }).team_id;
  return body.team?.id ?? ofUser ?? "";
}

function parsed(metadata: string): Readonly<Record<string, unknown>> {
  return metadata === "" ? {} : (JSON.parse(metadata) as Readonly<Record<string, unknown>>);
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
