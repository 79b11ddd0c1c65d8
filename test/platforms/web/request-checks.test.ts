import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientAddress, limitKey } from "../../../adapters/web/client-address.ts";
import { isKnownHost, isSameOrigin } from "../../../adapters/web/same-site.ts";
import { webAddress } from "../../../src/presentation/web-address.ts";
import { replyOf } from "./replies.ts";
import { type RunningWeb, startWeb } from "./running-web.ts";

let web: RunningWeb;
beforeAll(async () => {
  web = await startWeb({
    RATE_LIMIT_PER_MINUTE: "500",
    DATABASE_URL: "postgres://bot:a-very-secret-token@db.example/x",
  });
});
afterAll(() => web.bot.stop());

/** fetch does not let its caller choose the Host header. */
function statusWithHost(base: string, path: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(base + path, { headers: { Host: host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on("error", reject).end();
  });
}

describe("every response", () => {
  it.each([
    "/",
    "/page.js",
    "/page.css",
    "/labels.ko.json",
    "/api/articles",
    "/healthz",
    "/nowhere",
    "/api/nowhere",
  ])("%s has the security headers", async (path) => {
    const { headers } = await web.get(path);
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("x-powered-by")).toBeNull();
  });

  it("lets the page's files be kept, and nothing else", async () => {
    const first = await web.get("/page.css");
    const etag = first.headers.get("etag") ?? "";
    expect([first.headers.get("content-type"), first.headers.get("cache-control")]).toEqual([
      "text/css; charset=utf-8",
      "no-cache",
    ]);
    expect((await web.get("/page.css", { "If-None-Match": etag })).status).toBe(304);
    expect((await web.get("/page.css", { "If-None-Match": '"other"' })).status).toBe(200);
    expect((await web.get("/api/articles")).headers.get("cache-control")).toBe("no-store");
  });

  it.each([
    ["GET", "/nowhere", 404, "nothing-here"],
    ["GET", "/../package.json", 404, "nothing-here"],
    ["GET", "/%2e%2e/server.ts", 404, "nothing-here"],
    ["GET", "/api/ask", 405, "wrong-method"],
    ["DELETE", "/api/articles", 405, "wrong-method"],
  ])("%s %s is %i", async (method, path, status, code) => {
    const response = await fetch(web.base + path, { method });
    expect([response.status, (await replyOf(response)).error.code]).toEqual([status, code]);
  });
});

describe("the Host header", () => {
  it.each([
    ["127.0.0.1:80", 200],
    ["localhost", 200],
    ["LOCALHOST:3000", 200],
    ["[::1]:3000", 200],
    ["evil.example.org", 421],
    ["127.0.0.1.evil.example.org", 421],
    ["localhost.evil.example.org:3000", 421],
  ])("%s: %i", async (host, status) => {
    expect(await statusWithHost(web.base, "/api/articles", host)).toBe(status);
    expect(await statusWithHost(web.base, "/", host)).toBe(status);
  });

  it("does not matter to health checks", async () => {
    expect(await statusWithHost(web.base, "/healthz", "10.1.2.3")).toBe(200);
  });

  it.each([
    ["chat.example.org", "127.0.0.1", ["chat.example.org"], true],
    ["chat.example.org:8080", "127.0.0.1", ["chat.example.org"], true],
    ["other.example.org", "0.0.0.0", [], true],
    ["other.example.org", "0.0.0.0", ["chat.example.org"], false],
    ["localhost", "0.0.0.0", ["chat.example.org"], true],
    ["[fe80::1]:3000", "fe80::1", ["a"], true],
    [undefined, "127.0.0.1", [], false],
  ])("%s on %s with %o: %s", (header, host, allowedHosts, known) => {
    expect(isKnownHost(header, { host, allowedHosts })).toBe(known);
  });
});

