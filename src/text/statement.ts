/** Characters. */
const LONGEST_STATEMENT = 1000;

/** What of a sentence is looked at: those of tables and lists run on, and state what they state sooner. */
export function statementOf(sentence: string): string {
  return sentence.slice(0, LONGEST_STATEMENT);
}
