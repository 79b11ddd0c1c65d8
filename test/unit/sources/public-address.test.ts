import { expect, test } from "vitest";
import {
  hostName,
  hostNames,
  isMetadataAddress,
  privateAddress,
  refusalOfHost,
} from "../../../adapters/sources/public-address.ts";

test.each([
  ["127.0.0.1", "this machine itself"],
  ["127.255.255.254", "this machine itself"],
  ["::1", "this machine itself"],
  ["10.0.0.1", "a private network"],
  ["172.16.0.1", "a private network"],
  ["172.31.255.255", "a private network"],
  ["192.168.1.1", "a private network"],
  ["fc00::1", "a private network"],
  ["fdff::1", "a private network"],
  ["fec0::1", "a private network"],
  ["169.254.0.1", "the local network"],
  ["fe80::1", "the local network"],
  ["fe80::1%eth0", "the local network"],
  ["100.64.0.1", "a provider's internal network"],
  ["100.127.255.255", "a provider's internal network"],
  ["224.0.0.1", "a multicast group"],
  ["ff02::1", "a multicast group"],
  ["255.255.255.255", "a broadcast address"],
  ["0.0.0.0", "no machine"],
  ["0.1.2.3", "no machine"],
  ["::", "no machine"],
  ["240.0.0.1", "a reserved address"],
  ["192.0.0.192", "a reserved address"],
  ["192.0.2.1", "a reserved address"],
  ["198.18.0.1", "a reserved address"],
  ["2001:db8::1", "a reserved address"],
  ["::ffff:127.0.0.1", "an IPv4 address written as IPv6"],
  ["::ffff:7f00:1", "an IPv4 address written as IPv6"],
  ["::ffff:8.8.8.8", "an IPv4 address written as IPv6"],
  ["::ffff:0:127.0.0.1", "a translated IPv4 address"],
  ["64:ff9b::7f00:1", "a translated IPv4 address"],
  ["64:ff9b:1::1", "a translated IPv4 address"],
  ["2002:7f00:1::", "a tunnelled IPv4 address"],
  ["2001:0:7f00:1::", "a tunnelled IPv4 address"],
  ["::127.0.0.1", "an IPv4 address written as IPv6"],
  ["::7f00:1", "a reserved address"],
  ["4000::1", "a reserved address"],
  ["169.254.169.254", "a cloud metadata service"],
  ["169.254.170.2", "a cloud metadata service"],
  ["100.100.100.200", "a cloud metadata service"],
  ["168.63.129.16", "a cloud metadata service"],
  ["fd00:ec2::254", "a cloud metadata service"],
  ["fd00:0ec2:0:0:0:0:0:254", "a cloud metadata service"],
  ["2130706433", "no address that can be checked"],
  ["0177.0.0.1", "no address that can be checked"],
  ["127.1", "no address that can be checked"],
  ["example.org", "no address that can be checked"],
  ["", "no address that can be checked"],
])("%s is %s", (address, kind) => {
  expect(privateAddress(address)).toBe(kind);
});

test.each([
  "8.8.8.8",
  "1.1.1.1",
  "172.15.255.255",
  "172.32.0.1",
  "100.128.0.1",
  "11.0.0.1",
  "2606:4700::1111",
  "2a00:1450::1",
])("%s is public", (address) => {
  expect(privateAddress(address)).toBeNull();
});

test.each([
  ["localhost", false],
  ["a.localhost", false],
  ["metadata.google.internal", false],
  ["metadata", false],
  ["printer.local", false],
  ["router.home.arpa", false],
  ["localhost.example.org", true],
  ["mylocal", true],
  ["internal.example.org", true],
])("the name %s may be looked up: %s", (name, may) => {
  expect(refusalOfHost(name) === null).toBe(may);
});

test("hosts are compared in one spelling", () => {
  expect(hostName("[::1]")).toBe("::1");
  expect(hostName("Example.ORG.")).toBe("example.org");
  expect([...hostNames([" Wiki.Example.ORG. ", "127.1", "[::1]", "fd00::0:1", "한국.kr", ""])]).toEqual([
    "wiki.example.org",
    "127.0.0.1",
    "::1",
    "fd00::1",
    "xn--3e0b707e.kr",
  ]);
  expect(isMetadataAddress("fd00:ec2:0::254")).toBe(true);
  expect(isMetadataAddress("10.0.0.1")).toBe(false);
});
