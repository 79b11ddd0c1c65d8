/*
 * A Discord of one's own on 127.0.0.1: REST v10 and the gateway, for the unmodified discord.js client, and people
 * who use it. What Discord refuses is refused with Discord's codes; every wait is for an event and has a limit.
 *
 *   const discord = await startLocalDiscord({ clock });
 *   const client = new Client({ intents, rest: { api: discord.apiUrl, version: "10" } });
 *   await client.login(discord.token);
 *   const guild = discord.addGuild({ name: "정책방", locale: "ko" });
 *   const channel = guild.addTextChannel("정책");        // channel.denyBot("SendMessages"), channel.startThread(…)
 *   const user = discord.addUser({ name: "민지", locale: "ko" });
 *   guild.addMember(user, { permissions: ["ManageGuild"] });
 *   const question = await user.says(channel, "…", { mentions: [discord.bot] });
 *   const answer = await channel.nextMessage({ after: question, by: discord.bot });
 *   const ask = await user.command(channel, "ask", { question: "…" });
 *   const reply = await ask.reply();                      // ask.modal(), ask.followUp(), ask.isEphemeral()
 *   const more = await user.presses(reply, "출처 펼치기");  // by label or { customId }
 *   discord.failNext({ path: /messages$/, status: 429 }); // or 503, or "dropped"; carriedOut: true loses the answer only
 *   expect(discord.unknownRoutes).toEqual([]);
 *   await discord.stop();
 */
import { createServer, type Server } from "node:http";
import type { LocalChannel } from "./channels.ts";
import { type Fault, Faults, type Hold } from "./faults.ts";
import { Gateway, type SlowStep } from "./gateway.ts";
import { type GuildOptions, LocalGuild } from "./guilds.ts";
import type { Clock } from "./ids.ts";
import { deliver } from "./interaction-events.ts";
import { LocalInteraction } from "./interactions.ts";
import { type LocalMessage, publishMessage } from "./messages.ts";
import { openBodyCheck, type SchemaViolation } from "./openapi-check.ts";
import { LocalUser } from "./people.ts";
import { type PostLimit, PostLimits } from "./post-limits.ts";
import { createRest } from "./rest-server.ts";
import { transcriptOf } from "./transcript.ts";
import type { WireCommand } from "./wire-types.ts";
import { type Account, type LoggedRequest, World } from "./world.ts";

const LOWEST_PORT = 20_000;
/** Below the ports that systems hand out by themselves. */
const PORTS = 12_000;
const TRIES = 50;
/** discord.js itself lets five seconds pass between two sign-ons. */
const CONNECTS_WITHIN_MS = 15_000;

export interface LocalDiscordOptions {
  readonly clock?: Clock;
  /** Whether the app was granted the Message Content intent; it was unless told. */
  readonly messageContentIntent?: boolean;
  readonly token?: string;
  readonly botName?: string;
  /** How many shards the gateway advises; one unless told. */
  readonly shards?: number;
  /** How much time must pass between two sign-ons, as with Discord's 5 seconds; none unless told. */
  readonly identifyEveryMs?: number;
}

