import {
  type ChatInputCommandInteraction,
  Client,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  type MessageComponentInteraction,
  Partials,
} from "discord.js";
import type { LocalChannel } from "./channels.ts";
import type { LocalGuild } from "./guilds.ts";
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from "./local-discord.ts";
import type { LocalUser } from "./people.ts";

const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;
const INTENTS = [Guilds, GuildMessages, DirectMessages, MessageContent];
export const text = (name: string, more: object = {}) => ({ type: 3, name, description: "Some text", ...more });
export const button = (label: string, customId = label) => ({ type: 2, style: 1, label, custom_id: customId });
export const row = (...components: object[]) => ({ type: 1, components });
export const field = (name: string, value = "v") => ({ name, value });

/** A client that is logged in, one guild with one channel, and one person. */
export interface Scene {
  readonly discord: LocalDiscord;
  readonly client: Client<true>;
  readonly guild: LocalGuild;
  readonly channel: LocalChannel;
  readonly user: LocalUser;
  /** What the bot heard people say. */
  readonly heard: Message[];
}

const running: (() => Promise<void>)[] = [];
/** Stops every client and server that a test started. */
export async function stopAll(): Promise<void> {
  for (const end of running.splice(0).reverse()) await end();
}

/** A local Discord that stops with the test. */
export async function startServer(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const discord = await startLocalDiscord(options);
  running.push(() => discord.stop());
  return discord;
}

/** A discord.js client that ends with the test. */
export function newClient(discord: LocalDiscord, intents = INTENTS): Client {
  const client = new Client({
    intents,
    partials: [Partials.Channel],
    rest: { api: discord.apiUrl, version: "10" },
    // Otherwise five seconds pass between two sign-ons.
    ws: { buildIdentifyThrottler: () => ({ waitForIdentify: async () => {} }) },
  });
  client.on(Events.Error, () => {});
  running.push(() => client.destroy());
  return client;
}

/** Starts a server with a guild, and logs a client in. */
export async function start(options: LocalDiscordOptions & { intents?: GatewayIntentBits[] } = {}): Promise<Scene> {
  const discord = await startServer(options);
  const guild = discord.addGuild({ name: "정책방", locale: "ko" });
  const channel = guild.addTextChannel("정책");
  const user = discord.addUser({ name: "민지", locale: "ko" });
  guild.addMember(user);
  const client = newClient(discord, options.intents);
  const heard: Message[] = [];
  client.on(Events.MessageCreate, (message) => void (message.author.bot || heard.push(message)));
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  return { discord, client: client as Client<true>, guild, channel, user, heard };
}

/** Registers /ask and has the bot answer every interaction with it. */
export async function onInteraction(
  { client }: Scene,
  answer: (interaction: Interaction) => Promise<unknown>,
): Promise<unknown[]> {
  const failures: unknown[] = [];
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction).catch((error) => failures.push(error)));
  const options = [text("question", { required: true }), text("document", { autocomplete: true })];
  await client.application.commands.set([
    { name: "ask", nameLocalizations: { ko: "질문" }, description: "Asks", options },
    { name: "Look this up", type: 3 },
  ] as Parameters<typeof client.application.commands.set>[0]);
  return failures;
}

export const slash = (interaction: Interaction) => interaction as ChatInputCommandInteraction;
export const component = (interaction: Interaction) => interaction as MessageComponentInteraction;

/** The code with which Discord refuses, or "null" where it does not. */
export async function codeOf(promise: Promise<unknown>): Promise<number | string> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof DiscordAPIError ? error.code : String(error);
}

/** Resolves once the client, which reads its socket on its own, has heard so many messages. */
export async function heardBy({ client, heard }: Scene, count: number): Promise<void> {
  while (heard.length < count) await new Promise<void>((resolve) => client.once(Events.MessageCreate, () => resolve()));
}
