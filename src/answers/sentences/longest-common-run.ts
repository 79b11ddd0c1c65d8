/** Length of the longest text that stands in both, at most `most`. UTF-16 units. */
export function longestCommonRun(one: string, other: string, most = Number.POSITIVE_INFINITY): number {
  // A long text is searched at once, and a short one tried at each of its places.
  const [part, text] = one.length <= other.length ? [one, other] : [other, one];
  let length = 0;
  for (let from = 0; length < most && from + length < part.length; from++) {
    while (length < most && from + length < part.length && text.includes(part.slice(from, from + length + 1))) length++;
  }
  return length;
}
