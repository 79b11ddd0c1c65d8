/** Breaks up what Slack would make a link of by itself; nobody sees the character. */
const WORD_JOINER = "\u2060";

/** Text for Slack's own markup: nothing in it calls anybody, links anywhere or becomes markup. */
export function escapeMrkdwn(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(
      /:\/\/|@|www(?=\.)|(?<=[\p{L}\p{N}])\.(?=\p{L})/giu,
      (found) => `${found[0]}${WORD_JOINER}${found.slice(1)}`,
    );
}
