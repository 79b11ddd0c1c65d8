import {
  type APIMessage,
  type APIMessageTopLevelComponent,
  PermissionFlagsBits,
  Routes,
  SnowflakeUtil,
} from "discord.js";
import type { FindWithin } from "../../src/ports/alert-sender.ts";
import { readActionId } from "../../src/presentation/action-id.ts";
import { type AlertLine, permissionsThere } from "./permissions-there.ts";

const PAGE = 100;
const MOST_PAGES = 5;
/** Clocks differ. */
const EARLIER_MS = 60_000;

export type FoundAlert =
  | { readonly kind: "found"; readonly messageId: string }
  | { readonly kind: "none" }
  | { readonly kind: "unknown"; readonly why: string };

/** Looks for an alert that was posted in a channel between two times, by the id in its buttons. Throws what Discord answers. */
export async function findAlert(
  line: AlertLine,
  channelId: string,
  alertId: string,
  { sinceMs, untilMs }: FindWithin,
): Promise<FoundAlert> {
  const permissions = await permissionsThere(line, channelId);
  // Without it Discord says that there are no messages.
  if (permissions?.has(PermissionFlagsBits.ReadMessageHistory) === false) {
    return { kind: "unknown", why: "the history of the channel may not be read" };
  }
  const botId = line.client?.user.id ?? (await line.places.botId(line.signal));
  let after = snowflakeAt(sinceMs - EARLIER_MS);
  for (let page = 0; page < MOST_PAGES; page++) {
    const messages = await messagesAfter(line, channelId, after);
    if (messages.length === 0 && page === 0 && permissions === null) {
      return { kind: "unknown", why: "whether the history of the channel may be read cannot be known" };
    }
    const found = messages.find((message) => isAlert(message, alertId, botId));
    if (found) return { kind: "found", messageId: found.id };
    const newest = messages.map(({ id }) => BigInt(id)).reduce((a, b) => (a > b ? a : b), after);
    if (messages.length < PAGE || newest > snowflakeAt(untilMs + EARLIER_MS)) return { kind: "none" };
    after = newest;
  }
  return { kind: "unknown", why: `more than ${MOST_PAGES * PAGE} messages were written since` };
}

function snowflakeAt(timeMs: number): bigint {
  return SnowflakeUtil.generate({ timestamp: timeMs, increment: 0n, workerId: 0n, processId: 0n });
}

/** The oldest of those that came after another. */
async function messagesAfter({ rest, signal }: AlertLine, channelId: string, after: bigint): Promise<APIMessage[]> {
  const query = new URLSearchParams({ after: String(after), limit: String(PAGE) });
  return (await rest.get(Routes.channelMessages(channelId), { query, signal })) as APIMessage[];
}

function isAlert({ author, components = [] }: APIMessage, alertId: string, botId: string): boolean {
  return author.id === botId && customIdsIn(components).some((id) => readActionId(id)?.about === alertId);
}

function customIdsIn(components: readonly APIMessageTopLevelComponent[]): string[] {
  const held = components.flatMap((row): readonly object[] => ("components" in row ? row.components : []));
  return held.flatMap((each) => ("custom_id" in each ? String(each.custom_id) : []));
}
