/** A piece of running text. Nothing in it is markup. */
export interface Piece {
  readonly text: string;
  readonly strong: boolean;
}

/**
 * `own`: the bot's words. `asked`: somebody's words, repeated. `quoted`: a document's words. `heading`: over what
 * follows. `item`: an entry of a list. `source`, `small`: small print.
 */
export type LineKind = "own" | "asked" | "quoted" | "heading" | "item" | "source" | "small";

export interface Line {
  readonly kind: LineKind;
  readonly pieces: readonly Piece[];
  /** The number of the source that is quoted, or that this line names. */
  readonly number: number | null;
  /** Only from the index, and only http or https. */
  readonly url: string | null;
}

export type ActionName =
  | "sources"
  | "helpful"
  | "unhelpful"
  | "follow-up"
  | "share"
  | "page"
  | "related"
  | "article"
  | "section"
  | "ask-article"
  | "alerts"
  | "subscribe"
  | "subscription"
  | "pause-alerts"
  | "resume-alerts"
  | "unsubscribe"
  | "preview-alerts"
  | "keep-trying";

/** Something a reader may do, as a button. */
export interface Action {
  readonly name: ActionName;
  readonly label: string;
  /** What it is done to; see action-id.ts. */
  readonly about: string;
}

export interface MenuOption {
  readonly label: string;
  readonly detail: string | null;
  readonly value: string;
}

/** Something a reader may choose from: at most 25 options, none of them twice. */
export interface Menu {
  readonly name: ActionName;
  readonly about: string;
  readonly placeholder: string;
  readonly options: readonly MenuOption[];
}

/** One message in words, for any chat platform to render. It fits the platform's limits. */
export interface ChatMessage {
  readonly lines: readonly Line[];
  readonly actions: readonly Action[];
  readonly menu: Menu | null;
}

/** Some words that a reader may write into a form. */
export interface Field {
  /** Of its form only. */
  readonly name: string;
  readonly label: string;
  readonly placeholder: string;
  /** What stands there before anybody writes. */
  readonly value: string;
  readonly required: boolean;
  /** Characters. */
  readonly most: number;
  /** Several lines. */
  readonly long: boolean;
}

export const FORM_NAMES = ["follow-up", "unhelpful", "ask-article", "subscribe"] as const;
export type FormName = (typeof FORM_NAMES)[number];

/** A question to the reader in a window of its own. At most five fields. */
export interface Form {
  readonly name: FormName;
  readonly about: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly submit: string;
  readonly cancel: string;
}

/** What somebody wrote into a form, by the names of its fields. */
export type Written = Readonly<Record<string, string>>;

export function line(kind: LineKind, text: string, more: Partial<Pick<Line, "number" | "url">> = {}): Line {
  return { kind, pieces: [{ text, strong: false }], number: more.number ?? null, url: more.url ?? null };
}

export function textOf({ pieces }: Pick<Line, "pieces">): string {
  return pieces.map(({ text }) => text).join("");
}

/** A message of nothing but the bot's words. */
export function saying(...texts: readonly (string | null)[]): ChatMessage {
  return {
    lines: texts.filter((text) => text !== null).map((text) => line("own", text)),
    actions: [],
    menu: null,
  };
}

/** For notifications and screen readers: the message without its buttons. */
export function plainTextOf({ lines }: Pick<ChatMessage, "lines">): string {
  return lines
    .map((each) => (each.kind === "quoted" && each.number !== null ? `${textOf(each)} [${each.number}]` : textOf(each)))
    .join("\n");
}
