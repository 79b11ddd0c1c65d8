/** One weight's steps get shorter the more it was moved (AdaGrad, Duchi et al. 2011). Changes `weights` in place. */
export function createAdagrad(weights: Float64Array, rate: number): { step(index: number, gradient: number): void } {
  const squares = new Float64Array(weights.length).fill(1e-3);
  return {
    step(index, gradient) {
      const square = (squares[index] ?? 0) + gradient * gradient;
      squares[index] = square;
      weights[index] = (weights[index] ?? 0) - (rate * gradient) / Math.sqrt(square);
    },
  };
}

/**
 * Derivative of the listwise loss -log(share of the relevant ones in a softmax over all), by score; null where the list
 * has nothing relevant.
 */
export function listwiseGradient(scores: readonly number[], relevant: readonly boolean[]): number[] | null {
  const most = Math.max(...scores);
  const exponents = scores.map((score) => Math.exp(score - most));
  let all = 0;
  let wanted = 0;
  for (const [place, each] of exponents.entries()) {
    all += each;
    if (relevant[place]) wanted += each;
  }
  if (wanted === 0) return null;
  return exponents.map((each, place) => each / all - (relevant[place] ? each / wanted : 0));
}
