/**
 * ISO 8601 with an offset, from a front-matter date or else from the date at the start of the file name.
 * Without a zone it is Seoul time; a date alone is its midnight. Null where neither holds a real date.
 */
export function publishedAt(date: string | null, fileName: string): string | null {
  const named = /^(\d{4}-\d{2}-\d{2})(?!\d)/.exec(fileName)?.[1] ?? null;
  return (date === null ? null : readDate(date)) ?? (named === null ? null : readDate(named));
}

const DAY = /^\s*(\d{4})(?:\s*[-/.]\s*|년\s*)(\d{1,2})(?:\s*[-/.]\s*|월\s*)(\d{1,2})(?!\d)/;
const TIME =
  /^(?:일|\.)?[\sT,]*(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(Z|UTC|GMT|KST|[+-]\d{2}:?\d{2}|[+-]\d{2})?(?![\d:])/i;

function readDate(text: string): string | null {
  const day = DAY.exec(text);
  if (day === null) return readMailDate(text);
  const [year, month, dayOfMonth] = [Number(day[1]), Number(day[2]), Number(day[3])];
  const real = new Date(Date.UTC(year, month - 1, dayOfMonth));
  if (year < 1000 || real.getUTCMonth() !== month - 1 || real.getUTCDate() !== dayOfMonth) return null;

  const time = TIME.exec(text.slice(day[0].length));
  const [hour, minute, second] = [Number(time?.[1] ?? 0), Number(time?.[2] ?? 0), Number(time?.[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const offset = readOffset(time?.[4] ?? "KST");
  return offset === null
    ? null
    : `${pad(year, 4)}-${pad(month)}-${pad(dayOfMonth)}T${pad(hour)}:${pad(minute)}:${pad(second)}${offset}`;
}

/** "Wed, 12 Jun 2024 10:30:00 +0900": only with a zone, because Date.parse would take the machine's own. */
function readMailDate(text: string): string | null {
  if (!/^\s*(?:[a-z]{3},\s*)?\d{1,2} [a-z]{3} \d{4} \d{2}:\d{2}(?::\d{2})? (?:gmt|utc|z|[+-]\d{4})\s*$/i.test(text))
    return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString().replace(".000Z", "+00:00");
}

function readOffset(zone: string): string | null {
  const upper = zone.toUpperCase();
  if (upper === "KST") return "+09:00";
  if (upper === "Z" || upper === "UTC" || upper === "GMT") return "+00:00";
  const hours = zone.slice(0, 3);
  const minutes = zone.length > 3 ? zone.slice(-2) : "00";
  return Number(hours.slice(1)) > 14 || Number(minutes) > 59 ? null : `${hours}:${minutes}`;
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, "0");
}
