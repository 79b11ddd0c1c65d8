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

/** The sentences that a message tells before the last one, up to the first that asks: "" where it begins with a question. */
export function toldBefore(message: string): string {
  const sentences = splitSentences(message);
  const asking = sentences.findIndex(({ text }) => ASKS.test(text) && !HEARD.test(text));
  const told = sentences.slice(0, asking < 0 ? -1 : asking);
  return message.slice(0, told.at(-1)?.end ?? 0);
}
