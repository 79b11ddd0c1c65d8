/** The bytes of EUC-KR for a text, from Node's own table read backwards. */
export function eucKr(text: string): Uint8Array {
  const decoder = new TextDecoder("euc-kr");
  const table = new Map<string, readonly number[]>();
  for (let lead = 0xa1; lead <= 0xfe; lead += 1) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
      table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Uint8Array.from([...text].flatMap((character) => table.get(character) ?? [character.charCodeAt(0)]));
}
