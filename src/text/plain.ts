/** What a terminal obeys (C0 but line ends, DEL, C1), and what turns the order of the letters shown around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Text that shows what it says and does nothing else. Line ends stay; a tab becomes a space. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, (control) => (control === "\t" ? " " : ""));
}

/** The same on one line. */
export function onOneLine(text: string): string {
  return withoutControls(text.replace(/[\n\r\u0085\u2028\u2029]+/g, " "));
}

/** One line of JSON that a terminal shows as it is; what it would obey is escaped, and so comes back when it is read. */
export function jsonLine(value: unknown): string {
  const escaped = (control: string) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value).replace(CONTROLS, escaped);
}
