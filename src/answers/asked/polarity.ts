/** Whether something may or may not be. */
export type Polarity = "granted" | "denied";

const ASKS_WHAT_IS_DENIED = /수\s?없는|안\s?되는|못\s?하는|금지(?:된|되는)|제외(?:된|되는)|불가능?한/u;
const ASKS_WHAT_IS_GRANTED = /수\s?있는|가능한|허용(?:된|되는)/u;
const DENIES =
  /수\s?(?:는\s|도\s)?없|지(?:는|도)?\s?(?:아니|않|못)|아니\s?(?:된|됩)|안\s?(?:된|됩|돼)|금지|금한|제외|불가|\b(?:not|cannot)\b/u;
const GRANTS = /수\s?(?:는\s|도\s)?있|가능|허용|\b(?:may|can)\b/u;

/** What is asked for by what may or may not be done with it: "빌릴 수 없는 책은?"; null where nothing is so. */
export function polarityAsked(question: string): Polarity | null {
  const [denied, granted] = [ASKS_WHAT_IS_DENIED.test(question), ASKS_WHAT_IS_GRANTED.test(question)];
  return denied === granted ? null : denied ? "denied" : "granted";
}

/** Null where a sentence says neither, or both: "공개하지 아니할 수 있다". */
export function polarityOf(text: string): Polarity | null {
  const [denies, grants] = [DENIES.test(text), GRANTS.test(text)];
  return denies === grants ? null : denies ? "denied" : "granted";
}
