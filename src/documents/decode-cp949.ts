/**
 * CP949 as Windows writes it, or null where the bytes are none. Node's "euc-kr" knows only the 2,350 syllables of
 * KS X 1001; the other 8,822 stand in the code space it leaves free, in Unicode order.
 */
export function decodeCp949(bytes: Uint8Array): string | null {
  tables ??= buildTables();
  const { standard, extension } = tables;
  let text = "";
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      continue;
    }
    i += 1;
    // A file that was cut may end on half a character.
    if (i === bytes.length) break;
    const trail = bytes[i] ?? 0;
    const found = standard.get(lead * 256 + trail) ?? extension.get(lead * 256 + trail);
    if (found === undefined) return null;
    text += found;
  }
  return text;
}

interface Tables {
  readonly standard: ReadonlyMap<number, string>;
  readonly extension: ReadonlyMap<number, string>;
}

let tables: Tables | null = null;

function buildTables(): Tables {
  const decoder = new TextDecoder("euc-kr");
  const standard = new Map<number, string>();
  for (let lead = 0xa1; lead <= 0xfe; lead += 1) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== "\ufffd") standard.set(lead * 256 + trail, character);
    }
  }
  const known = new Set(standard.values());
  const extension = new Map<number, string>();
  let syllable = 0xac00;
  for (let lead = 0x81; lead <= 0xc6; lead += 1) {
    for (let trail = 0x41; trail <= (lead <= 0xa0 ? 0xfe : 0xa0); trail += 1) {
      if ((trail > 0x5a && trail < 0x61) || (trail > 0x7a && trail < 0x81)) continue;
      while (known.has(String.fromCharCode(syllable))) syllable += 1;
      if (syllable > 0xd7a3) return { standard, extension };
      extension.set(lead * 256 + trail, String.fromCharCode(syllable));
      syllable += 1;
    }
  }
  return { standard, extension };
}
