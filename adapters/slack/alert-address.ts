/** Where an alert is to be posted. */
export interface AlertAddress {
  readonly team: string;
  /** A channel, or a member: then it goes to the direct messages with them. */
  readonly target: string;
  readonly thread: string | null;
  readonly isPerson: boolean;
}

/** What a channel such as "slack:T1:C2:1700000000.000100" or "dm:slack:T1:U2" means; null where it is none of Slack's. */
export function readAlertAddress(channel: string): AlertAddress | null {
  const [, direct, team, target, thread] = /^(dm:)?slack:([^:]+):([^:]+)(?::([\d.]+))?$/.exec(channel) ?? [];
  if (team === undefined || target === undefined) return null;
  return { team, target, thread: thread ?? null, isPerson: direct !== undefined };
}
