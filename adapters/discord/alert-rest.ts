import { REST } from "discord.js";

interface AlertRestOptions {
  readonly token: string;
  readonly apiUrl: string | null;
}

export const ANSWER_WITHIN_MS = 10_000;
/** Discord takes 50 of one bot: what people ask for keeps the rest. */
const REQUESTS_PER_SECOND = 40;

/** A client of its own for alerts. Nothing is repeated and no limit is waited for: both come back as failures. */
export function createAlertRest({ token, apiUrl }: AlertRestOptions): REST {
  return new REST({
    version: "10",
    retries: 0,
    timeout: ANSWER_WITHIN_MS,
    rejectOnRateLimit: () => true,
    globalRequestsPerSecond: REQUESTS_PER_SECOND,
    ...(apiUrl !== null && { api: apiUrl }),
  }).setToken(token);
}
