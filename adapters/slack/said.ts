import { mentionedIn } from "./plain-text.ts";

/** A message that somebody wrote, as an event brings it. */
export interface Said {
  readonly team: string;
  readonly channel: string;
  /** Direct messages with the bot. */
  readonly direct: boolean;
  readonly user: string;
  /** As Slack has it, with its markup. */
  readonly text: string;
  readonly ts: string;
  /** Null where it stands in the channel itself. */
  readonly thread: string | null;
  readonly botUserId: string;
  readonly mentionsBot: boolean;
  /** It calls somebody else, and not the bot. */
  readonly toOthers: boolean;
}

type Json = Readonly<Record<string, unknown>>;

/** What people write: edits, deletions, joins and the like come as messages with a subtype. */
const SUBTYPES: ReadonlySet<unknown> = new Set([undefined, "file_share"]);

/** Null where nobody said anything to be answered: the bot itself, other bots, edits, joins. */
export function readSaid(body: Json, knownBotUserId: string | null): Said | null {
  const event = object(body["event"]);
  const { type, user, channel, ts, text = "", thread_ts: thread, channel_type: kind } = event;
  if (type !== "app_mention" && type !== "message") return null;
  if (!SUBTYPES.has(event["subtype"]) || event["bot_id"] !== undefined || event["hidden"] === true) return null;
  if (typeof user !== "string" || typeof channel !== "string" || typeof ts !== "string" || typeof text !== "string") {
    return null;
  }
  const botUserId = botUserOf(body) ?? knownBotUserId ?? "";
  if (user === botUserId) return null;
  const called = mentionedIn(text);
  const mentionsBot = type === "app_mention" || called.includes(botUserId);
  return {
    team: String(body["team_id"] ?? ""),
    channel,
    direct: kind === "im",
    user,
    text,
    ts,
    thread: typeof thread === "string" && thread !== ts ? thread : null,
    botUserId,
    mentionsBot,
    toOthers: !mentionsBot && called.length > 0,
  };
}

/** The bot, as the event itself names it. */
function botUserOf(body: Json): string | null {
  const authorizations: unknown = body["authorizations"];
  const [first] = Array.isArray(authorizations) ? authorizations : [];
  const { user_id: id, is_bot: isBot } = object(first);
  return typeof id === "string" && isBot === true ? id : null;
}

function object(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}
