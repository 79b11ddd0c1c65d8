import { domainToUnicode } from "node:url";

/** The host of an address as people read and write it: "한글.example", not "xn--…". */
export function readableHost({ hostname }: URL): string {
  return domainToUnicode(hostname) || hostname;
}
