/** The only source of time. Nothing that waits here keeps the process alive. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  sleep(delayMs: number): Promise<void>;
  /** Runs `task` again and again, `intervalMs` after it ended last; it must not throw. The result ends that, and waits for a run under way. */
  every(intervalMs: number, task: () => Promise<void>): () => Promise<void>;
}

export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** What operators read. Questions, answers and secrets never get here. */
export interface Logger {
  debug(message: string, facts?: LogFacts): void;
  info(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
  /** With the stack of what was thrown, where something was. */
  error(message: string, thrown?: unknown, facts?: LogFacts): void;
}
