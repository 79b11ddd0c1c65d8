import type { IncomingMessage } from "node:http";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { type Answer, localWeb, plain, reasonOf, textOf } from "./local-web.ts";

const local = localWeb();
const { seen, asked, answers, open, at } = local;

describe("addresses that are refused", () => {
  test.each([
    "http://127.0.0.1/",
    "http://127.0.0.1:8080/",
    "http://127.0.0.1./",
    "http://127.1/",
    "http://2130706433/",
    "http://0177.0.0.1/",
    "http://0x7f.1/",
    "http://0x7f000001/",
    "http://１２７.0.0.1/",
    "http://[::1]/",
    "http://[::]/",
    "http://0/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::127.0.0.1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0:7f00:1::]/",
    "http://[fd00:ec2::254]/latest/meta-data/",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "http://100.64.0.1/",
    "http://224.0.0.1/",
    "https://192.168.0.1/",
    "http://localhost/",
    "http://localhost./",
    "http://LOCALHOST/",
    "http://x.localhost/",
    "http://metadata.google.internal/",
    "http://private.test/",
    "http://private.test./",
    "http://loopback.test/",
    "http://mixed.test/",
    "http://mapped.test/",
    "http://odd.test/",
  ])("%s", async (url) => {
    const result = await local.web.get({ url });
    expect(result.kind).toBe("refused");
    expect(reasonOf(result)).toMatch(/ may not be fetched: .*\.$/);
  });

  test.each([
    ["ftp://feeds.test/", /only http and https/],
    ["file:///etc/passwd", /only http and https/],
    ["data:text/plain,x", /only http and https/],
    ["javascript:alert(1)", /only http and https/],
    ["http://ann:secret@feeds.test/?key=secret", /^http:\/\/feeds\.test\/\?… may not.*user name or a password/],
    ["http://ann@feeds.test/", /user name or a password/],
    ["feeds.test/feed", /no web address/],
    ["http://", /no web address/],
    ["", /no web address/],
  ])("%s", async (url, reason) => {
    const result = await local.web.get({ url });
    expect(result.kind).toBe("refused");
    expect(reasonOf(result)).toMatch(reason);
    expect(reasonOf(result)).not.toContain("secret");
  });

  test("a name that is allowed does not lead to the cloud's credentials", async () => {
    expect(reasonOf(await local.web.get({ url: "http://cloud.test/" }))).toContain("cloud metadata service");
  });

  test("a host that is allowed by name does not allow its address, nor the names beside it", async () => {
    expect((await local.web.get({ url: `http://127.0.0.1:${local.port}/` })).kind).toBe("refused");
    expect((await local.web.get({ url: at("/", "sub.feeds.test") })).kind).toBe("failed");
    expect((await local.web.get({ url: at("/", "loopback.test") })).kind).toBe("refused");
    expect(seen).toEqual([]);
  });

  test("an address that is allowed is allowed in every spelling", async () => {
    answers.set("/a", plain("hello"));
    const byAddress = open({ allowHosts: ["127.1"] });
    expect(textOf(await byAddress.get({ url: `http://2130706433:${local.port}/a` }))).toBe("hello");
    expect((await byAddress.get({ url: at("/a") })).kind).toBe("refused");
    await byAddress.close();
  });
});

describe("what is fetched", () => {
  test("the document with what the server says of it", async () => {
    answers.set(
      "/feed",
      plain("하나", {
        "content-type": "Application/RSS+XML; charset=UTF-8",
        etag: '"v1"',
        "last-modified": "Sun, 01 Mar 2026 00:00:00 GMT",
        "cache-control": "max-age=900",
      }),
    );
    expect(await local.web.get({ url: `${at("/feed")}#top` })).toEqual({
      kind: "fetched",
      bytes: Buffer.from("하나"),
      url: at("/feed"),
      contentType: "application/rss+xml",
      charset: "utf-8",
      etag: '"v1"',
      lastModified: "Sun, 01 Mar 2026 00:00:00 GMT",
      maxAgeMs: 900_000,
    });
    expect(seen).toEqual([`feeds.test:${local.port} /feed`]);
  });

  test("the request names the program and what it knows", async () => {
    let headers: IncomingMessage["headers"] = {};
    answers.set("/feed", (request, response) => {
      headers = request.headers;
      response.writeHead(304, { "cache-control": "max-age=60" }).end();
    });
    const known = { etag: 'W/"v1"', lastModified: "Sun, 01 Mar 2026 00:00:00 GMT", accept: "application/atom+xml" };
    expect(await local.web.get({ url: at("/feed"), ...known })).toEqual({ kind: "not-modified", maxAgeMs: 60_000 });
    expect(headers).toMatchObject({
      host: `feeds.test:${local.port}`,
      "user-agent": expect.stringContaining("PolicyDesk"),
      accept: "application/atom+xml",
      "if-none-match": 'W/"v1"',
      "if-modified-since": "Sun, 01 Mar 2026 00:00:00 GMT",
    });
    expect(headers).not.toHaveProperty("cookie");
  });

  test("what cannot be a header is left out of the request", async () => {
    answers.set("/feed", (request, response) => response.end(JSON.stringify(request.headers)));
    const sent = textOf(
      await local.web.get({ url: at("/feed"), etag: 'x"\r\nx-evil: 1', lastModified: "한글", accept: "\0" }),
    );
    expect(JSON.parse(sent)).not.toHaveProperty("if-none-match");
    expect(JSON.parse(sent)).not.toHaveProperty("x-evil");
  });

  test("a 304 that nobody asked for is a failure", async () => {
    answers.set("/feed", plain("", {}, 304));
    expect(await local.web.get({ url: at("/feed") })).toMatchObject({ kind: "failed", status: 304 });
  });

  test.each([
    ["gzip", gzipSync("하나 둘")],
    ["x-gzip", gzipSync("하나 둘")],
    ["br", brotliCompressSync("하나 둘")],
    ["identity", Buffer.from("하나 둘")],
  ])("packed as %s", async (encoding, body) => {
    answers.set("/feed", plain(body, { "content-encoding": encoding }));
    expect(textOf(await local.web.get({ url: at("/feed") }))).toBe("하나 둘");
  });

  test("a name is looked up once for each connection, so that a second answer changes nothing", async () => {
    answers.set("/feed", plain("hello"));
    const turns = [["127.0.0.1"], ["10.0.0.1"]];
    const rebinding = vi.fn(async () => turns.shift() ?? []);
    const fetch = open({ lookup: rebinding });
    expect(textOf(await fetch.get({ url: at("/feed") }))).toBe("hello");
    expect(rebinding).toHaveBeenCalledTimes(1);
    await fetch.close();
  });

  test("where one address does not answer, the next is tried", async () => {
    answers.set("/feed", plain("hello"));
    const fetch = open({ lookup: async () => ["127.0.0.2", "127.0.0.1"] });
    expect(textOf(await fetch.get({ url: at("/feed") }))).toBe("hello");
    await fetch.close();
  });
});

