import { describe, expect, test } from "vitest";
import { showUrl, whyFailed } from "../../../adapters/sources/fetch-problem.ts";
import {
  maxAgeMs,
  readContentType,
  readLocation,
  retryAfterMs,
  validator,
} from "../../../adapters/sources/response-headers.ts";

describe("content type", () => {
  test.each([
    ["text/html", "text/html", null],
    ["Text/HTML; Charset=EUC-KR", "text/html", "euc-kr"],
    ['application/rss+xml;charset="UTF-8"', "application/rss+xml", "utf-8"],
    ["text/xml; boundary=x; charset='ks_c_5601-1987'", "text/xml", "ks_c_5601-1987"],
    ["text/html; charset=", "text/html", null],
    ["nonsense", "", null],
    ["; charset=utf-8", "", "utf-8"],
    [null, "", null],
  ])("%s", (header, contentType, charset) => {
    expect(readContentType(header)).toEqual({ contentType, charset });
  });
});

describe("freshness", () => {
  test.each([
    [{}, null],
    [{ "cache-control": "max-age=600" }, 600_000],
    [{ "cache-control": "public, Max-Age = 60" }, 60_000],
    [{ "cache-control": ["public", 'max-age="60"'] }, 60_000],
    [{ "cache-control": "max-age=600", age: "100" }, 500_000],
    [{ "cache-control": "max-age=600", age: "900" }, 0],
    [{ "cache-control": "no-cache, max-age=600" }, 0],
    [{ "cache-control": "max-age=600, no-store" }, 0],
    [{ "cache-control": "max-age=-1" }, null],
    [{ "cache-control": "s-maxage=600" }, null],
    [{ "cache-control": "max-age=99999999999" }, null],
    [{ "cache-control": "max-age=9999999999" }, 31_536_000_000],
  ])("%j", (headers, expected) => {
    expect(maxAgeMs(headers)).toBe(expected);
  });
});

describe("retry after", () => {
  const now = Date.parse("2026-03-01T00:00:00Z");
  test.each([
    [undefined, null],
    ["120", 120_000],
    ["0", 0],
    ["-5", null],
    ["soon", null],
    ["1.5", null],
    ["Sun, 01 Mar 2026 00:05:00 GMT", 300_000],
    ["Sunday, 01-Mar-26 00:05:00 GMT", 300_000],
    ["Sat, 28 Feb 2026 00:00:00 GMT", 0],
    ["2026-03-01", null],
    ["9999999999", 31_536_000_000],
  ])("%s", (value, expected) => {
    expect(retryAfterMs({ "retry-after": value }, now)).toBe(expected);
  });
});

test("what is sent back is printable and short", () => {
  expect(validator('W/"a b"')).toBe('W/"a b"');
  expect(validator("a\r\nx: y")).toBeNull();
  expect(validator("")).toBeNull();
  expect(validator("x".repeat(2000))).toBeNull();
  expect(validator(undefined)).toBeNull();
});

test("an address in a Location header may be relative, UTF-8 or broken bytes", () => {
  const base = new URL("http://a.test/x/y");
  expect(readLocation("../z?q=1", base)?.href).toBe("http://a.test/z?q=1");
  expect(readLocation(Buffer.from("/한글").toString("latin1"), base)?.pathname).toBe("/%ED%95%9C%EA%B8%80");
  expect(readLocation("/\xc7\xd1", base)?.pathname).toBe("/%c7%d1");
  expect(readLocation("http://[", base)).toBeNull();
});

test("an operator reads an address without its secrets", () => {
  expect(showUrl("https://ann:secret@a.test:8443/feed?token=secret#secret")).toBe("https://a.test:8443/feed?…");
  expect(showUrl("http://ann:secret@[broken/?token=secret")).toBe("[broken/?…");
  expect(showUrl(`http://a.test/${"x".repeat(999)}`).length).toBeLessThan(210);
  expect(showUrl("no\u202e such\nthing")).toBe("nosuchthing");
});

test("a failure is told by its code alone", () => {
  const coded = (code: string) => Object.assign(new Error("http://ann:secret@a.test"), { code });
  expect(whyFailed(coded("ECONNREFUSED"))).toBe("the server refused the connection");
  expect(whyFailed(new AggregateError([coded("EHOSTUNREACH")]))).toBe("the server could not be reached");
  expect(whyFailed(coded("HPE_INVALID_CONSTANT"))).toContain("proper HTTP");
  expect(whyFailed(coded("ESOMETHING"))).toBe("the request failed (ESOMETHING)");
  expect(whyFailed(new Error("http://ann:secret@a.test"))).toBe("the request failed");
  expect(whyFailed("thrown text")).toBe("the request failed");
});
