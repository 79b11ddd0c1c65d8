const IN_FULL: Readonly<Record<string, string>> = { 얼만: "얼마인", 누군: "누구인", 어딘: "어디인", 언젠: "언제인" };
/** Not 누군가 and 언젠가, somebody and some day. */
const RUN_TOGETHER = new RegExp(
  `(?<![가-힣])(?:${Object.keys(IN_FULL).join("|")})(?=(?:(?:데|대|지)요?|가요)(?![가-힣]))`,
  "gu",
);

/** "쿼드 이란 무엇인가요": typed apart, and no country. */
const TYPED_APART = /(?<=[\p{L}\d)]) (?=이란 (?:무엇|뭐|뭔|뭘))/gu;

/** A question whose words that ask stand in full, as "정기권은 얼마인데?" for "정기권은 얼만데?" and 누구인지 for 누군지, and 이란 behind its noun. */
export function inFull(question: string): string {
  return question.replace(RUN_TOGETHER, (asks) => IN_FULL[asks] ?? asks).replace(TYPED_APART, "");
}
