/** Length of the longest text that stands in both. UTF-16 units. */
export function longestCommonRun(a: string, b: string): number {
  let longest = 0;
  // By place in b: the run that ends there and at the character of `a` before, and at this one.
  let before = new Uint16Array(b.length + 1);
  let here = new Uint16Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    const letter = a.charCodeAt(i);
    for (let j = 0; j < b.length; j++) {
      const run = letter === b.charCodeAt(j) ? (before[j] ?? 0) + 1 : 0;
      here[j + 1] = run;
      if (run > longest) longest = run;
    }
    [before, here] = [here, before];
  }
  return longest;
}