export interface LocalDiscord {
  /** What discord.js takes as rest.api. */
  readonly apiUrl: string;
  readonly token: string;
  readonly applicationId: string;
  readonly bot: Account;
  /** Every request, in the order of the answers. */
  readonly requests: readonly LoggedRequest[];
  /** Requests to routes that this server does not have. */
  readonly unknownRoutes: readonly string[];
  /** Bodies that Discord's own description of its API does not allow; always empty where that is not at hand. */
  readonly schemaViolations: readonly SchemaViolation[];
  /** Whether a client listens at the gateway, and how often one identified and resumed. */
  readonly gateway: Pick<
    Gateway,
    "connected" | "identified" | "resumed" | "listening" | "shardsIdentified" | "tooEarly"
  >;
  addGuild(options: GuildOptions): LocalGuild;
  addUser(options: { readonly name: string; readonly locale?: string; readonly bot?: boolean }): LocalUser;
  /** The commands registered, for every guild or for one. */
  commands(guild?: LocalGuild): readonly WireCommand[];
  typingIn(channel: LocalChannel): number;
  transcript(channel: LocalChannel): string;
  failNext(fault: Fault): void;
  delayNext(hold: Hold & { readonly ms?: number }): void;
  /** Holds the next matching request until the function returned is called. */
  holdNext(hold: Hold): () => void;
  /** From now on each channel takes so many messages within so long a time; null: any number. */
  limitPosts(limit: PostLimit | null): void;
  /** Delivers a message or an interaction again, with the same ids. */
  deliverTwice(event: LocalMessage | LocalInteraction): void;
  /** Resolves once a client listens at the gateway, for the nth time that one identified. */
  connected(times?: number): Promise<void>;
  dropSockets(options?: { readonly resumable?: boolean }): void;
  refuseConnections(refuse: boolean): void;
  /** The gateway does no such step until the function returned is called. */
  holdGateway(step: SlowStep): () => void;
  /** The next connections that want to resume are closed. */
  breakResumes(times: number): void;
  askToReconnect(): void;
  invalidateSessions(): void;
  /** Resolves once `look` finds something; for what the rest of this cannot wait for. */
  waitFor<T>(what: string, look: () => T | undefined, timeoutMs?: number): Promise<T>;
  stop(): Promise<void>;
}

/** Starts a Discord with one app and nobody in it. */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const { clock = Date, messageContentIntent = true, botName = "PolicyDesk" } = options;
  const { shards = 1, identifyEveryMs = 0 } = options;
  const token = options.token ?? "local.discord.token";
  const world = new World({ clock, token, messageContentIntent }, botName);
  const gateway = new Gateway(world, { shards, identifyEveryMs });
  const faults = new Faults();
  const limits = new PostLimits();
  const rest = createRest({ world, faults, limits, checkBody: openBodyCheck(), gatewayRoute: gateway.route });
  const server = createServer((request, response) => {
    // A client that gives up in the middle of its request is no concern of the test.
    rest.handle(request, response).catch(() => response.destroy());
  });
  server.on("upgrade", (request, socket, head) => gateway.accept(request, socket, head));
  const port = await listen(server);
  gateway.listenAt(`ws://127.0.0.1:${port}`);
  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    ...{ token, applicationId: world.applicationId, bot: world.bot, requests: world.requests, gateway },
    ...{ unknownRoutes: rest.unknownRoutes, schemaViolations: rest.schemaViolations },
    addGuild: (guild) => new LocalGuild(world, guild),
    addUser: (person) => new LocalUser(world, person),
    commands: (guild) => world.commands.get(guild?.id ?? "global") ?? [],
    typingIn: (channel) => channel.typingCount,
    transcript: transcriptOf,
    failNext: (fault) => faults.fail(fault),
    delayNext: (hold) => faults.delay(hold),
    holdNext: (hold) => faults.hold(hold),
    limitPosts: (limit) => limits.set(limit),
    deliverTwice(event) {
      if (event instanceof LocalInteraction) deliver(world, event);
      else publishMessage(world, "MESSAGE_CREATE", event);
    },
    async connected(times = 1) {
      const look = () => (gateway.connected && gateway.identified >= times) || undefined;
      await world.waitFor("a client at the gateway", look, CONNECTS_WITHIN_MS);
    },
    dropSockets: (how) => gateway.dropSockets(how),
    refuseConnections: (refuse) => gateway.refuseConnections(refuse),
    holdGateway: (step) => gateway.hold(step),
    breakResumes: (times) => gateway.breakResumes(times),
    askToReconnect: () => gateway.askToReconnect(),
    invalidateSessions: () => gateway.invalidateSessions(),
    waitFor: (what, look, timeoutMs) => world.waitFor(what, look, timeoutMs),
    async stop() {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Clients keep connections for a while: one to a server that stopped would lose the first request to the next. */
const used = new Set<number>();

async function listen(server: Server): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const port = LOWEST_PORT + Math.floor(Math.random() * PORTS);
    if (used.has(port)) continue;
    used.add(port);
    try {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", () => {
          server.off("error", reject);
          resolve();
        });
      });
      return port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE" || attempt === TRIES) throw error;
    }
  }
}
