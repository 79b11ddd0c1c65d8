const SPACE_CONTROLS = /[\t\v\f\r\u0085]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Without what could steer a terminal or turn the reading order: C0 (but line ends), C1, DEL, bidi overrides and marks. */
export function stripControls(text: string): string {
  const clean = text.replace(SPACE_CONTROLS, " ").replace(CONTROLS, "");
  // What stood between a letter and its accent may be gone.
  return clean === text ? text : clean.normalize("NFC");
}
