/** The excerpt's lines: parts stand between line ends or runs of two spaces; a last part cut off by an ellipsis goes, as does markup. */
export function excerptLines(excerpt: string): string[] {
  const parts = excerpt
    .replace(/\*\*|<\/?[a-z][^<>]{0,200}>/gi, "")
    .split(/\n+|[ \t\u00a0]{2,}/)
    .map((part) => part.replace(/\s+/g, " ").trim())
    .filter((part) => part !== "");
  const last = parts.at(-1) ?? "";
  if (!/(?:…|\.\.\.)\s*$/.test(last)) return parts;
  const whole = sentencesOf(last).slice(0, -1).join(" ");
  return whole === "" ? parts.slice(0, -1) : [...parts.slice(0, -1), whole];
}

/** Whether one sentence at least holds a number or words that `body` does not hold. Linear in both. */
export function addsToBody(lines: readonly string[], body: string): boolean {
  const known = squeeze(body);
  const numbers = new Set(numbersOf(body).flatMap(({ digits, counted }) => [digits, counted]));
  let checked = 0;
  for (const sentence of lines.flatMap(sentencesOf)) {
    if (numbersOf(sentence).some(({ counted }) => !numbers.has(counted))) return true;
    const words = sentence.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
    checked += words.length;
    // An excerpt of that length is an article in itself.
    if (checked > 1000) return true;
    const missing = words.filter((word) => !isKnown(word.toLowerCase(), known)).length;
    if (missing >= 2 && missing * 3 > words.length) return true;
  }
  return false;
}

/** Letters and digits alone, so that two texts can be compared whatever their spacing and marks. */
export function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?。…])\s+/);
}

/** A Korean word may end in another particle or ending than in the body. */
function isKnown(word: string, known: string): boolean {
  for (let length = word.length; length >= Math.max(2, Math.floor(word.length / 2)); length -= 1) {
    if (known.includes(word.slice(0, length))) return true;
  }
  return false;
}

/**
 * Every number as its digits with the first letter of what they count ("10여", "1909억"), and alone. Where only the
 * digits can be compared (a particle or a space follows) `counted` is equal to `digits`.
 */
function numbersOf(text: string): { readonly digits: string; readonly counted: string }[] {
  const found = text.replace(/(\d),(?=\d{3})/g, "$1").matchAll(/(\d+(?:\.\d+)?)([\p{L}%％])?/gu);
  return [...found].map(([, digits = "", counter = ""]) => {
    return { digits, counted: /[은는이가을를의에로와과도]/.test(counter) ? digits : digits + counter };
  });
}
