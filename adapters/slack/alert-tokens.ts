import { InstallationProblem, type Installations } from "./installations.ts";
import type { SignIn } from "./sign-in.ts";
import type { SlackOptions } from "./slack-options.ts";

/** By which token alerts are posted in a workspace. */
export type AlertToken =
  | { readonly kind: "token"; readonly token: string }
  /** The app is not installed there. */
  | { readonly kind: "gone" }
  | { readonly kind: "not-yet"; readonly why: string };

export type FindAlertToken = (team: string) => Promise<AlertToken>;

export function alertTokens(
  install: SlackOptions["install"],
  installations: Installations | null,
  { teamId }: Pick<SignIn, "teamId">,
): FindAlertToken {
  if (installations) return tokenOfInstallation(installations);
  return tokenOfWorkspace(install.kind === "token" ? install.botToken : "", teamId);
}

/** The one workspace's token. `signedInTo`: which workspace that is; null until Slack has said so. */
export function tokenOfWorkspace(token: string, signedInTo: () => string | null): FindAlertToken {
  return async (team) => {
    const known = signedInTo();
    if (known === null) return { kind: "not-yet", why: "not signed in to Slack yet" };
    return known === team ? { kind: "token", token } : { kind: "gone" };
  };
}

export function tokenOfInstallation(installations: Installations): FindAlertToken {
  return async (team) => {
    try {
      const query = { teamId: team, enterpriseId: undefined, isEnterpriseInstall: false } as const;
      const token = (await installations.fetchInstallation(query)).bot?.token;
      return token === undefined ? { kind: "gone" } : { kind: "token", token };
    } catch (error) {
      // What is kept of it may be opened again once the operator has found the key.
      const isGone = error instanceof InstallationProblem && error.kind === "missing";
      return isGone ? { kind: "gone" } : { kind: "not-yet", why: "its token cannot be read" };
    }
  };
}
