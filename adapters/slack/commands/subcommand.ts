export type SubcommandName = "help" | "documents" | "status" | "settings" | "forget";

export interface Subcommand {
  readonly name: SubcommandName;
  readonly argument: string;
}

/** Words that are a subcommand only where they are all that was typed, with what may follow each. */
const SUBCOMMANDS: readonly (readonly [SubcommandName, RegExp])[] = [
  ["help", /^(?:help|도움말|\?|)$/i],
  ["documents", /^(?:documents|문서)(?:\s+(\d{1,4}))?$/i],
  ["status", /^(?:status|상태)$/i],
  ["settings", /^(?:settings|설정)$/i],
  ["forget", /^(?:forget|잊기)$/i],
];

/** Null where it is a question. Nothing at all asks for help. */
export function readSubcommand(text: string): Subcommand | null {
  const typed = text.trim();
  for (const [name, pattern] of SUBCOMMANDS) {
    const match = pattern.exec(typed);
    if (match) return { name, argument: match[1] ?? "" };
  }
  return null;
}
