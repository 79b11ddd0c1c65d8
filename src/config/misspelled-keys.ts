export interface Misspelled {
  readonly key: string;
  /** The setting that it resembles most. */
  readonly meant: string;
}

/** Of `keys` those that are no setting but resemble one. Others belong to whoever else reads the file. */
export function misspelledKeys(keys: readonly string[], settings: readonly string[]): Misspelled[] {
  return keys.flatMap((key) => {
    if (settings.includes(key)) return [];
    const meant = resembled(key.toUpperCase().replaceAll("-", "_"), settings);
    return meant === null ? [] : [{ key, meant }];
  });
}

/** What is no such name is no slip, and is not shown. */
const NAME = /^\w{1,60}$/;

function resembled(key: string, settings: readonly string[]): string | null {
  if (!NAME.test(key)) return null;
  const near = settings
    .map((setting) => ({ setting, slips: slipsBetween(key, setting) }))
    .filter(({ setting, slips }) => slips <= (setting.length > 6 ? 2 : 1))
    .sort((a, b) => a.slips - b.slips);
  return near[0]?.setting ?? settings.find((setting) => isOneWordLonger(key, setting)) ?? null;
}

/** DISCORD_BOT_TOKEN for DISCORD_TOKEN, or SLACK_TOKEN for SLACK_BOT_TOKEN. A name of one word says too little. */
function isOneWordLonger(key: string, setting: string): boolean {
  const [short = [], long = []] = [key.split("_"), setting.split("_")].sort((a, b) => a.length - b.length);
  return short.length >= 2 && long.length === short.length + 1 && short.every((word) => long.includes(word));
}

/** How many letters are wrong, missing, too many, or stand behind the next one (optimal string alignment). */
function slipsBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swaps = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = swaps ? (beforeLast[j - 2] ?? 0) + 1 : changed;
      row.push(Math.min(changed, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
