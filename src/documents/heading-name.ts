/** As an outline's numbers stand in a heading path: "3.6. 대만", and not "2025 예산". */
const NUMBER = /^(\d+(?:\.\d+)*)\.\s+/;

/** The last heading of a path without the outline's number, or "" where there is none. Digits that are words of it stay. */
export function plainHeading(headingPath: readonly string[]): string {
  return headingPath.at(-1)?.replace(NUMBER, "") ?? "";
}

/** The last heading of a path as readers know it: "3.6 대만". Null where there is none. */
export function numberedHeading(headingPath: readonly string[]): string | null {
  return headingPath.at(-1)?.replace(NUMBER, "$1 ") ?? null;
}

const PART_OF_LAW = /^제\s?(\d{1,4})\s?([편장절관조])(?:\s?의\s?(\d{1,3}))?(?=[\s([【［（]|$)\s*(.*)$/su;

/** What a heading of a law says: "제7조의2(감면)" is 제7조의2, of 감면. Null for other headings. */
export function partOfLaw(heading: string): { readonly mark: string; readonly name: string } | null {
  const [, number, kind, inserted, name = ""] = PART_OF_LAW.exec(heading) ?? [];
  if (number === undefined) return null;
  return { mark: `제${number}${kind}${inserted === undefined ? "" : `의${inserted}`}`, name };
}
