import type { SessionInfo } from "discord.js";
import type { Leases } from "../../src/ports/membership.ts";
import type { Logger } from "../../src/ports/runtime.ts";
import { withoutDetails } from "./discord-errors.ts";

/** Sessions that nobody could go on with for so long are forgotten by Discord as well. */
const MOST_SESSIONS = 8;

/** What the one who has a shard leaves for the next: sessions whose events may not all have been handled, oldest first. */
export interface ShardNote {
  /** Rejects where the store does not say. */
  read(): Promise<readonly SessionInfo[]>;
  /** Stores what `sessions` gives when it is its turn, unless that stands there. Never rejects. */
  write(sessions: () => readonly SessionInfo[]): Promise<void>;
}

export function createShardNote(leases: Leases, lease: string, log: Logger): ShardNote {
  let stored: string | null = null;
  let writing: Promise<void> = Promise.resolve();

  const put = async (sessions: readonly SessionInfo[]) => {
    const note = JSON.stringify(sessions.slice(-MOST_SESSIONS));
    if (note === stored) return;
    try {
      await leases.putNote(lease, note);
      stored = note;
    } catch (error) {
      log.warn("Discord: where another process would go on was not stored", { reason: withoutDetails(error).message });
    }
  };

  return {
    async read() {
      stored = await leases.note(lease);
      return sessionsIn(stored);
    },
    write(sessions) {
      writing = writing.then(() => put(sessions()));
      return writing;
    },
  };
}

/** Versions before this one noted one session. What is none is left out. */
function sessionsIn(note: string | null): SessionInfo[] {
  try {
    return [JSON.parse(note ?? "[]") as unknown].flat().filter(isSession).slice(-MOST_SESSIONS);
  } catch {
    return [];
  }
}

function isSession(noted: unknown): noted is SessionInfo {
  const { sessionId, resumeURL, sequence } = (noted ?? {}) as Partial<SessionInfo>;
  return typeof sessionId === "string" && typeof resumeURL === "string" && typeof sequence === "number";
}
