const CONTROL = /<([@#!]|https?:|mailto:|tel:|slack:)([^<>]*)>/g;

/** What somebody wrote, without Slack's markup: mentions and links are left as people read them. */
export function plainText(text: string): string {
  return text
    .replace(CONTROL, (_, mark: string, rest: string) => readable(mark, rest))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** The same without the mentions of this member. */
export function withoutMention(text: string, userId: string): string {
  return text
    .replaceAll(new RegExp(`<@${userId}(\\|[^<>]*)?>`, "g"), " ")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** Members whom a text calls by name. */
export function mentionedIn(text: string): readonly string[] {
  return [...text.matchAll(/<@([A-Z0-9]+)(?:\|[^<>]*)?>/g)].map(([, id = ""]) => id);
}

function readable(mark: string, rest: string): string {
  const [target = "", label = ""] = rest.split("|");
  switch (mark) {
    case "@":
      return label === "" ? `@${target}` : `@${label.replace(/^@/, "")}`;
    case "#":
      return label === "" ? `#${target}` : `#${label}`;
    case "!":
      return label === "" ? `@${target.split("^")[0]}` : label;
    default:
      return label === "" ? `${mark}${target}` : label;
  }
}
