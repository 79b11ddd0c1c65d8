/** The lines of a word list, comments and empty ones included, in NFC. */
export function linesOfList(text: string): string[] {
  return text
    .normalize("NFC")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/);
}

/** What a line lists, parted by tabs: nothing where it is a comment or empty. */
export function listedOn(line: string): string[] {
  if (line.startsWith("#")) return [];
  return line
    .split("\t")
    .map((listed) => listed.trim())
    .filter((listed) => listed !== "");
}
