import { type Client, Events } from "discord.js";
import type { ChatPlatform, FrontDesk } from "../../src/ports/chat-platform.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import { createAlertSender } from "./alert-sender.ts";
import { createChannelNames } from "./channel-names.ts";
import { createClient } from "./client.ts";
import type { DiscordContext } from "./context.ts";
import { withoutDetails } from "./discord-errors.ts";
import { onMessage } from "./mentions.ts";
import { WANTED } from "./permissions.ts";
import { syncCommands } from "./register-commands.ts";
import { embedSize } from "./render/size.ts";
import { onInteraction } from "./route-interaction.ts";
import { signIn } from "./sign-in.ts";

export interface DiscordOptions {
  readonly token: string;
  readonly messageContent: boolean;
  readonly apiUrl: string | null;
  readonly timeZone: string;
}

export interface DiscordServices {
  readonly desk: FrontDesk;
  readonly log: Logger;
  readonly clock: Clock;
}

/** The rest of the bot does not wait longer for Discord. */
const START_WITHIN_MS = 20_000;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 300_000;
const FINISH_WITHIN_MS = 10_000;
const CLOSE_WITHIN_MS = 3000;

type Opened = { readonly address: string } | { readonly problem: string } | { readonly unreachable: string };

export function createDiscordBot(options: DiscordOptions, { desk, log, clock }: DiscordServices): ChatPlatform {
  const { messageContent, timeZone, token } = options;
  const services = { desk, clock, timeZone, size: embedSize };
  const context: DiscordContext = { services, log, messageContent };
  const inHand = new Set<Promise<void>>();
  const names = createChannelNames();
  let client: Client | null = null;
  let connected: Client<true> | null = null;
  let stopping = false;

  const take = (work: () => Promise<void>) => {
    if (stopping) return;
    const taken = work().catch((error: unknown) =>
      log.error("Discord: an event was not handled", withoutDetails(error)),
    );
    inHand.add(taken);
    void taken.finally(() => inHand.delete(taken));
  };

  const open = async (): Promise<Opened> => {
    client = createClient(options, log);
    client.on(Events.InteractionCreate, (interaction) => take(() => onInteraction(context, interaction)));
    client.on(Events.MessageCreate, (message) => take(() => onMessage(context, message)));
    names.listen(client);
    const signedIn = await signIn(client, token);
    if (!("client" in signedIn)) return signedIn;
    connected = signedIn.client;
    await tellCommands(signedIn.client, log);
    return { address: addressOf(signedIn.client) };
  };

  const keepTrying = async (first: Promise<Opened>) => {
    let opened = await first;
    for (let pauseMs = FIRST_PAUSE_MS; "unreachable" in opened; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      await clock.sleep(pauseMs);
      if (stopping) return;
      opened = await open();
      if ("unreachable" in opened) log.warn("Discord still cannot be reached", { reason: opened.unreachable });
    }
    if ("address" in opened) log.info(`Discord: ${opened.address}`);
    else log.error(opened.problem);
  };

  return {
    name: "Discord",
    alerts: createAlertSender(options, { clock, log, names, connected: () => connected }),
    async start() {
      const first = open();
      const late = clock.sleep(START_WITHIN_MS).then((): Opened => ({ unreachable: "no answer yet" }));
      const opened = await Promise.race([first, late]);
      if (!("unreachable" in opened)) return opened;
      log.warn("Discord cannot be reached. The bot works without it and keeps trying.", { reason: opened.unreachable });
      void keepTrying(first);
      return { address: "cannot be reached at the moment; it is tried again and again" };
    },
    async stop() {
      stopping = true;
      await Promise.race([Promise.allSettled(inHand), clock.sleep(FINISH_WITHIN_MS)]);
      await Promise.race([client?.destroy(), clock.sleep(CLOSE_WITHIN_MS)]);
    },
  };
}

/** Without its commands the bot still answers mentions. */
async function tellCommands(client: Client<true>, log: Logger): Promise<void> {
  try {
    const { count, changed } = await syncCommands(client.rest, client.application.id);
    log.info(`Discord: ${count} commands, ${changed ? "registered anew" : "unchanged"}`);
  } catch (error) {
    log.error("Discord: the commands could not be registered", withoutDetails(error));
  }
}

function addressOf({ user, guilds, application }: Client<true>): string {
  const servers = guilds.cache.size === 1 ? "1 server" : `${guilds.cache.size} servers`;
  const permissions = Object.values(WANTED).reduce((all, each) => all | each, 0n);
  const invite = `https://discord.com/oauth2/authorize?client_id=${application.id}&scope=bot+applications.commands&permissions=${permissions}`;
  return `signed in as ${user.tag} in ${servers}; invite: ${invite}`;
}
