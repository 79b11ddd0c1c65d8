/** What must come back as it went in, also as a key. */
export const hostileKeys: readonly string[] = [
  "'",
  '"; --',
  "'; drop table exchanges; drop table events; --",
  "\\",
  "%",
  "_",
  "$1 ?1 :a @b",
  "👩‍👩‍👧 🙏",
  "각\u0301\u200b\u202e",
  "줄\r\n바꿈\t",
  "null",
  "",
];

/** For what something is found by: PostgreSQL looks up no more than some 2,700 bytes. */
export const hostileNames: readonly string[] = [...hostileKeys, "가🙏'\"\\".repeat(150), "a".repeat(2_000)];

export const hostileTexts: readonly string[] = [...hostileKeys, "가🙏'\"\\".repeat(100_000 / 6), "a".repeat(100_000)];
