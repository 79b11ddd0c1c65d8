import { expect, it } from "vitest";
import { readableHost } from "../../../src/text/readable-host.ts";

it.each([
  ["https://example.org:8080/feed", "example.org"],
  ["https://예시.invalid/feed", "예시.invalid"],
  ["https://xn--9t4b11yi5a.invalid/feed", "테스트.invalid"],
  ["http://[2001:db8::1]/feed", "[2001:db8::1]"],
  ["https://xn--a.invalid/feed", "xn--a.invalid"],
])("of %s people read %s", (address, host) => {
  const url = URL.parse(address);
  expect(url && readableHost(url)).toBe(host);
});
