/** A rank is the place of the first relevant section from 1, or 0 where none was found. */
type Rank = number;

/** recall@k with one relevant section per question: the share of questions whose rank is at most k. */
export function recallAt(k: number, ranks: readonly Rank[]): number {
  return mean(ranks.map((rank) => (rank > 0 && rank <= k ? 1 : 0)));
}

/** MRR@k: the mean of 1/rank, 0 beyond k (Voorhees, TREC-8 question answering track, 1999). */
export function meanReciprocalRank(k: number, ranks: readonly Rank[]): number {
  return mean(ranks.map((rank) => (rank > 0 && rank <= k ? 1 / rank : 0)));
}

/** Whether any of the sentences holds any of the expected answers, spaces aside. */
export function answerHolds(sentences: readonly string[], expected: readonly string[]): boolean {
  const wanted = expected.map(withoutSpaces).filter((answer) => answer !== "");
  return sentences.map(withoutSpaces).some((sentence) => wanted.some((answer) => sentence.includes(answer)));
}

function withoutSpaces(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, "");
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
