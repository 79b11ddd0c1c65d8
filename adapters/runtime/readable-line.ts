import { onOneLine, withoutControls } from "../../src/text/plain.ts";

interface Event {
  readonly level: number;
  readonly time: number;
  readonly msg?: string;
  readonly err?: { readonly message?: string; readonly stack?: string };
  readonly [fact: string]: unknown;
}

/** Made once: it takes longer than all the rest of a line. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "medium" });
  clocks.set(timeZone, clock);
  return clock;
}

const WARN = 40;
const ERROR = 50;

/** One of pino's lines as people read it: "10:42:07 Discord: off, DISCORD_TOKEN is not set"; a stack follows indented. */
export function readableLine(json: string, timeZone: string): string {
  const { level, time, msg = "", err, ...facts } = JSON.parse(json) as Event;
  const clock = clockOf(timeZone).format(time);
  const mark = level >= ERROR ? "ERROR " : level >= WARN ? "WARNING " : "";
  const shown = Object.entries(facts).map(([name, value]) => ` ${name}=${String(value)}`);
  const stack = err ? `\n${withoutControls(err.stack ?? err.message ?? "").replace(/^/gm, "    ")}` : "";
  return `${clock} ${mark}${onOneLine(msg)}${onOneLine(shown.join(""))}${stack}\n`;
}
