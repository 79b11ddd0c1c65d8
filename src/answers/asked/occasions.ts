/** What is held again and again. */
export const OCCASION =
  "(?:회의|회담|총회|대회|축제|영화제|올림픽|월드컵|엑스포|박람회|전시회|선거|대선|총선|시상식|설명회|간담회|모임|공모전|시험)";

/**
 * What is held again and again, as the end of a word, behind what says which one it is ("다음", "2026년") and two words more at
 * most: of each the time that it is held does.
 */
export const OF_OCCASION = String.raw`\s(?:[\p{L}\d]{1,20}\s){0,2}[\p{L}]{0,20}?${OCCASION}`;
