import { REST } from "discord.js";
import type { TakeTurn } from "./alert-turns.ts";

interface AlertRestOptions {
  readonly token: string;
  readonly apiUrl: string | null;
}

export const ANSWER_WITHIN_MS = 10_000;

/** What alerts ask Discord, each request in its turn. */
export interface AlertRest extends Pick<REST, "get" | "post" | "patch"> {
  setToken(token: string): void;
}

/** A client of its own for alerts. It repeats nothing, and where Discord named a limit it fails at once until that is over. */
export function createAlertRest({ token, apiUrl }: AlertRestOptions, turn: TakeTurn): AlertRest {
  const rest = new REST({
    version: "10",
    retries: 0,
    timeout: ANSWER_WITHIN_MS,
    rejectOnRateLimit: () => true,
    // Turns count for all processes; its own count would reject what they allow.
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    ...(apiUrl !== null && { api: apiUrl }),
  }).setToken(token);
  const inTurn =
    (method: "get" | "post" | "patch"): REST["get"] =>
    async (route, options) => {
      await turn(options?.signal ?? undefined);
      return rest[method](route, options);
    };
  return {
    ...{ get: inTurn("get"), post: inTurn("post"), patch: inTurn("patch") },
    setToken: (again) => void rest.setToken(again),
  };
}
