import type { AddressInfo } from "node:net";
import { GatewayOpcodes, type SessionInfo } from "discord.js";
import { afterEach, describe, expect, it } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import { createCatchUp } from "../../../adapters/discord/catch-up.ts";
import { missedEvents } from "../../../adapters/discord/missed-events.ts";
import { createShardNote } from "../../../adapters/discord/shard-note.ts";
import { systemClock as clock } from "../../../adapters/runtime/system-clock.ts";
import type { Logger } from "../../../src/ports/runtime.ts";

const hello = (everyMs = 60_000) => ({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: everyMs } });
const resumed = { op: GatewayOpcodes.Dispatch, t: "RESUMED", s: 7, d: {} };
const asFrame = (frame: unknown) => JSON.stringify(frame);

const gateways: WebSocketServer[] = [];
afterEach(() => {
  for (const gateway of gateways.splice(0)) {
    for (const socket of gateway.clients) socket.terminate();
    gateway.close();
  }
});

/** A gateway that does one thing with each connection, the last one again and again; and a session of it. */
async function sessionAt(...turns: ((socket: WebSocket) => void)[]): Promise<SessionInfo> {
  const gateway = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  gateways.push(gateway);
  gateway.on("connection", (socket) => (turns.length > 1 ? turns.shift() : turns[0])?.(socket));
  await new Promise((resolve) => gateway.once("listening", resolve));
  const { port } = gateway.address() as AddressInfo;
  return { sessionId: "항구", resumeURL: `ws://127.0.0.1:${port}`, sequence: 3, shardId: 0, shardCount: 1 };
}

const resume = (socket: WebSocket) => {
  for (const frame of [hello(), resumed]) socket.send(asFrame(frame));
};

describe("a connection is opened again after", () => {
  it.each<[name: string, turn: (socket: WebSocket) => void]>([
    ["what is no JSON", (socket) => socket.send("등대")],
    ["what is no frame", (socket) => socket.send("null")],
    ["bytes", (socket) => socket.send(Buffer.from([1, 2, 3]))],
    ["a greeting without an interval", (socket) => socket.send(asFrame({ op: GatewayOpcodes.Hello, d: null }))],
    [
      "silence, where nobody answers that it is closed either",
      (socket) => {
        socket.send(asFrame(hello(10)));
        socket.pause();
      },
    ],
  ])("%s", async (_name, turn) => {
    const missed = missedEvents(await sessionAt(turn, resume), { token: "t", clock }, () => {});
    expect(await missed.caughtUp()).toBe(true);
    missed.close();
  });
});

it("an address that is none of a gateway's is as good as a forgotten session", async () => {
  const session = { ...(await sessionAt(resume)), resumeURL: "등대" };
  const missed = missedEvents(session, { token: "t", clock }, () => {});
  expect(await missed.caughtUp()).toBe(false);
});

it("an event that cannot be told is logged, and what comes after it is told", async () => {
  const events = ["a", null, "b"].map((d, s) => ({ op: GatewayOpcodes.Dispatch, t: "MESSAGE_CREATE", s, d }));
  const session = await sessionAt((socket) => {
    for (const frame of [hello(), ...events, resumed]) socket.send(asFrame(frame));
  });
  const told: unknown[] = [];
  const logged: string[] = [];
  const log = { info: (line) => logged.push(line), error: (line) => logged.push(line) } as Partial<Logger> as Logger;
  const tell = ({ d }: { readonly d: unknown }) => {
    if (d === null) throw new TypeError("no message");
    told.push(d);
  };
  const catchUp = createCatchUp({ token: "t", shard: 0, clock, log, tell, idle: async () => {} });
  catchUp.hear(session);
  catchUp.begin();
  await expect.poll(() => catchUp.left()).toEqual([]);
  expect(told).toEqual(["a", "b"]);
  expect(logged).toEqual(["Discord: an event was not handled", "Discord: went on where the last one ended"]);
});

it.each([
  "5",
  '"x"',
  "{}",
  "[null]",
  "[[5]]",
  '[{"sessionId":1}]',
  "{",
  "",
])("the note %j names no session", async (note) => {
  const leases = { hold: async () => true, letGo: async () => {}, putNote: async () => {}, note: async () => note };
  expect(await createShardNote(leases, "discord:shard:0/1", {} as Logger).read()).toEqual([]);
});
