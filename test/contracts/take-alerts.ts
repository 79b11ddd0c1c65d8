// Run by sqlite-alerts.test.ts in processes of their own: says when it is ready, and when it is told to go on takes
// alerts of the channels, in turns, until none is left, and prints the ids of those that it was given.
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";

const [path = "", nowIso = "", ...channels] = process.argv.slice(2);
const store = await openSqliteStore(path, () => Date.parse(nowIso));
process.stdout.write("ready\n");
await once(process.stdin, "data");
const taken: string[] = [];
const waiting = new Set(channels);
while (waiting.size > 0) {
  for (const channel of waiting) {
    const next = await store.takeAlert(channel, nowIso, { paceMs: 0, staleMs: 60_000 });
    if (next === null) waiting.delete(channel);
    if (next?.kind !== "taken") continue;
    taken.push(next.alert.id);
    await store.settleAlert(next.alert, { state: "sent", messageRef: `${process.pid}` }, nowIso);
  }
  // Leaves the database's lock to the others, or one of them may wait for it too long.
  await setTimeout(2);
}
await store.close();
process.stdout.write(JSON.stringify(taken));
process.stdin.destroy();
