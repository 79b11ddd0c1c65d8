/** The logistic function: 0..1 of any number. */
export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Its inverse. */
export function logOdds(share: number): number {
  return Math.log(share / (1 - share));
}
