import { statementOf } from "./statement.ts";
/** What a passage states beside words. */
export type QuantityKind = "date" | "money" | "percent" | "count" | "duration";

const NUMBER = String.raw`(?:(?<![\d,.])\d[\d,.]{0,20}(?![\d,.])|[일이삼사오육칠팔구십백천만억조]{1,20}(?=\s?(?:퍼센트|프로|달러|원|유로|명|개국))|(?<![가-힣])(?:수|몇)\s?(?:십|백|천|만|억|조))`;
/** "이용한 곳" and "접수 명단" count nothing: syllables that end other words count where a word begins. */
const KOREAN_COUNT =
  "(?<![가-힣])(?:열|스물|서른|마흔)?(?:두세|서너|[한두세네수몇])|다섯|여섯|일곱|여덟|아홉|(?<![가-힣])(?:열|스무)|여러";
const SCALE = String.raw`\s?(?:여|남짓|가량)?\s?(?:[십백천만억조]\s?)*(?:\d[\d,]{0,15}\s?[십백천만억]\s?){0,4}(?:\d[\d,]{0,15}\s?)?(?:여|남짓|가량)?\s?`;
/** "전투기 3기"; "2기 행정부" is the second one. */
export const AIRCRAFT = String.raw`기(?!\s?(?:행정부|내각|정부|신도시|지도부|집행부))`;
const COUNTERS = `명|개국|개(?!월)|곳|차례|번째|번|회|건|척|대|${AIRCRAFT}|발|가지|나라|사람|톤|배럴|킬로그램|킬로미터|미터|km|kg|㎞|㎏|배|표|석|위|호|쪽|조각|여단|사단|만여|단계|종|편|주|마리|그루|학교|기업|사|개사|품목|도시|층|세|살`;
/** Numbers in words, to be looked for in either case. One is left out: it also stands for a thing that was named. */
export const ENGLISH_COUNT =
  "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?";
const ENGLISH_UNIT_OF_TIME = "(?:decades?|years?|months?|fortnights?|weeks?|days?|nights?|hours?|minutes?)";
/** "three working days", "24 hours", "within a week"; "three days a week" lasts no week. */
export const ENGLISH_DURATION = [
  String.raw`\b(?:\d+|(?i:one|${ENGLISH_COUNT}))[\s-]+(?:(?:working|business|calendar|full|consecutive)\s+)?${ENGLISH_UNIT_OF_TIME}\b`,
  String.raw`\b(?i:within|for|after|takes?|lasts?|lasted|about|than|least|most|half|under|over|nearly|almost)\s(?:an?|half an?)\s(?:full\s)?${ENGLISH_UNIT_OF_TIME}\b`,
].join("|");
const WEEKDAYS = "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun";
const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";
const SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";
/** A number by itself ("33", "33 countries"), neither a year nor part of a date, an amount or a share. */
const BARE_NUMBER = String.raw`(?<![\p{L}\d]|\d[.,/-]\s?|[$€£¥₩/-]\s?|(?:${MONTHS})\s)(?!(?:19|20)\d\d(?!\d))\d[\d,]*(?:\.\d+)?(?![\d/-]|\.\s?\d|[가-힣]|\s?(?:[%％]|년|월|일|퍼|프로|[조억만천백]|달러|원|(?:percent|per cent|million|billion|trillion|bn|tn|p|pence|cents?|pounds?|dollars?|euros?|francs?|crowns?|yen|rupees?|pesos?|(?:year|month|week|day|hour)s?)\b))`;

