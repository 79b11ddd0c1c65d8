const DEFAULT_ZONE = "Asia/Seoul";

interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Minutes east of Greenwich. CST and IST mean several zones: the one that feeds use. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 60,
  cet: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  kst: 540,
  jst: 540,
  hkt: 480,
  sgt: 480,
  ict: 420,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};

const YMD = /^(\d{4})\s*(?:[-/.]|년)\s*(\d{1,2})\s*(?:[-/.]|월)\s*(\d{1,2})\s*(?:일|\.)?(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(?=$|[^\d])/i;
const DMY = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9}|\d{1,2}월)\.?,?[\s-]+(\d{4}|\d{2})(?!\d)/i;
const MDY = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/i;
/** Java and C: "Sun Mar 01 09:00:00 KST 2026". */
const UNIX = /^([a-z]{3})\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)(?:\s+([a-z]{1,5}|[+-]\d{2}:?\d{2}))?\s+(\d{4})$/i;
const WEEKDAY = /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|[월화수목금토일](?:요일)?)\s*[.,]?\s+/i;
const TIME =
  /^(오전|오후|am\b|pm\b)?\s*(\d{1,2})(?:\s*:\s*|시\s*)(?:(\d{1,2})분?)?(?:(?:\s*:\s*|\s*)(\d{2})(?:[.,]\d{1,9})?초?)?\s*(am\b|pm\b|a\.m\.|p\.m\.)?/i;

/**
 * A date of a feed or page as ISO 8601 with an offset: RFC 3339, RFC 822 with its common mistakes, Korean dates, Unix
 * times. What names no zone is local to `timeZone`; a day alone is its midnight. Null where it is no real date.
 */
export function readFeedDate(written: string, timeZone: string = DEFAULT_ZONE): string | null {
  const text = written.slice(0, 100).normalize("NFKC").replace(/\s+/g, " ").trim();
  if (/^\d{10}$|^\d{13}$/.test(text)) return fromUnix(Number(text) / (text.length === 13 ? 1000 : 1));
  const undecorated = text.replace(/\s*\((?:[월화수목금토일](?:요일)?|mon|tue|wed|thu|fri|sat|sun)\)\s*/i, " ");
  const bare = undecorated.replace(WEEKDAY, "");
  return readUnixStyle(bare, timeZone) ?? readDayFirst(bare, timeZone);
}

function readUnixStyle(text: string, timeZone: string): string | null {
  const [found, month = "", day, time = "", zone = "", year] = UNIX.exec(text) ?? [];
  if (found === undefined) return null;
  return finish(Number(year), monthOf(month), Number(day), `${time} ${zone}`, timeZone);
}

function readDayFirst(text: string, timeZone: string): string | null {
  const compact = COMPACT.exec(text);
  if (compact !== null) {
    const [all, year, month, day, hour, minute, second] = compact;
    const time = hour === undefined ? "" : `${hour}:${minute}:${second ?? "00"}`;
    return finish(Number(year), Number(month), Number(day), `${time}${text.slice(all.length)}`, timeZone);
  }
  const ymd = YMD.exec(text);
  if (ymd !== null) {
    return finish(Number(ymd[1]), Number(ymd[2]), Number(ymd[3]), text.slice(ymd[0].length), timeZone);
  }
  const dmy = DMY.exec(text);
  if (dmy !== null) {
    const year = Number(dmy[3]);
    const full = (dmy[3] ?? "").length === 4 ? year : year + (year < 70 ? 2000 : 1900);
    return finish(full, monthOf(dmy[2] ?? ""), Number(dmy[1]), text.slice(dmy[0].length), timeZone);
  }
  const mdy = MDY.exec(text);
  if (mdy === null) return null;
  return finish(Number(mdy[3]), monthOf(mdy[1] ?? ""), Number(mdy[2]), text.slice(mdy[0].length), timeZone);
}

function monthOf(name: string): number {
  const number = /^(\d{1,2})월$/.exec(name)?.[1];
  return number === undefined ? MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1 : Number(number);
}

/** The time of day and the zone that follow a date; text after them is no matter. */
function finish(year: number, month: number, day: number, after: string, timeZone: string): string | null {
  const rest = after.replace(/^[\sT,]*(?:at\b)?\s*/i, "").replace(/^\([월화수목금토일]\)\s*/, "");
  const time = TIME.exec(rest);
  let hour = Number(time?.[2] ?? 0);
  const half = (time?.[1] ?? time?.[5] ?? "").toLowerCase();
  if (/^(?:오후|p)/.test(half) && hour < 12) hour += 12;
  if (/^(?:오전|a)/.test(half) && hour === 12) hour = 0;
  const local = { year, month, day, hour, minute: Number(time?.[3] ?? 0), second: Number(time?.[4] ?? 0) };
  // A leap second is the one before it.
  if (local.second === 60) local.second = 59;
  if (!isReal(local)) return null;
  const zone = rest.slice(time?.[0].length ?? 0);
  return show(local, zoneMinutes(zone) ?? localMinutes(local, timeZone));
}

function isReal({ year, month, day, hour, minute, second }: LocalTime): boolean {
  if (year < 1000 || year > 2999 || hour > 23 || minute > 59 || second > 59) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return month >= 1 && day >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** "Z", "+0900", "+09:00", "GMT+9", "KST", "(KST)"; null where there is none that is known. */
function zoneMinutes(text: string): number | null {
  const offset = /^\s*\(?(?:utc|gmt)?\s*([+-])(\d{1,2})(?::?(\d{2}))?(?!\d)/i.exec(text);
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return Number(offset[2]) > 14 || Number(offset[3] ?? 0) > 59 ? null : offset[1] === "-" ? -minutes : minutes;
  }
  const name = /^\s*[([]?([a-z]{1,5})(?![a-z/])/i.exec(text)?.[1]?.toLowerCase();
  return name === undefined ? null : (ZONES[name] ?? null);
}

/** The offset of a zone at a local time; in the hour that a clock change doubles, the earlier one. */
function localMinutes(local: LocalTime, timeZone: string): number {
  const asUtc = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second);
  const first = offsetAt(asUtc, timeZone);
  return offsetAt(asUtc - first * 60_000, timeZone);
}

function offsetAt(time: number, timeZone: string): number {
  let name: string;
  try {
    const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(time);
    name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  } catch {
    return timeZone === DEFAULT_ZONE ? 540 : offsetAt(time, DEFAULT_ZONE);
  }
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === "-" ? -offset : offset;
}

function fromUnix(seconds: number): string | null {
  // Zero is what a program writes that knows no date.
  if (seconds < 86_400) return null;
  return new Date(Math.floor(seconds) * 1000).toISOString().replace(".000Z", "+00:00");
}

function show({ year, month, day, hour, minute, second }: LocalTime, offset: number): string | null {
  const at = Date.UTC(year, month - 1, day, hour, minute, second) - offset * 60_000;
  if (Math.abs(at) < 86_400_000 && year <= 1970) return null;
  const distance = Math.abs(offset);
  const zone = `${offset < 0 ? "-" : "+"}${pad(Math.floor(distance / 60))}:${pad(distance % 60)}`;
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}:${pad(second)}${zone}`;
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, "0");
}
