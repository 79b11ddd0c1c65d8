const DIGITS = 3;

export function roundWeight(weight: number): number {
  return Number(weight.toFixed(DIGITS));
}

/** The members of an object of weights by name, one a line, as they stand in a module. */
export function weightLines(weights: Readonly<Record<string, number>>): string {
  return Object.entries(weights)
    .map(([name, weight]) => `  ${/ /.test(name) ? JSON.stringify(name) : name}: ${roundWeight(weight)},\n`)
    .join("");
}