const PATTERNS: Readonly<Record<QuantityKind, RegExp>> = {
  date: new RegExp(
    [
      String.raw`\d{4}\s?년`,
      String.raw`\d{1,2}\s?월(?!\s?간)(?:\s?\d{1,2}\s?일)?`,
      String.raw`(?:지난|오는|이달|다음\s?달)?\s?\d{1,2}일(?!\s?(?:간|동안|째|\s?만))`,
      // Telephone numbers have such parts too.
      String.raw`(?<![\d-])(?:1[89]|20)\d\d[-./]\s?\d{1,2}(?!\d|-\d{3})(?:[-./]\s?\d{1,2})?`,
      String.raw`(?:지난해|작년|올해|내년|이듬해|지난달|이달|다음\s?달|어제|오늘|내일|[상하전후]반기|내달|연내|이번\s?달|[1-4]\s?분기|연말|연초)`,
      String.raw`(?:하루|이틀|사흘|나흘|닷새|엿새|이레|열흘|보름|\d+\s?(?:일|주|개월|달|년|시간))\s?(?:전|뒤|후)(?:(?=부터|까지|에[는도])|(?![가-힣]{2}))`,
      String.raw`(?:지난|다음|이번)\s?(?:주|봄|여름|가을|겨울)|올(?:봄|여름|가을|겨울)|매(?:주|일|달|년)\s|[월화수목금토일]요일|평일|주말`,
      String.raw`(?:\d{1,2}|열두|열한|열|아홉|여덟|일곱|여섯|다섯|네|세|두|한)\s?시(?:에|부터|까지|\s|\d|쯤|$)`,
      String.raw`(?:취임|당선|임기|선거|대선|개막|총선|출범|전쟁|회담)\s?(?:시작\s?)?(?:직전|직후|이전|이후|전|후|당일|첫날)(?![가-힣]{2})`,
      String.raw`\b(?:${MONTHS})\b(?:\s+\d{1,2})?(?:,?\s+\d{4})?`,
      // Short months are names and verbs, too: a number stands beside them.
      String.raw`\b\d{1,2}(?:st|nd|rd|th)?\s(?:${SHORT_MONTHS})\b|\b(?:${SHORT_MONTHS})\.?\s\d{1,4}\b`,
      // "on the 27th", "by the 10th of the month"; neither "on the 5th floor" nor "the 21st century".
      String.raw`\b(?i:on|by|before|until|till|from|after|to)\sthe\s\d{1,2}(?:st|nd|rd|th)\b(?!\s(?!(?:of|day|each|every|to|and|or|at|in)\b)\p{Ll})`,
      String.raw`\b(?i:in|since|by|until|till|from|before|after|during|of|early|late)\s+(?:1[89]|20)\d\d\b(?!,?\d)|\b(?:${WEEKDAYS})days?\b`,
      String.raw`\b(?i:last|next|this)\s+(?:week|month|year|spring|summer|autumn|fall|winter)\b|\b(?i:yesterday|today|tomorrow)\b`,
    ].join("|"),
    "u",
  ),
  money: new RegExp(
    String.raw`${NUMBER}${SCALE}(?:달러|원(?!칙|래|인|유|자|조)|유로|엔(?=[가-힣\s,.)]|$)|위안|파운드|크로네|크로나|페소|루피아|루피|디나르|디르함|랜드|프랑|리라|루블|바트|링깃|헤알|레알|리얄|리알|셰켈|즐로티|포린트|코루나|흐리우냐|텡게|투그릭)|[$€£¥₩]\s?\d|\b(?:USD|EUR|GBP|CHF|JPY|KRW|CAD|AUD)\b|\b\d+\s?(?:p|pence|cents?|pounds?|dollars?|euros?|francs?|crowns?|yen|rupees?|pesos?)\b|\b\d[\d,.]*\s?(?:(?:million|billion|trillion)\b|(?:bn|tn)\b)`,
    "u",
  ),
  percent: new RegExp(
    String.raw`${NUMBER}\s?(?:%|％|퍼센트포인트|퍼센트|퍼(?![가-힣])|퍼(?=[를가의로에는씩])|프로(?![가-힣])|프로(?=[를가의로씩])|%p|percent\b|per cent\b)|(?:\d\s?|[삼사오육칠팔구])할(?=[을이의은로\s,.]|$)`,
    "u",
  ),
  count: new RegExp(
    String.raw`${NUMBER}${SCALE}(?:${COUNTERS})|(?:${KOREAN_COUNT})\s?(?:명|나라|차례|번|곳|가지|개|척|대|단계)|\b(?i:${ENGLISH_COUNT})\b|${BARE_NUMBER}`,
    "u",
  ),
  duration: new RegExp(
    String.raw`${NUMBER}\s?(?:년|개월|달|주|일|시간|분)\s?(?:간|동안|째|만에|이상|이내|안에|넘게|전|뒤|후|유예)|하루\s?만에|(?:${KOREAN_COUNT})\s?(?:해|달|주)|${ENGLISH_DURATION}`,
    "u",
  ),
};

