import { type Client, DiscordjsError, DiscordjsErrorCodes, Events } from "discord.js";
import { isUnauthorized, withoutDetails } from "./discord-errors.ts";
import { WRONG_TOKEN } from "./register-commands.ts";

export type SignedIn =
  | { readonly client: Client<true> }
  /** A sentence for the operator, who has to mend it. */
  | { readonly problem: string }
  /** Why; it may pass. */
  | { readonly unreachable: string };

/** Signs in and waits until the servers are known. Takes as long as Discord's gateway cannot be reached. */
export async function signIn(client: Client, token: string): Promise<SignedIn> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(token);
    return { client: await ready };
  } catch (error) {
    const problem = problemOf(error);
    return problem === null ? { unreachable: withoutDetails(error).message } : { problem };
  }
}

function problemOf(error: unknown): string | null {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return WRONG_TOKEN;
  if (!(error instanceof Error)) return null;
  if (error.message === "Authentication failed" || isUnauthorized(error)) return WRONG_TOKEN;
  return /intents/.test(error.message) ? DISALLOWED_INTENTS : null;
}

export const DISALLOWED_INTENTS =
  "Discord does not let this app read all messages. Turn on the Message Content intent at https://discord.com/developers/applications, your app, Bot, or set DISCORD_MESSAGE_CONTENT=off: the bot works without it.";
