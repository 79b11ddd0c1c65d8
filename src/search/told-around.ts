import { splitSentences } from "../text/sentences.ts";

/** "…이사하는데", "…했거든": what people begin with before they ask. */
const CLAUSE_TOLD = /[가-힣](?:(?:인데|는데|은데|한데|던데|거든|잖아|더라|길래)요?|더라[고구]요?)$/;
const ASKS = /[?？][^\p{L}\p{N}]*$/u;
/** "문 닫는다며?" is what was heard, and no question yet. */
const HEARD = /[라다자냐]며요?[?？][^\p{L}\p{N}]*$/u;

/** Whether a word ends a clause that is told before the question. */
export function endsWhatIsTold(word: string): boolean {
  return CLAUSE_TOLD.test(word);
}

/** "요금을 알려 주세요.", "대상이 궁금합니다." */
const REQUESTS = /(?:알려|가르쳐|말해|설명해)\s?(?:줘|주세요|주실|주시|달라)|궁금(?:해|합니|하네|한데)|알고\s?싶/u;

/** What a message tells around what it asks: from the beginning up to `asksFrom`, and from `asksTo` on. Places in the message. */
export interface ToldAround {
  readonly asksFrom: number;
  readonly asksTo: number;
}

/** The sentences from the first that asks to the last one; where none does so by its form, the last one asks. */
export function toldAround(message: string): ToldAround {
  const sentences = splitSentences(message);
  const asking = sentences.filter(({ text }) => (ASKS.test(text) && !HEARD.test(text)) || REQUESTS.test(text));
  const first = asking[0] ?? sentences.at(-1);
  const before = sentences.findLast(({ end }) => end <= (first?.start ?? 0));
  return { asksFrom: before?.end ?? 0, asksTo: asking.at(-1)?.end ?? message.length };
}