/** Which kinds of quantity a passage states: "25퍼" a percent, "10여 차례" a count. */
export function quantitiesIn(text: string): ReadonlySet<QuantityKind> {
  const statement = statementOf(text).replace(LONG_DIGITS, " ");
  const kinds = new Set<QuantityKind>();
  for (const kind of Object.keys(PATTERNS) as QuantityKind[]) if (PATTERNS[kind].test(statement)) kinds.add(kind);
  return kinds;
}

/** Account numbers, hashes and bar codes count nothing. */
const LONG_DIGITS = /\d[\d,.]{20,}/g;

/** How much of what: { value: 15, unit: "%" }. Amounts are of the same thing only where their units are equal. */
export interface Amount {
  readonly value: number;
  readonly unit: string;
}

/** Dates are no amounts. In this order: 90일간 is a duration, and no count of anything. */
const AMOUNTS = (["percent", "money", "duration", "count"] as const).map((kind) => ({
  kind,
  // Some patterns begin at the last part of a large number, or end at the first digit.
  pattern: new RegExp(String.raw`(?:\d[\d,.]*\s?[십백천만억조]+\s?)*(?:${PATTERNS[kind].source})[\d,.]*\d?`, "gu"),
}));
const DATES = new RegExp(PATTERNS.date.source, "gu");

/** The amounts that a passage states in digits, and the passage without them and without dates. */
export function amountsIn(text: string): { readonly amounts: readonly Amount[]; readonly rest: string } {
  let rest = statementOf(text).replace(LONG_DIGITS, " ");
  const amounts: Amount[] = [];
  for (const { kind, pattern } of AMOUNTS) {
    rest = rest.replace(pattern, (stated) => {
      if (/\d/.test(stated)) amounts.push({ value: scaled(stated), unit: unitOf(stated, kind) });
      return " ";
    });
  }
  return { amounts, rest: rest.replace(DATES, " ") };
}

const SCALES: Readonly<Record<string, number>> = {
  ...{ 십: 1e1, 백: 1e2, 천: 1e3, 만: 1e4, 억: 1e8, 조: 1e12 },
  ...{ million: 1e6, billion: 1e9, trillion: 1e12 },
};
const SCALED = /(\d+(?:\.\d+)?)\s?([십백천])?\s?([만억조]|million|billion|trillion)?/gu;

/** 1조 2천억 is 1.2e12. */
function scaled(stated: string): number {
  let sum = 0;
  for (const [, digits, small = "", large = ""] of stated.replaceAll(",", "").matchAll(SCALED))
    sum += Number(digits) * (SCALES[small] ?? 1) * (SCALES[large] ?? 1);
  return sum;
}

/** Written in several ways; any other currency is called by its word. */
const CURRENCIES: readonly (readonly [unit: string, stated: RegExp])[] = [
  ["$", /[$]|달러|USD/u],
  ["€", /€|유로/u],
  ["£", /£|파운드/u],
  ["¥", /¥|엔|위안/u],
  ["₩", /₩|원/u],
];

function unitOf(stated: string, kind: QuantityKind): string {
  if (kind === "percent") return "%";
  const currency = kind === "money" ? CURRENCIES.find(([, pattern]) => pattern.test(stated))?.[0] : undefined;
  if (currency !== undefined) return currency;
  const unit = /[\d십백천만억조여]\s?(?<unit>\p{L}*)$/u.exec(stated)?.groups?.["unit"] ?? "";
  return kind === "duration"
    ? (/^(?:년|개월|달|주|일|시간|분)/u.exec(stated.replace(/^[\d,.\s]+/u, ""))?.[0] ?? unit)
    : unit;
}
