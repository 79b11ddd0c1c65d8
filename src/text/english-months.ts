/** What a text dates things by in English. */
export interface EnglishDates {
  /** 1 to 12; with those between two that are joined, as in "from April to October". */
  readonly months: readonly number[];
  readonly days: readonly (readonly [month: number, day: number])[];
}

const NAMES = "january february march april may june july august september october november december".split(" ");

/** March and may are verbs, too: written small they need a word before them that no verb has. */
const MONTH = new RegExp(
  [
    String.raw`\b(?:${NAMES.filter((name) => name !== "march" && name !== "may").join("|")})\b`,
    String.raw`(?<=\b(?:in|from|to|until|till|since|of|by|during|through|between|and|before|after|early|late|last|next|\d)\s)(?:march|may)\b`,
  ].join("|"),
  "giu",
);
const CAPITALISED = /\b(?:March|May)\b(?!\s(?:I|we|you|he|she|they|it|not|be|the)\b)/gu;
const DAY_BEFORE = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?$/u;
const DAY_BEHIND = /^\s(\d{1,2})(?:st|nd|rd|th)?(?!\d|:)/u;
/** What stands between two months where those between them are meant, too. */
const JOINED =
  /^(?:\s\d{1,2}(?:st|nd|rd|th)?)?(?:\s(?:19|20)\d\d)?\s?(?:to|until|till|through|and|[–—-])\s?(?:(?:the end of|the beginning of|early|mid|late|the)[\s-])?(?:\d{1,2}(?:st|nd|rd|th)?\s)?(?:of\s)?$/iu;
/** Before two months that "and" joins. */
const BETWEEN = /\bbetween\s(?:\d{1,2}\s)?$/iu;
/** Characters before a month, or between two, that are looked at. */
const NEAR = 40;
const LATEST_DAY = 31;
const MONTHS = 12;

export function englishDates(text: string): EnglishDates {
  const found = new Map(
    [...text.matchAll(MONTH), ...text.matchAll(CAPITALISED)].map(({ index, 0: name }) => [index, name.toLowerCase()]),
  );
  const places = [...found]
    .sort(([one], [other]) => one - other)
    .map(([at, name]) => ({ at, end: at + name.length, month: NAMES.indexOf(name) + 1 }));
  const days = places.flatMap(({ at, end, month }) => {
    const before = DAY_BEFORE.exec(text.slice(Math.max(0, at - NEAR), at));
    const day = Number((before ?? DAY_BEHIND.exec(text.slice(end, end + NEAR)))?.[1]);
    return day >= 1 && day <= LATEST_DAY ? [[month, day] as const] : [];
  });
  const months = places.flatMap(({ at, month }, place) => {
    const before = places[place - 1];
    return before !== undefined && areJoined(text, before, at) ? monthsBetween(before.month, month) : [month];
  });
  return { months, days };
}

function areJoined(text: string, before: { readonly at: number; readonly end: number }, at: number): boolean {
  if (at - before.end > NEAR) return false;
  const between = text.slice(before.end, at);
  return (
    JOINED.test(between) &&
    (!/\band\b/iu.test(between) || BETWEEN.test(text.slice(Math.max(0, before.at - NEAR), before.at)))
  );
}

/** With both; over the end of a year from 11 to 2. */
export function monthsBetween(from: number, to: number): number[] {
  const count = ((to - from + MONTHS) % MONTHS) + 1;
  return Array.from({ length: count }, (_, i) => ((from - 1 + i) % MONTHS) + 1);
}