describe("requests from other pages", () => {
  const question = { question: "관세는?" };
  it.each([
    [{ Origin: "https://evil.example.org" }, 403],
    [{ Origin: "null" }, 403],
    [{ "Sec-Fetch-Site": "cross-site" }, 403],
    [{}, 200],
  ])("%o: %i", async (headers, status) => {
    expect((await web.post("/api/ask", question, headers as Record<string, string>)).status).toBe(status);
    const feedback = { key: "k", question: "q", answer: "a", helpful: true };
    expect((await web.post("/api/feedback", feedback, headers as Record<string, string>)).status).toBe(status);
  });

  it("are told from the page's own by scheme, name and port", async () => {
    expect((await web.post("/api/ask", question, { Origin: web.base })).status).toBe(200);
    expect(isSameOrigin(new Headers({ origin: "http://127.0.0.1:1", host: "127.0.0.1:2" }))).toBe(false);
  });
});

describe("the rate limit", () => {
  it("holds per address, says when to come back, and believes no X-Forwarded-For", async () => {
    const strict = await startWeb({ RATE_LIMIT_PER_MINUTE: "2" });
    const statuses: number[] = [];
    let last: Response | undefined;
    for (const address of ["1.1.1.1", "2.2.2.2", "3.3.3.3"]) {
      last = await strict.post("/api/ask", { question: "관세는?" }, { "X-Forwarded-For": address });
      statuses.push(last.status);
    }
    expect(statuses).toEqual([200, 200, 429]);
    const seconds = Number(last?.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(50);
    expect((await replyOf(last)).error).toEqual({
      code: "too-many-questions",
      message: `질문이 많아 잠시 쉬고 있어요. ${seconds}초 뒤에 다시 물어봐 주세요.`,
    });
    expect((await strict.get("/")).status).toBe(200);
    await strict.bot.stop();
  });

  it("counts by X-Forwarded-For behind a trusted proxy", async () => {
    const proxied = await startWeb({ RATE_LIMIT_PER_MINUTE: "1", TRUST_PROXY: "127.0.0.1" });
    const askFrom = async (address: string) =>
      (await proxied.post("/api/ask", { question: "관세는?" }, { "X-Forwarded-For": address })).status;
    expect([await askFrom("1.1.1.1"), await askFrom("6.6.6.6, 1.1.1.1"), await askFrom("2.2.2.2")]).toEqual([
      200, 429, 200,
    ]);
    await proxied.bot.stop();
  });

  it("weighs a question like ten readings", async () => {
    const strict = await startWeb({ RATE_LIMIT_PER_MINUTE: "1" });
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++) statuses.push((await strict.get("/api/articles?newest=1")).status);
    expect(statuses).toEqual([...Array(10).fill(200), 429]);
    expect((await strict.post("/api/ask", { question: "관세는?" })).status).toBe(429);
    await strict.bot.stop();
  });

  it.each([
    ["127.0.0.1", "1.1.1.1", false, "127.0.0.1"],
    ["::ffff:127.0.0.1", undefined, true, "127.0.0.1"],
    ["127.0.0.1", "6.6.6.6, 1.1.1.1", true, "1.1.1.1"],
    ["127.0.0.1", "6.6.6.6, nonsense", true, "127.0.0.1"],
    ["127.0.0.1", "6.6.6.6, 1.1.1.1, 10.0.0.2", ["127.0.0.1", "10.0.0.0/8"], "1.1.1.1"],
    ["9.9.9.9", "1.1.1.1", ["127.0.0.1"], "9.9.9.9"],
    ["127.0.0.1", "10.0.0.1, 10.0.0.2", ["127.0.0.1", "10.0.0.0/8"], "10.0.0.1"],
    ["::1", "[2001:db8::1]:443", ["::1"], "2001:db8::1"],
  ])("client of %s with %s, trusting %o: %s", (connected, forwarded, trust, client) => {
    expect(clientAddress(connected, forwarded, trust)).toBe(client);
  });

  it.each([
    ["1.2.3.4", "1.2.3.4"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("counts %s as %s", (address, key) => {
    expect(limitKey(address)).toBe(key);
  });
});

describe("text from documents", () => {
  it("is told as it is, as data: nothing of it is a link or markup of ours", async () => {
    const body = await replyOf(await web.post("/api/ask", { question: "쿼지랜드 예산은 얼마야?" }));
    expect(body.answer).toContain("<script>window.hacked='body'</script> 7조 원");
    expect(body.message.sources[0]).toMatchObject({ url: null });
    expect(body.message.sources[0]?.text).toContain('<script>window.hacked = "title"</script>');
  });

  it.each([
    ["https://example.org/a b", "https://example.org/a%20b"],
    ["javascript:alert(1)", null],
    ["JaVaScRiPt:alert(1)", null],
    ["data:text/html,x", null],
    ["//example.org", null],
    [null, null],
  ])("links %s as %s", (url, linked) => {
    expect(webAddress(url)).toBe(linked);
  });
});

describe("what nobody expected", () => {
  it("has an id that stands in the log too, in the reader's language, and no details", async () => {
    const broken = await startWeb({}, (ports) => ({
      openPlatforms: (desk, log, clock) => {
        const ask = () => Promise.reject(new Error("the disk is on fire"));
        return ports.openPlatforms({ ...desk, assistant: { ...desk.assistant, ask } }, log, clock);
      },
    }));
    const response = await broken.post("/api/ask", { question: "비밀 질문이에요", lang: "en" });
    const { error } = await replyOf(response);
    expect(response.status).toBe(500);
    expect(error.message).toBe(`I couldn't get an answer. Please try again shortly. (error ${error.id})`);
    expect(error.id).toMatch(/^[0-9A-F]{4}$/);
    const line = broken.logged.find((each) => each.includes(error.id)) ?? "";
    expect(line).toContain("the disk is on fire");
    expect(line.trim().split("\n").length).toBeGreaterThan(1);
    const again = await replyOf(await broken.post("/api/ask", { question: "비밀 질문이에요" }));
    const second = broken.logged.find((each) => each.includes(again.error.id)) ?? "";
    expect(second).toContain("POST /api/ask failed: the disk is on fire");
    expect(second.trim().split("\n")).toHaveLength(1);
    await broken.bot.stop();
  });
});

describe("before everything is read", () => {
  it("lives, is not ready, serves the page and says that it still reads", async () => {
    const seen: [number, string][] = [];
    const starting = await startWeb({}, (ports) => {
      let address = "";
      return {
        async openPlatforms(desk, log, clock) {
          const platforms = await ports.openPlatforms(desk, log, clock);
          const remembering = platforms.map((platform) => ({
            ...platform,
            async start() {
              const opened = await platform.start();
              if ("address" in opened) address = opened.address;
              return opened;
            },
          }));
          return remembering;
        },
        async openSamples(known) {
          for (const path of ["/healthz", "/readyz", "/", "/api/articles"]) {
            const response = await fetch(address + path, { headers: { "Accept-Language": "en" } });
            seen.push([response.status, await response.text()]);
          }
          return ports.openSamples(known);
        },
      };
    });
    expect(seen.map(([status]) => status)).toEqual([200, 503, 200, 503]);
    expect(seen[3]?.[1]).toContain("I am still reading the documents.");
    expect((await starting.get("/readyz")).status).toBe(200);
    await starting.bot.stop();
  });
});

describe("the log", () => {
  it("has a line per question, but no question, no answer and no secret", async () => {
    await web.post("/api/ask", { question: "영국산 자동차 관세는 a-very-secret-token 얼마야?" });
    const text = web.logged.join("");
    expect(text).toMatch(/POST \/api\/ask status=200 ms=\d+/);
    expect(text).toContain("Store: PostgreSQL at db.example");
    expect(text).toContain("Discord: off, DISCORD_TOKEN is not set");
    expect(text).not.toMatch(/영국산|10만 대|a-very-secret-token/);
  });
});
