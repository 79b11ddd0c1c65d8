import { expect, it } from "vitest";
import type { AskedFor } from "../../../src/answers/asked-for.ts";
import { callsWhatIsAsked } from "../../../src/answers/asked-heading.ts";

it.each<[askedFor: AskedFor, heading: string, calls: boolean]>([
  ["how-much", "지원 금액", true],
  ["how-much", "시설 사용료", true],
  ["how-much", "자료", false],
  ["how-much", "Fees", true],
  ["how-much", "신청 기간", false],
  ["why", "바꾼 까닭", true],
  ["when", "접수 기한", true],
  ["when", "바꾼 까닭", false],
  ["where", "신청 방법", true],
  ["who", "받는 대상", true],
  ["what", "지원 금액", false],
  ["who", "", false],
])("%s under %j: %s", (askedFor, heading, calls) => expect(callsWhatIsAsked(askedFor, heading)).toBe(calls));
