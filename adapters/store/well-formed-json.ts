/** JSON escapes lone surrogates instead of replacing them: they would come back whole from this column only. */
export function wellFormedJson(value: unknown): string {
  const json = JSON.stringify(value);
  return /\\ud[89a-f]/i.test(json)
    ? JSON.stringify(value, (_key, inner) => (typeof inner === "string" ? inner.toWellFormed() : inner))
    : json;
}
