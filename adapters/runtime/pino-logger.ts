import { pino } from "pino";
import type { LogFacts, Logger } from "../../src/ports/runtime.ts";
import { readableLine } from "./readable-line.ts";

export interface LogOptions {
  readonly level: string;
  /** "text" for people, "json" for machines; a line per event either way. */
  readonly format: "text" | "json";
  /** Never written, wherever they come from. */
  readonly secrets: readonly string[];
  readonly timeZone: string;
  readonly write: (line: string) => void;
}

/** A shorter one would be found in ordinary words. */
const SHORTEST_SECRET = 6;

export function createLogger({ level, format, secrets, timeZone, write }: LogOptions): Logger {
  const hidden = secrets.filter((secret) => secret.length >= SHORTEST_SECRET);
  const withoutSecrets = (line: string) => hidden.reduce((rest, secret) => rest.replaceAll(secret, "[hidden]"), line);
  const destination = {
    write: (line: string) => write(withoutSecrets(format === "json" ? line : readableLine(line, timeZone))),
  };
  const logger = pino({ level, base: null }, destination);
  return {
    debug: (message, facts: LogFacts = {}) => logger.debug(facts, message),
    info: (message, facts: LogFacts = {}) => logger.info(facts, message),
    warn: (message, facts: LogFacts = {}) => logger.warn(facts, message),
    error: (message, thrown?: unknown, facts: LogFacts = {}) =>
      logger.error(thrown === undefined ? facts : { ...facts, err: thrown }, message),
  };
}
