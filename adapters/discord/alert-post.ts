import {
  type APIMessage,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from "discord.js";
import type { SendOutcome } from "../../src/ports/alert-sender.ts";
import type { Clock } from "../../src/ports/runtime.ts";
import { codeOf, withoutDetails } from "./discord-errors.ts";
import { type AlertLine, permissionsHeard } from "./permissions-there.ts";

const REMEMBERED_MS = 3_600_000;
const MOST_REMEMBERED = 10_000;
/** So Discord refuses an embed without "Embed Links"; the second where it leaves the embed out and nothing is left. */
const MAYBE_FOR_THE_EMBED: readonly unknown[] = [
  ...[RESTJSONErrorCodes.MissingPermissions, RESTJSONErrorCodes.CannotSendAnEmptyMessage],
];

type Body = RESTPostAPIChannelMessageJSONBody;
type Posted = Partial<Pick<APIMessage, "id" | "embeds">>;

/** Posts what `bodyOf` makes, with an embed where one may stand. Throws what Discord answers. */
export type PostAlert = (
  line: AlertLine,
  channelId: string,
  bodyOf: (mayEmbed: boolean) => Body,
) => Promise<SendOutcome>;

/**
 * Posts with one request. Where no client hears of a channel, what Discord makes of the embed tells whether it may
 * stand there, for an hour: Discord refuses it, or leaves it out of what it posts.
 */
export function createAlertPost(clock: Clock): PostAlert {
  const plainUntilMs = new Map<string, number>();

  function rememberPlain(channelId: string): void {
    plainUntilMs.delete(channelId);
    plainUntilMs.set(channelId, clock.now() + REMEMBERED_MS);
    const [oldest] = plainUntilMs.keys();
    if (plainUntilMs.size > MOST_REMEMBERED && oldest !== undefined) plainUntilMs.delete(oldest);
  }

  return async (line, channelId, bodyOf) => {
    const heard = permissionsHeard(line, channelId);
    const mayEmbed = heard?.has(PermissionFlagsBits.EmbedLinks) ?? (plainUntilMs.get(channelId) ?? 0) <= clock.now();
    const postPlain = () => post(line, channelId, bodyOf(false));
    if (!mayEmbed) return sentAs(channelId, await postPlain());
    let posted: Posted;
    try {
      posted = await post(line, channelId, bodyOf(true));
    } catch (error) {
      if (!MAYBE_FOR_THE_EMBED.includes(codeOf(error))) throw error;
      const plain = await postPlain();
      rememberPlain(channelId);
      return sentAs(channelId, plain);
    }
    if (posted.id === undefined || posted.embeds?.length !== 0) return sentAs(channelId, posted);
    try {
      await putText(line, channelId, posted.id, bodyOf(false));
    } catch (error) {
      // Posted again, it is the same message by its nonce, and its text is put in then.
      return { kind: "uncertain", why: `it stands there without its text: ${withoutDetails(error).message}` };
    }
    rememberPlain(channelId);
    return sentAs(channelId, posted);
  };
}

async function post({ rest, signal }: AlertLine, channelId: string, body: Body): Promise<Posted> {
  return (await rest.post(Routes.channelMessages(channelId), { body, signal })) as Posted;
}

async function putText({ rest, signal }: AlertLine, channelId: string, messageId: string, body: Body): Promise<void> {
  const { nonce: _, enforce_nonce: __, ...shown } = body;
  await rest.patch(Routes.channelMessage(channelId, messageId), { body: shown, signal });
}

function sentAs(channelId: string, { id }: Posted): SendOutcome {
  if (typeof id !== "string") return { kind: "uncertain", why: "the answer names no message" };
  return { kind: "sent", messageRef: refOf(channelId, id) };
}

/** What the store knows a message by. */
export function refOf(channelId: string, messageId: string): string {
  return `${channelId}:${messageId}`;
}
