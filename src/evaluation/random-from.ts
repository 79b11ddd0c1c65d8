/** Numbers in 0..1 that are the same for the same seed: Marsaglia, Xorshift RNGs, 2003, the one of 32 bits. Not for secrets. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}
