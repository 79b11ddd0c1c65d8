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

/** The least of the values that at least this share of them, 0..1, does not exceed; 0 of none. */
export function quantile(share: number, values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/**
 * Area under the receiver operating characteristic: how often a positive scores above a negative, ties half (Hanley and
 * McNeil, 1982). 0.5 is chance; null where there are none of either.
 */
export function areaUnderRoc(positives: readonly number[], negatives: readonly number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null;
  const sorted = [
    ...positives.map((score) => ({ score, positive: true })),
    ...negatives.map((score) => ({ score, positive: false })),
  ].sort((a, b) => a.score - b.score);
  let below = 0;
  let wins = 0;
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    let tiedPositives = 0;
    for (; sorted[to]?.score === sorted[from]?.score && to < sorted.length; to++) {
      if (sorted[to]?.positive) tiedPositives++;
    }
    const tiedNegatives = to - from - tiedPositives;
    wins += tiedPositives * (below + tiedNegatives / 2);
    below += tiedNegatives;
  }
  return wins / (positives.length * negatives.length);
}

/** The share of negatives at or above the threshold that keeps at least `kept` of the positives, 0..1. */
export function falseAlarmsKeeping(
  kept: number,
  positives: readonly number[],
  negatives: readonly number[],
): number | null {
  if (positives.length === 0 || negatives.length === 0) return null;
  const threshold = positives.toSorted((a, b) => b - a)[Math.ceil(kept * positives.length) - 1] ?? 0;
  return negatives.filter((score) => score >= threshold).length / negatives.length;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
