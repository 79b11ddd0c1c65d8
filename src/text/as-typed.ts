/** As a keyboard types it: composed syllables, plain digits, nothing that is not seen. */
export function asTyped(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[０-９]/g, (digit) => digit.normalize("NFKC"))
    .replace(/\s+/g, " ")
    .trim();
}
