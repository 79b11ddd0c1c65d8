import { finalConsonant, isHangulSyllable } from "../../text/hangul.ts";

const PARTICLE_PAIRS = ["은는", "이가", "을를", "과와"];

/** What followed a name, with the particle that agrees with the one that takes its place. */
export function agreeing(name: string, after: string): string {
  const pair = PARTICLE_PAIRS.find((particles) => particles.includes(after.charAt(0)) && after !== "");
  if (pair === undefined || !isHangulSyllable(name.slice(-1)) || /^[가-힣]{2}/.test(after)) return after;
  return pair.charAt(finalConsonant(name) === "" ? 1 : 0) + after.slice(1);
}
