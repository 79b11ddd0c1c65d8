/** A tag, a comment or a declaration; no address as Markdown links it, `<https://…>`. Ends at the next sign of either kind. */
const TAG = /<[!/?]?[a-z-][a-z0-9-]*(?:[\s/][^<>]*)?>/giu;
const BLANK = /&nbsp;|&#160;/giu;

/** False where a text holds nothing but tags and spaces: in whatever format it is read, there is nothing to answer from. */
export function mayHoldText(text: string): boolean {
  return text.replace(TAG, "").replace(BLANK, "").trim() !== "";
}
