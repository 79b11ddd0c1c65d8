/** What somebody is called by behind a name. */
const OFFICE =
  "(?:대통령|총리|장관|차관|대사|의원|대표|위원장|특사|회장|사장|시장|지사|군수|구청장|과장|국장|실장|팀장|본부장|센터장|소장|원장|청장|총장|의장|단장|교수|교섭관|담당관|보좌관|대변인|후보자?|감독|박사|판사|검사|변호사|기자|선수|연구원|위원|이사장|이사|총재|주석|국왕)";
/** "해양수산부 장관". */
const OF_OFFICE = "(?:[가-힣]{1,10}(?:부|처|청|원|회|시|도|군|구|국)\\s)?";
const KOREAN = new RegExp(
  String.raw`(?<![가-힣])(?<name>(?:[가-힣]{2,5}\s)?[가-힣]{2,6})(?<![부처청])\s(?:전\s|신임\s)?(?<office>${OF_OFFICE}[가-힣]{0,6}${OFFICE})(?=[은는이가의을를과와도]|에게|께서|[\s,.]|$)`,
  "u",
);
const ENGLISH = /(?<name>\b\p{Lu}[\p{L}'’-]+ (?:\p{Lu}\. |(?:van|von|de|al|bin) )?\p{Lu}[\p{L}'’-]+)(?=[,.]| [a-z]|$)/u;
/** Titles and the beginning of a sentence are no first names. */
const BEFORE_NAME =
  /^(?:The|President|Prime|Minister|Secretary|Mayor|Senator|Director|Former|Chief|In|On|At|Before|After)\s/u;
/** 신임, 관련: since when an office is held, or of what, is nobody's name; nor is what a verb or a clause ends with. */
const NO_NAME = /(?:전|신임|현직|담당|관련|당시|새|각|여러|모든|정부|[가-힣](?:라고|다고|며|는|를|던|에서|으로))$/u;

/** Whoever a sentence names by an office, as it does ("김도윤 장관"), or in English by two names; null where nobody. */
export function personNamed(sentence: string): string | null {
  const { name, office } = KOREAN.exec(sentence)?.groups ?? {};
  if (name !== undefined && office !== undefined && !NO_NAME.test(name)) return `${ofNameAlone(name)} ${office}`;
  return ENGLISH.exec(sentence.replace(BEFORE_NAME, ""))?.groups?.["name"] ?? null;
}

/** "몽골의 바트에르덴" without whose it is. */
function ofNameAlone(name: string): string {
  return name.replace(/^.*[은는이가의을를에]\s/u, "");
}