describe("redirects", () => {
  const redirect = (location: string, status = 302): Answer => plain("", { location }, status);

  test.each([301, 302, 303, 307, 308])("%i is followed, and the last address told", async (status) => {
    answers.set("/old", redirect(at("/new", "other.test"), status));
    answers.set("/new", plain("hello"));
    expect(await local.web.get({ url: at("/old") })).toMatchObject({ kind: "fetched", url: at("/new", "other.test") });
    expect(asked).toEqual(["feeds.test", "other.test"]);
  });

  test.each([
    "http://127.0.0.1/",
    "http://[::1]/",
    "http://2130706433/",
    "//169.254.169.254/latest/",
    "http://private.test/",
    "http://mixed.test/",
    "http://metadata.google.internal/",
    "file:///etc/passwd",
    "http://ann:secret@feeds.test/",
  ])("to %s is refused", async (location) => {
    answers.set("/old?key=secret", redirect(location));
    const result = await local.web.get({ url: at("/old?key=secret") });
    expect(result.kind).toBe("refused");
    expect(reasonOf(result)).toMatch(/\/old\?… redirects to .*, which may not be fetched/);
    expect(reasonOf(result)).not.toContain("secret");
  });

  test("five are followed, a sixth is not", async () => {
    for (let i = 0; i < 6; i += 1) answers.set(`/${i}`, redirect(`/${i + 1}`));
    answers.set("/6", plain("end"));
    expect(textOf(await local.web.get({ url: at("/1") }))).toBe("end");
    expect(reasonOf(await local.web.get({ url: at("/0") }))).toBe(`${at("/0")} redirects more than 5 times.`);
  });

  test("a loop ends", async () => {
    answers.set("/loop", redirect("/loop"));
    expect((await local.web.get({ url: at("/loop") })).kind).toBe("failed");
    expect(seen).toHaveLength(6);
  });

  test("to no address at all", async () => {
    answers.set("/old", redirect("http://["));
    expect(reasonOf(await local.web.get({ url: at("/old") }))).toContain("redirects to something that is no address");
  });

  test("without a Location", async () => {
    answers.set("/old", plain("", {}, 302));
    expect(await local.web.get({ url: at("/old") })).toMatchObject({ kind: "failed", status: 302 });
  });
});

describe("one request per host at a time", () => {
  test("the second waits for the first, another host does not", async () => {
    const pending: (() => void)[] = [];
    answers.set("/feed", (_, response) => pending.push(() => response.end("done")));
    const first = local.web.get({ url: at("/feed") });
    const second = local.web.get({ url: at("/feed", "FEEDS.test.") });
    const other = local.web.get({ url: at("/feed", "other.test") });
    await vi.waitFor(() => expect(pending).toHaveLength(2));
    expect(seen.filter((line) => line.startsWith("feeds.test"))).toHaveLength(1);
    pending.shift()?.();
    pending.shift()?.();
    await Promise.all([first, other]);
    await vi.waitFor(() => expect(pending).toHaveLength(1));
    pending.shift()?.();
    expect(textOf(await second)).toBe("done");
  });

  test("closing ends what is under way and what waits", async () => {
    const reached = new Promise<void>((resolve) => {
      answers.set("/feed", () => resolve());
    });
    const results = [local.web.get({ url: at("/feed") }), local.web.get({ url: at("/feed") })];
    await reached;
    await local.web.close();
    for (const result of await Promise.all(results)) expect(reasonOf(result)).toContain("the program is ending");
    expect(reasonOf(await local.web.get({ url: at("/feed") }))).toContain("the program is ending");
  });
});
