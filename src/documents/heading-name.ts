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
