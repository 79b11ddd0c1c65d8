import type { Installation, InstallationQuery, InstallationStore } from "@slack/bolt";
import type { InstallationStore as Kept } from "../../src/ports/installation-store.ts";
import type { Clock } from "../../src/ports/runtime.ts";
import { seal, unseal } from "./seal.ts";

/** Nobody can sign in to the workspace with what is kept of it. The message is for operators. */
export class InstallationProblem extends Error {
  override readonly name = "InstallationProblem";
  readonly kind: "missing" | "unreadable";

  constructor(message: string, kind: "missing" | "unreadable") {
    super(message);
    this.kind = kind;
  }
}

interface KeptInstallation {
  readonly installation: Installation;
  readonly storedAtMs: number;
}

interface Workspace {
  readonly teamId: string | undefined;
  readonly enterpriseId: string | undefined;
}

/** Sign-ins at workspaces and organisations, sealed. */
export interface Installations extends InstallationStore {
  /** Forgets what was stored before the event that says so: one that comes late ends no newer installation. */
  drop(workspace: Workspace, eventTimeMs: number): Promise<void>;
}

export function createInstallations(kept: Kept, key: Uint8Array, clock: Clock): Installations {
  const read = async (name: string): Promise<KeptInstallation | null> => {
    const sealed = await kept.installation(name);
    if (sealed === null) return null;
    const text = unseal(sealed, name, key);
    if (text === null) {
      throw new InstallationProblem(
        `What is kept of the installation ${name} cannot be opened: ENCRYPTION_KEY is another one than then, or the database was altered. Install the app there again.`,
        "unreadable",
      );
    }
    return JSON.parse(text) as KeptInstallation;
  };
  const drop = async ({ teamId, enterpriseId }: Workspace, before = Number.POSITIVE_INFINITY) => {
    for (const name of namesOf(teamId, enterpriseId)) {
      const stored = await read(name).catch(() => null);
      if (stored === null || stored.storedAtMs <= before) await kept.dropInstallation(name);
    }
  };
  return {
    async storeInstallation(installation) {
      const { isEnterpriseInstall, team, enterprise } = installation;
      const [name] = namesOf(isEnterpriseInstall ? undefined : team?.id, enterprise?.id);
      if (name === undefined)
        throw new InstallationProblem("Slack named neither a workspace nor an organisation.", "missing");
      const stored = { installation, storedAtMs: clock.now() };
      await kept.putInstallation(name, seal(JSON.stringify(stored), name, key));
    },
    async fetchInstallation({ teamId, enterpriseId, isEnterpriseInstall }: InstallationQuery<boolean>) {
      for (const name of namesOf(isEnterpriseInstall ? undefined : teamId, enterpriseId)) {
        const stored = await read(name);
        // biome-ignore lint/suspicious/noExplicitAny: Bolt ties the type to a flag that is known only when it runs.
        if (stored) return stored.installation as Installation<"v2", any>;
      }
      throw new InstallationProblem(
        `The app is not installed in workspace ${teamId ?? enterpriseId ?? "?"}.`,
        "missing",
      );
    },
    async deleteInstallation({ teamId, enterpriseId }) {
      await drop({ teamId, enterpriseId });
    },
    drop,
  };
}

/** A workspace's own installation comes before that of its organisation. */
function namesOf(teamId: string | undefined, enterpriseId: string | undefined): string[] {
  return [...(teamId ? [`slack:T:${teamId}`] : []), ...(enterpriseId ? [`slack:E:${enterpriseId}`] : [])];
}
