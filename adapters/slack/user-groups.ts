import type { webApi } from "@slack/bolt";
import { apiProblem } from "./api-problem.ts";
import { plainText } from "./plain-text.ts";

const ID = /^S[A-Z0-9]{2,30}$/;
const ESCAPED = /^<!subteam\^([A-Z0-9]+)(?:\|[^<>]*)?>$/;

/** `written`: as somebody wrote it, such as "S0123", "<!subteam^S0123>" or "@policy". */
export type GroupFound =
  | { readonly kind: "group"; readonly id: string }
  /** There is no such group. */
  | { readonly kind: "unknown" }
  /** Only an id can be taken: the bot may not ask Slack for names. */
  | { readonly kind: "no-names" };

export function isGroupId(text: string): boolean {
  return ID.test(text);
}

/** The user group that is meant: where Slack may be asked, one that exists. */
export async function findGroup(client: webApi.WebClient, written: string): Promise<GroupFound> {
  const id = idIn(written);
  const groups = await groupsOf(client);
  if (groups === null) return id === null ? { kind: "no-names" } : { kind: "group", id };
  const handle = plainText(written).trim().replace(/^@/, "").toLowerCase();
  const found = groups.find((group) => (id === null ? group.handle?.toLowerCase() === handle : group.id === id));
  return found?.id === undefined ? { kind: "unknown" } : { kind: "group", id: found.id };
}

function idIn(written: string): string | null {
  // Whether Slack sends what was typed with its entities depends on how it was typed.
  const typed = written.trim().replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  const id = ESCAPED.exec(typed)?.[1] ?? typed;
  return isGroupId(id) ? id : null;
}

/** Those that are not disabled; null where the scope usergroups:read is not granted. */
async function groupsOf(client: webApi.WebClient) {
  try {
    const { usergroups = [] } = await client.usergroups.list({});
    return usergroups.filter(({ date_delete: deletedAt }) => !deletedAt);
  } catch (error) {
    const problem = apiProblem(error);
    // Workspaces of the free plan have no groups.
    if (problem?.code === "plan_upgrade_required") return [];
    if (problem?.kind === "place") return null;
    throw error;
  }
}
