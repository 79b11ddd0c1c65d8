/** What is held again and again, as the end of a word: of each the time that it is held says which one it is. */
export const OCCASION =
  "(?:회의|회담|총회|대회|축제|영화제|올림픽|월드컵|엑스포|박람회|전시회|선거|대선|총선|시상식|설명회|간담회|모임|공모전|시험)";
