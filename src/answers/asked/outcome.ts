const ASKS =
  /(?:표결|의결|심의|심사|처리|투표|회의)\s?결과|(?:어떻게|어찌)\s?(?:처리|결정|의결|결론)|(?:통과|가결|부결|의결|결정)(?:됐|되었|했)/u;
const STATES = /가결|부결|보류|의결|통과|채택|철회|폐기|기로\s?(?:함|했|하였|결정|의결)/u;

/** What became of a motion is asked: "조례안은 어떻게 처리됐어?" */
export function asksForOutcome(question: string): boolean {
  return ASKS.test(question);
}

/** That it was passed, rejected, put off. */
export function statesOutcome(text: string): boolean {
  return STATES.test(text);
}
