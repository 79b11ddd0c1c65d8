import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { SafeFetchOptions } from "../../../adapters/sources/safe-fetch.ts";
import { type LocalServer, serveTcp, serveTls } from "./local-server.ts";
import { type Answer, localWeb, plain, reasonOf, textOf } from "./local-web.ts";
import { makeCertificate } from "./make-certificate.ts";

const local = localWeb();
const { answers, others, open, at } = local;

describe("failures", () => {
  test.each([
    [401, "401 (it asks for a login)"],
    [404, "404 (not found)"],
    [410, "410 (gone for good)"],
    [500, "500 (an error of the server)"],
    [418, "status 418"],
  ])("status %i", async (status, words) => {
    answers.set("/feed?key=secret", plain("", { "retry-after": "60" }, status));
    expect(await local.web.get({ url: at("/feed?key=secret") })).toEqual({
      kind: "failed",
      reason: `${at("/feed")}?… answered with ${words}.`,
      status,
      retryAfterMs: null,
    });
  });

  test.each([
    [429, "120", 120_000],
    [503, "Sun, 01 Mar 2026 00:10:00 GMT", 600_000],
    [503, "later", null],
  ])("status %i with Retry-After %s", async (status, retryAfter, retryAfterMs) => {
    answers.set("/feed", plain("", { "retry-after": retryAfter }, status));
    expect(await local.web.get({ url: at("/feed") })).toMatchObject({ kind: "failed", status, retryAfterMs });
  });

  test.each([
    ["unknown.test", "its name is unknown"],
    ["empty.test", "its name has no address"],
  ])("the name %s", async (host, reason) => {
    const fetch = open({ allowHosts: [host] });
    expect(reasonOf(await fetch.get({ url: `http://${host}/` }))).toBe(
      `http://${host}/ could not be fetched: ${reason}.`,
    );
    await fetch.close();
  });

  test("nobody listens", async () => {
    const gone = await serveTcp(() => {});
    await gone.close();
    const result = await local.web.get({ url: `http://feeds.test:${gone.port}/` });
    expect(reasonOf(result)).toContain("the server refused the connection");
  });

  const speak = (words: string) => serveTcp((socket) => socket.once("data", () => socket.end(words)));
  test.each([
    ["no HTTP at all", "220 mail.test ESMTP\r\n", "did not answer in proper HTTP"],
    ["a broken status line", "HTTP/1.1 abc\r\n\r\n", "did not answer in proper HTTP"],
    ["a broken header", "HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "did not answer in proper HTTP"],
    ["two lengths", "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab", "could not be fetched"],
    ["too many headers", `HTTP/1.1 200 OK\r\n${"x-filler: 0123456789\r\n".repeat(4000)}\r\n`, "headers are too large"],
    ["one huge header", `HTTP/1.1 200 OK\r\nx: ${"y".repeat(100_000)}\r\n\r\n`, "headers are too large"],
    ["nothing", "", "the connection broke off"],
    ["half a body", "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf", "the connection broke off"],
    ["half a chunk", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n64\r\nhalf", "the connection broke off"],
  ])("a server that sends %s", async (_, words, reason) => {
    const tcp = await speak(words);
    others.push(tcp);
    const result = await local.web.get({ url: `http://feeds.test:${tcp.port}/` });
    expect(result).toMatchObject({ kind: "failed", status: null });
    expect(reasonOf(result)).toContain(reason);
  });

  test("a connection that is reset", async () => {
    const tcp = await serveTcp((socket) => socket.once("data", () => socket.resetAndDestroy()));
    others.push(tcp);
    expect(reasonOf(await local.web.get({ url: `http://feeds.test:${tcp.port}/` }))).toContain(
      "the connection broke off",
    );
  });

  test.each([
    ["no such packing", "zstd", Buffer.from("x"), "a compression that was not asked for"],
    ["packed twice", "gzip, gzip", gzipSync(gzipSync("x")), "a compression that was not asked for"],
    ["not packed", "gzip", Buffer.from("plain"), "not packed as its headers say"],
    ["not packed", "br", Buffer.alloc(500, 255), "not packed as its headers say"],
    ["cut", "gzip", gzipSync("x".repeat(1000)).subarray(0, 15), "ends in the middle"],
  ])("a body that is %s (%s)", async (_, encoding, body, reason) => {
    answers.set("/feed", plain(body, { "content-encoding": encoding }));
    expect(reasonOf(await local.web.get({ url: at("/feed") }))).toContain(reason);
  });
});

describe("limits", () => {
  const endless: Answer = (_, response) => {
    response.writeHead(200);
    const chunk = Buffer.alloc(16_384, 97);
    const push = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on("drain", push);
    push();
  };

  test.each<[string, Answer]>([
    ["an endless body", endless],
    ["a body that says how large it is", plain("x", { "content-length": "100001" })],
    ["a gzip bomb", plain(gzipSync(Buffer.alloc(20_000_000)), { "content-encoding": "gzip" })],
    ["a brotli bomb", plain(brotliCompressSync(Buffer.alloc(20_000_000)), { "content-encoding": "br" })],
  ])("%s", async (_, answer) => {
    answers.set("/feed", answer);
    const fetch = open({ maxBytes: 100_000 });
    expect(reasonOf(await fetch.get({ url: at("/feed") }))).toContain("it answered with more than 100000 bytes");
    await fetch.close();
  });

  test("a body of exactly the limit", async () => {
    answers.set("/feed", plain("x".repeat(1000)));
    const fetch = open({ maxBytes: 1000 });
    expect(textOf(await fetch.get({ url: at("/feed") }))).toHaveLength(1000);
    await fetch.close();
  });

  test.each<[string, Answer]>([
    ["never answers", () => {}],
    ["never ends", (_, response) => response.writeHead(200).write("x")],
  ])("a server that %s", async (_, answer) => {
    const reached = new Promise<void>((resolve) => {
      answers.set("/feed", (request, response) => {
        answer(request, response);
        resolve();
      });
    });
    const result = local.web.get({ url: at("/feed") });
    await reached;
    local.clock.advance(20_000);
    expect(await result).toMatchObject({ kind: "failed", reason: `${at("/feed")} took longer than 20 seconds.` });
  });

  test.each<[string, SafeFetchOptions]>([
    ["a lookup that never ends", { lookup: () => new Promise(() => {}) }],
  ])("%s", async (_, options) => {
    const fetch = open(options);
    const result = fetch.get({ url: at("/feed") });
    await vi.waitFor(() => expect(local.clock.waiting()).toBeGreaterThan(0));
    local.clock.advance(20_000);
    expect(reasonOf(await result)).toContain("took longer");
    await fetch.close();
  });

  test("TLS that never begins", async () => {
    let reach = () => {};
    const reached = new Promise<void>((resolve) => {
      reach = resolve;
    });
    const silent = await serveTcp(() => reach());
    others.push(silent);
    const result = local.web.get({ url: `https://feeds.test:${silent.port}/` });
    await reached;
    local.clock.advance(20_000);
    expect(reasonOf(await result)).toContain("took longer");
  });

  test("the time of all hops counts together, and waiting for others does not", async () => {
    answers.set("/slow", (_, response) => {
      local.clock.advance(12_000);
      response.writeHead(302, { location: "/slow" }).end();
    });
    answers.set("/quick", plain("quick"));
    const slow = local.web.get({ url: at("/slow") });
    const quick = local.web.get({ url: at("/quick") });
    expect(reasonOf(await slow)).toContain("took longer than 20 seconds");
    expect(textOf(await quick)).toBe("quick");
  });
});

describe("TLS", () => {
  const certificate = makeCertificate("feeds.test");
  const asks: { host: string | undefined; name: unknown }[] = [];
  let secure: LocalServer;
  beforeAll(async () => {
    secure = await serveTls(certificate, (request, response) => {
      asks.push({ host: request.headers.host, name: (request.socket as { servername?: unknown }).servername });
      response.end("hello");
    });
  });
  afterAll(() => secure.close());

  test.each(["feeds.test", "feeds.test."])("asks %s for its name, and checks it", async (host) => {
    asks.length = 0;
    const fetch = open({ ca: certificate.cert });
    expect(textOf(await fetch.get({ url: `https://${host}:${secure.port}/` }))).toBe("hello");
    expect(asks).toEqual([{ host: `${host}:${secure.port}`, name: "feeds.test" }]);
    await fetch.close();
  });

  test("a certificate for another name", async () => {
    const fetch = open({ ca: certificate.cert });
    const result = await fetch.get({ url: `https://other.test:${secure.port}/` });
    expect(reasonOf(result)).toContain("its certificate belongs to another name");
    await fetch.close();
  });

  test("a certificate of nobody who is trusted", async () => {
    const result = await local.web.get({ url: `https://feeds.test:${secure.port}/` });
    expect(reasonOf(result)).toContain("signed by nobody who is trusted");
  });

  test("a server that speaks no TLS", async () => {
    const result = await local.web.get({ url: `https://feeds.test:${local.port}/` });
    expect(reasonOf(result)).toContain("no secure connection could be made");
  });
});
