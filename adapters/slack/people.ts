import type { webApi } from "@slack/bolt";
import type { Clock } from "../../src/ports/runtime.ts";

export interface SlackPerson {
  readonly name: string;
  /** Such as ko-KR. */
  readonly locale: string | null;
  readonly admin: boolean;
  readonly guest: boolean;
}

interface Known {
  readonly person: Promise<SlackPerson | null>;
  readonly untilMs: number;
}

const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 5000;
/** A window must be opened within three seconds, and an answer should not wait for who asks. */
const LONGEST_WAIT_MS = 800;

/** What Slack says about members, where the scope users:read is granted. */
export class People {
  readonly #clock: Clock;
  readonly #known = new Map<string, Known>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Null where it is not known soon enough, or never. */
  async find(client: webApi.WebClient, team: string, user: string): Promise<SlackPerson | null> {
    const key = `${team}:${user}`;
    const now = this.#clock.now();
    let known = this.#known.get(key);
    if (known === undefined || known.untilMs < now) {
      if (this.#known.size >= MOST_KEPT) this.#known.clear();
      known = { person: this.ask(client, user).catch(() => null), untilMs: now + KEPT_MS };
      this.#known.set(key, known);
    }
    return Promise.race([known.person, this.#clock.sleep(LONGEST_WAIT_MS).then(() => null)]);
  }

  /** As Slack has it now. Rejects where it may not be asked. */
  async ask(client: webApi.WebClient, user: string): Promise<SlackPerson> {
    const { user: found } = await client.users.info({ user, include_locale: true });
    return {
      name: found?.profile?.display_name || found?.real_name || found?.name || user,
      locale: found?.locale ?? null,
      admin: [found?.is_admin, found?.is_owner, found?.is_primary_owner].includes(true),
      guest: [found?.is_restricted, found?.is_ultra_restricted].includes(true),
    };
  }
}
