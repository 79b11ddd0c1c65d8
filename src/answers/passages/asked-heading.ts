import { isQuestion } from "../../documents/is-question.ts";
import { onceEach } from "../../text/remembered.ts";
import { type AskedFor, whatIsAskedFor } from "../asked/asked-for.ts";
import { cellsOf } from "./table-columns.ts";

/** What headings call that which is asked for. */
const HEADINGS: Readonly<Partial<Record<AskedFor, RegExp>>> = {
  "how-much":
    /금액|요금|비용|가격(?!제)|값|(?:사업|공사|건설|여행|진료|교육)비|경비|예산|(?:수수|이용|사용|입장|관람|보험|보육|수강|임대|대여|통행|주차|연체)료|지원액|급여액|수당|한도|\b(?:fees?|prices?|costs?|amounts?|rates?|charges?)\b/iu,
  why: /까닭|이유|배경|취지|원인|\b(?:why|reasons?|background|causes?)\b/iu,
  when: /기간|기한|일정|시기|날짜|날$|마감|시행일|시간|\b(?:when|dates?|deadlines?|schedule|timeline|hours)\b/iu,
  where: /장소|위치|접수처|창구|곳$|신청\s?방법|찾아오|\b(?:where|place|location|how to apply)\b/iu,
  who: /대상|자격|담당|사람|(?:참석|참가|참여|책임|대표|발표|진행)자|이름$|성명$|\b(?:who|eligib\w+)\b/iu,
};

/** Whether a heading calls what a question asks for: 지원 금액 where it asks how much, or 얼마를 지원합니까? */
export function callsWhatIsAsked(askedFor: AskedFor, heading: string): boolean {
  const names = HEADINGS[askedFor];
  return names !== undefined && (names.test(heading) || (isQuestion(heading) && whatIsAskedFor(heading) === askedFor));
}

/** Longer cells tell something instead of calling it. Characters. */
const LONGEST_NAME = 20;

/**
 * Tells whether a row of a table says what is asked for under a name that calls it: of the column, or of the row itself in its first
 * cell. 참석자 over one of its cells answers who came, whether or not the cell says so. Null where no name calls what is asked for.
 */
export function createCallsInRow(askedFor: AskedFor): ((row: string, header: string) => boolean) | null {
  if (HEADINGS[askedFor] === undefined) return null;
  const isCalled = (name: string) => name.length <= LONGEST_NAME && callsWhatIsAsked(askedFor, name.trim());
  const columnsCalled = onceEach((header: string) => cellsOf(header).map(isCalled));
  return (row, header) => {
    const cells = cellsOf(row);
    const isUnderName = columnsCalled(header).some((called, at) => called && (cells[at] ?? "").trim() !== "");
    return isUnderName || (cells.length > 1 && isCalled(cells[0] ?? ""));
  };
}
