import { AIRCRAFT, ENGLISH_COUNT, ENGLISH_DURATION, quantitiesIn } from "../../text/quantities.ts";
import { latinRoot } from "../../text/roots.ts";
import { statementOf } from "../../text/statement.ts";
import { askedByName } from "./asked-by-name.ts";
import { ASKS_FOR_DOCUMENTS, ASKS_HOW_LONG, ASKS_HOW_OFTEN, type AskedFor } from "./asked-for.ts";
import { type AskedForm, askedForm } from "./asked-form.ts";
import { asksForClockTime, asksWhetherOpen, CLOCK_TIME } from "./clock-time.ts";
import { asksWhenClosed, closedDaysIn } from "./closed-days.ts";
import { amountAskedIn, amountIn, asksAmount, asksWhetherPaid, priceIn } from "./stated-amounts.ts";
import { besideDateOfPage, dateIn, hourIn, whenIn } from "./stated-times.ts";
import { whoDoes } from "./who-does.ts";

/** What a sentence must state to answer a question, beside the words of the question. */
export interface Wanted {
  /** 0 where the sentence does not state such a thing, 1 where it does. */
  readonly statedBy: (sentence: string) => number;
  /** What is left of the confidence in a sentence that does not state it; 1 where it is only a preference. */
  readonly confidenceWithout: number;
  /** How much a sentence that states it is preferred when sentences are ranked. */
  readonly preference: number;
  /** It is what somebody or something has: a sentence that states it need not name it. */
  readonly isAttribute: boolean;
  /** Of words that name it and say nothing of whose it is; null where a sentence must say them. */
  readonly calledBy: RegExp | null;
}

/** Amounts, places and dates stand in every other sentence, asked for or not. */
const PREFERRED = 0.3;
/** Causes, reactions, quotations and who does a deed stand in few. */
const SELDOM_STATED = 0.75;
/** Words of the question seldom stand in a list itself. */
const LIST_PREFERRED = 0.6;

/** Nothing else has such a form. */
const FORM_PREFERRED = 2;

const PREFERENCE = 1;
/** How far a date is where days off are. */
const CLOSED_ONCE = 0.5;
/** How far a sentence that names one thing states what is asked for where several are. */
export const ONE_OF_SEVERAL = 0.7;
const NEEDED = 0.38;
const NEEDED_UNIT = 0.35;
/** An attribute that the question paraphrases: "몇 살" asks for an age. */
const NEEDED_ATTRIBUTE = 0.35;
/** What has a form of its own cannot be said in other words. */
const NEEDED_FORM = 0.2;

/** Whoever holds an office or has the power: also where rules say who does something. */
const PERSON =
  /대통령|총리|장관|차관|대사|의원|대표|위원장|특사|사무총장|외무상|국왕|왕세자|회장|총재|주지사|고문|측근|대변인|보좌관|사령관|주석|부서장|기관장|(?<![가-힣])(?:군수|시장)(?=[은는이가의과와에]|\s|$)|[가-힣]청장|(?:국|과|팀|실|본부|센터|사업소|관리소|교육|이사)장(?=[은이의과에]\s)|[가-힣]권자|담당자|책임자|[가-힣]\s위원(?=[은이의과]\s|이다)|담당관|\b(?:President|Secretary|Minister|Ambassador|Senator|envoy)\b/u;
const MILITARY_RANK =
  /(?<![가-힣])(?:소위|중위|대위|소령|중령|대령|준장|소장|중장|대장|하사|중사|상사|원사|상병|병장)(?=[가-힣]{0,2}(?:[\s,.)]|$))/u;

const ATTRIBUTES: readonly (readonly [asked: RegExp, stated: RegExp])[] = [
  [/어느 나라 (?:사람|출신|국적)|(?<![가-힣])국적(?![군기])/u, /출신|국적|태생|태어난/u],
  [
    /몇\s?살|(?<![가-힣])(?:나이|연세)(?=[는가를의은이]|\s|[?？]|$)|\bhow old\b/iu,
    /(?:\d|(?<![가-힣])(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무|서른))\s?(?:살|세(?![가-힣]))|\d\s?세(?:의|로|에|인|부터|까지|이|가|는|은|를|도|만|와|미)|나이|\byears? old\b/iu,
  ],
  [
    /몇\s?명[가-힣]{0,5}\s?(?:살|사나|사는|거주)|인구|주민\s?수|\bpopulation\b|\bhow many people live\b/iu,
    /인구|주민[^.]{0,15}\d|\d[\d,만천]*\s?명[가-힣]{0,3}\s?(?:살|산|거주)|\bpopulation\b|\binhabitants\b/iu,
  ],
  [/설립|창립|창설|세워졌|\bfounded\b|\bestablished\b/iu, /설립|창립|창설|세워|세운|\bfounded\b|\bestablished\b/iu],
  [/태어|출생|생일|생년월일|\bborn\b|\bbirth/iu, /태어|출생|생일|\d{4}년생|\bborn\b|\bbirth/iu],
  [/(?<![가-힣])계급/u, MILITARY_RANK],
  [/(?<![가-힣])(?:직책|직위|직함)|뭐\s?하는\s사람/u, PERSON],
  // "장관 전엔 뭐했어?"
  [
    /(?<![가-힣])(?:[가-힣]{1,8}\s)?(?:이?전에?(?:는|엔)?|되기\s?전에?(?:는|엔)?)\s(?:뭐|뭘|무엇을?|무슨\s?일을?|어떤\s?일을?)\s?(?:했|하던|하셨|하였|했었)|\bwhat (?:was|did|were|had) .{1,60}\bbefore (?:that|becoming|being|(?:he|she|they) (?:was|were|became))/iu,
    /되기\s전|출신|지냈|지낸|역임|로\s(?:일했|일하|근무|재직|활동)|거쳐|거친|몸담|전직|\b(?:before (?:he|she|they|becoming|being)|formerly|used to|had been|worked (?:as|for|in)|served as)\b/iu,
  ],
  [/사망|죽었|죽은|숨졌|별세|\bdied?\b/iu, /사망|죽|숨지|숨졌|별세|서거|\bdied?\b|\bdeath/iu],
];

/** "이용한 사람" counts nobody, and 윤석열 대통령 is no ten of anything: numerals in Hangul count where a word begins. */
const NUMERAL = String.raw`(?:\d[\d,.]*\s?[십백천만억조]*|(?<![가-힣])(?:[수몇]?\s?[십백천만억]{1,3}|(?:열|스물|서른|마흔)?(?:두세|서너|[수몇한두세네])|다섯|여섯|일곱|여덟|아홉|열|스무|서른|여러))\s?여?\s?`;
const counted = (units: string, english = "(?!)") => new RegExp(`${NUMERAL}(?:${units})|${english}`, "iu");

/** "3일" may be a day of a month: not in a cell that names none, nor as so many of a year, nor where they are spent or given. */
const DAYS_COUNTED = String.raw`(?<!\d|월\s?)\d{1,3}\s?일(?:을|씩)?\s(?:쉬|쉰|쉴|쓰|쓴|쓸|준|줍|머무|묵)|\|[^|월달\n]{0,20}(?<!\d)\d{1,3}\s?일\s*(?=\(|\||\n|$)|(?:[해달년]에|최대|모두|총|마다)\s\d{1,3}\s?일`;

/** "몇 X": X, or what else it is counted by. */
const UNITS: readonly (readonly [asked: RegExp, stated: RegExp])[] = [
  [/몇\s?명|몇\s?사람/iu, counted("명|인(?![가-힣])|사람")],
  [/몇\s?(?:퍼센트|%|프로|퍼)|\bper ?cent/iu, /%|퍼센트|프로|퍼(?![가-힣])|퍼를|\d분의\s?\d|\bper ?cent\b/iu],
  [/몇\s?번째/u, /\d+\s?번째|첫\s?번?째|[두세네]\s?번째|제\d+/u],
  [/몇\s?(?:번|차례|회)(?!째)/u, counted("번|차례|회")],
  [
    ASKS_HOW_OFTEN,
    counted(
      "번|차례|회",
      String.raw`매[일주달월년]|매\s?분기|마다|격[주월년]|\b(?:daily|weekly|monthly|yearly|once|twice|times|every|each)\b`,
    ),
  ],
  [/몇\s?(?:개국|나라)|how many (?:countries|nations)/iu, counted("개국|나라|국", String.raw`\bcountries\b`)],
  [/몇\s?(?:곳|군데)/u, counted("곳|군데|개소")],
  [/몇\s?(?:대|척|기|발|톤|마리|킬로|km)/iu, counted(`대|척|${AIRCRAFT}|발|톤|마리|킬로|km|㎞|미터`)],
  [
    new RegExp(
      String.raw`몇\s?년(?!도|에)|몇\s?개월|몇\s?달|며칠(?!에|부터|까지|이야|인가|이었|이지|날|\s?[?？]|$)|${ASKS_HOW_LONG.source}`,
      "iu",
    ),
    counted(
      // "한 달에 3만 원" gives a rate, and 2023년 a date.
      "(?<!\\d{4}\\s?)(?:년|해|개월|달|주|학기)(?!에(?!\\s?걸))|일\\s?(?:전(?=부터|까지|에|[^가-힣]|$)|간|동안|째|만|이나|넘|뒤|후|내|안|이내|이상|걸)|시간|만에",
      `하루(?!에)|이틀|사흘|나흘|보름|${DAYS_COUNTED}|${ENGLISH_DURATION}`,
    ),
  ],
];

const CAUSE = /때문|이유|까닭|덕분|탓|원인|배경|[로에] 인해|\bbecause\b|\bdue to\b|\bin order to\b|\breason/iu;
const MAYBE_CAUSE =
  /위해|위한|위하여|므로|따라|라며|다며|다면서|려고|어서|아서|여서|고자|해서|(?:걱정|우려|염려)(?:해|하여|돼)(?![가-힣])|\bsince\b|\bas\b/iu;
/** 세 쪽에서, 이런 점에서, 그 과정에서: of sides, respects and courses, and of no place. */
const PLACE =
  /(?<!\s[쪽측점면편뜻]|과정|상황|상태|가운데|차원|입장|분야|수준|관점|시점)에서|[가-힣]{2,}(?:시|주|도|섬|항|궁|관저|시청|호텔|공항|기지|회관|터미널|정류장)(?:에|에서|의)?(?![가-힣])|\b(?:in|at) [A-Z]/u;
/** Somebody by an office. */
const ASKS_WHO_IT_IS = /\bwho(?:'s| is| was| are| were)\b/iu;
const ENGLISH_NAME = /\b\p{Lu}[\p{L}'’-]+ (?:\p{Lu}\. |(?:van|von|de|al|bin) )?\p{Lu}[\p{L}'’-]+/u;
const HANGUL = /[가-힣]/u;
const ASKS_REACTION = /반응|대응|맞서|맞섰|어떻게 나왔|\breact|\brespon[ds]/iu;
const REACTION =
  /반발|반박|거부|거절|비판|환영|수용|받아들|보복|응수|맞대응|맞불|불가능|불쾌|항의|찬성|지지|유감|맞받|\breject|\bwelcom|\bcritici[sz]|\bcondemn|\bdenounc|\bprotest|\bretaliat|\bunjustified\b|\bbacked\b|\bprais/iu;
const ASKS_WHAT_WAS_SAID =
  /뭐라고?\s?(?:했|함|한|말|그랬|하[던니나])|뭐래|뭐랬|무슨\s?말|(?:한|했던|남긴)\s?말(?:은|이|을)?\s?(?:뭐|무엇|[?？]|$)|(?:발언|입장|주장|의견|논평)(?:은|이)?\s?(?:뭐|무엇|[?？]|$)|\bwhat did .{1,40}\bsay\b/iu;
/** "총리가 뭐래?": a quotation is asked for, or what somebody holds. */
export function asksWhatWasSaid(question: string): boolean {
  return ASKS_WHAT_WAS_SAID.test(question);
}

/** A quotation, or what somebody holds, with a verb of saying. */
const SAID_SO =
  /["“‘'「][^"”’'」]{4,300}["”’'」]\s?(?:이?라|고|며|면서)|[다라자냐]고\s?(?:말|밝|했|하였|강조|주장|비판|비난|설명|평가|덧붙|전했|지적|답|반박|경고|약속|촉구|요구)|\b(?:said|says|told|called|warned|stressed|argued|replied|added)\b/iu;
const ENUMERATION = /[^,·、][,·、][^,·、]{1,60}[,·、]|[가-힣]+(?:와|과)\s[가-힣]+(?:,|와|과|·)/u;

/** "문의는 어디에 해?", "누구한테 물어봐?": whoever can be reached, by a number or an office rather than a place. */
const ASKS_WHOM_TO_ASK =
  /문의(?:는|를|은|하려면)?\s?(?:어디|누구)|(?:어디|누구)(?:에다?|로|한테|에게|께)?\s?(?:문의|연락|전화|물어\s?[보봐볼])(?!\s?(?:를\s?)?(?:했|하셨|걸었|왔))|\b(?:who|where) (?:can|do|should|could|must|may) (?:i|we|you) (?:call|contact|ask|phone)\b/iu;
const REACHED =
  /(?<!\d)\d{2,4}[-.)]\s?\d{3,4}-?\d{0,4}(?!\d)|[\w.+-]+@[\w-]+\.\w|국번\s?없이|(?:콜|고객|상담)\s?(?:센터|전화)/u;
/** An office may be reached by whoever knows its number. */
const OFFICE =
  /담당|[가-힣](?:과|팀|실|센터|사무국|사무소|사무실|재단|창구|교무실)(?=[가-힣]{0,2}(?:\s|[,.)]|$))|\b(?:office|desk|counter|department)\b/iu;

const APPLYING = "(?:신청|접수|예약|예매|등록|문의|발급)";
/** "예약은 어디서 해?" asks for an office or a site rather than for a place. */
const ASKS_WHERE_TO_APPLY = new RegExp(
  String.raw`${APPLYING}(?:은|는|을|를|하려면)?\s[^?？]{0,20}어디|어디(?:서|에서|로|에)?\s[^?？]{0,20}${APPLYING}`,
  "u",
);
const CHANNEL =
  /누리집|홈페이지|웹사이트|사이트|포털|온라인|인터넷|앱(?:으로|에서|을|\s)|콜센터|고객센터|주민센터|행정복지센터|보건소|창구|시청|구청|군청|읍[·면]|\b(?:online|website|portal|app|counter|desk|office)\b|\d{2,4}-\d{3,4}|\.(?:kr|com|org|net)\b/iu;

/** What is brought or handed in. */
const DOCUMENT =
  /서류|[가-힣](?:신청서|증명서|확인서|등록증|계획서|동의서|서약서|진단서|계약서|통지서|결과지)|신청서|등본|초본|사본|신분증|여권|통장|증명사진|준비물|\b(?:documents?|passport|certificate|card|statement|proof|copy|photo(?:graph)?s?)\b/iu;

/** "…대통령 이름이 뭐야": a sentence that does not name the office does not name who holds it. */
const NAME_OF_OFFICE =
  /(?<office>대통령|총리|장관|차관|대사|주석|국왕|총재|의장|대표|특사|외무상|위원장|감독|코치|주장|부회장|회장|이사장|사장|센터장|소장|원장|청장|국장|과장|팀장|단장|총장|학장|교장|시장|지사|군수|대변인|책임자|president|prime minister|ambassador|director|chair(?:man|woman|person)?|mayor|coach|dean)(?:의|은|는|이|가)?\s?(?:이름|성함|누구(?=\s*[?？]?\s*$|야|임|인가|예요|에요|이에요|이지|지|죠|냐|니|래|입니까|인지)|누군(?:지|가요|데))/iu;

/** "몇 시간", "몇 층": whatever it is counted by; "강좌 몇 개" also by what it is: 두 강좌. */
const ANY_UNIT =
  /(?:(?<noun>[가-힣]{2,6}?)[은는이가을를]?\s)?몇\s?(?<unit>시간|분|층|배|단계|가지|종류|건|표|석|위|호|조|억|만|[가-힣])/u;

/** "how many books", "how much herring"; not "how much does it cost". */
const ENGLISH_COUNTED =
  /\bhow (?<how>many|much) (?!(?:is|are|was|were|does|do|did|will|would|can|could|should|shall|must|may|might|has|have|had|to|of|more|money|people|persons|time)\b)(?<noun>[a-z]{2,40})\b/iu;

/** Null where any sentence about the matter will do. */
export function whatIsWanted(question: string, askedFor: AskedFor): Wanted | null {
  const office = NAME_OF_OFFICE.exec(question)?.groups?.["office"];
  const formed = office === undefined ? askedForm(question) : null;
  if (formed !== null) return inForm(formed);
  // "왜 죽었어?" wants a cause, whatever else is told of dying.
  const mayBeAttribute = office === undefined && askedFor !== "why";
  const attribute = mayBeAttribute ? ATTRIBUTES.find(([asked]) => asked.test(question))?.[1] : undefined;
  const needed = office === undefined ? attribute : new RegExp(office, "iu");
  const wanted = needed ? matching(needed, NEEDED_ATTRIBUTE, SELDOM_STATED) : wantedBy(question, askedFor);
  if (wanted === null) return null;
  return {
    ...wanted,
    statedBy: (sentence) => wanted.statedBy(statementOf(sentence)),
    isAttribute: attribute !== undefined,
    calledBy: null,
  };
}

function inForm({ form, called, calledBy, isAskedFor }: AskedForm): Wanted {
  const ifCalled = isAskedFor ? 0.5 : 1;
  const stated = (sentence: string) => (form.test(sentence) ? 1 : called.test(sentence) ? ifCalled : 0);
  return {
    statedBy: (sentence) => stated(statementOf(sentence)),
    confidenceWithout: isAskedFor ? NEEDED_FORM : NEEDED_ATTRIBUTE,
    preference: isAskedFor ? FORM_PREFERRED : PREFERRED,
    isAttribute: true,
    calledBy: isAskedFor ? calledBy : null,
  };
}

/** "몇 개" is asked of whatever has no other counter or has one that nobody thinks of: 두 곳, 데크 15면, 3,000점의 위조상품. */
function countOfAny(noun: string | undefined): RegExp {
  const counters = ["개", "곳", "군데", "가지"];
  if (noun === undefined) return counted(counters.join("|"));
  const behind = String.raw`${noun}[은는이가을를도]?\s(?:총\s?)?\d[\d,]*\s?여?\s?(?!년|월|일|시|분|번|위|호|차)[가-힣]`;
  const before = String.raw`\d[\d,]*\s?여?\s?[가-힣]{1,2}의\s${noun}`;
  return counted([...counters, noun].join("|"), `${behind}|${before}`);
}

type Stated = Omit<Wanted, "isAttribute" | "calledBy">;

function wantedBy(question: string, askedFor: AskedFor): Stated | null {
  if (asksForClockTime(question)) return matching(CLOCK_TIME, NEEDED_UNIT);
  if (asksWhenClosed(question))
    return {
      statedBy: (sentence) => Math.max(closedDaysIn(sentence), CLOSED_ONCE * dateIn(sentence)),
      confidenceWithout: NEEDED,
      preference: PREFERRED,
    };
  for (const [asked, stated] of UNITS) if (asked.test(question)) return matching(stated, NEEDED_UNIT);
  const { how, noun: inEnglish } = ENGLISH_COUNTED.exec(question)?.groups ?? {};
  if (inEnglish !== undefined)
    return countOf(inEnglish, how?.toLowerCase() === "many" && !UNIT_OF_AMOUNT.test(inEnglish));
  const { unit, noun } = ANY_UNIT.exec(question)?.groups ?? {};
  if (unit !== undefined && askedFor !== "when" && askedFor !== "how-much")
    return matching(unit === "개" ? countOfAny(noun) : counted(unit), NEEDED_UNIT);
  switch (askedFor) {
    case "when":
      return {
        statedBy: besideDateOfPage(question, whenIn(question)),
        confidenceWithout: NEEDED,
        preference: PREFERRED,
      };
    case "how-much":
      return {
        statedBy: amountAskedIn(question),
        confidenceWithout: NEEDED,
        preference: PREFERRED,
      };
    case "how-many":
      return {
        statedBy: (sentence) => (quantitiesIn(sentence).size > 0 ? 1 : 0),
        confidenceWithout: NEEDED,
        preference: PREFERRED,
      };
    case "why":
      return { statedBy: causeIn, confidenceWithout: PREFERENCE, preference: SELDOM_STATED };
    case "where":
      if (ASKS_WHOM_TO_ASK.test(question)) return ASKED_WHOM;
      return matching(ASKS_WHERE_TO_APPLY.test(question) ? CHANNEL : PLACE, PREFERENCE);
    case "who": {
      if (ASKS_WHOM_TO_ASK.test(question)) return ASKED_WHOM;
      const does = whoDoes(question);
      if (does !== null)
        return {
          statedBy: (sentence) => (HANGUL.test(sentence) ? 1 : does(sentence)),
          confidenceWithout: NEEDED_FORM,
          preference: SELDOM_STATED,
        };
      if (ASKS_WHO_IT_IS.test(question))
        return { statedBy: nameIn, confidenceWithout: NEEDED, preference: SELDOM_STATED };
      return matching(PERSON, PREFERENCE);
    }
    case "list":
      if (ASKS_FOR_DOCUMENTS.test(question) || askedByName(question) === "list")
        return { statedBy: documentsIn, confidenceWithout: PREFERENCE, preference: LIST_PREFERRED };
      return matching(ENUMERATION, PREFERENCE, LIST_PREFERRED);
    default:
      if (ASKS_REACTION.test(question)) return matching(REACTION, PREFERENCE, SELDOM_STATED);
      if (ASKS_WHAT_WAS_SAID.test(question)) return matching(SAID_SO, PREFERENCE, SELDOM_STATED);
      if (asksWhetherOpen(question))
        return {
          statedBy: (sentence) => Math.max(hourIn(sentence), closedDaysIn(sentence)),
          confidenceWithout: NEEDED,
          preference: PREFERRED,
        };
      if (asksWhetherPaid(question))
        return { statedBy: priceIn, confidenceWithout: PREFERENCE, preference: SELDOM_STATED };
      if (asksAmount(question)) return { statedBy: amountIn, confidenceWithout: PREFERENCE, preference: SELDOM_STATED };
      return null;
  }
}

/** What is counted in hours, money or shares. */
const UNIT_OF_AMOUNT =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|nights?|pounds?|dollars?|euros?|crowns?|won|points?|percent|times)$/iu;

/** How far another count states how many of something there are. */
const ANY_COUNT = 0.8;
const LASTING = new RegExp(ENGLISH_DURATION, "gu");

/** So many of what is counted; else any count, since it may be called otherwise: no hour and no price. */
function countOf(noun: string, isCounted: boolean): Stated {
  const named = new RegExp(
    String.raw`\b(?:\d[\d,.]*|(?:${ENGLISH_COUNT}))(?:[\s-]+[\p{L}']+){0,2}?[\s-]+(?:of\s+)?${beginningOfWord(noun.toLowerCase())}`,
    "iu",
  );
  const counts = (sentence: string) =>
    isCounted ? quantitiesIn(sentence.replace(LASTING, " ")).has("count") : quantitiesIn(sentence).size > 0;
  return {
    statedBy: (sentence) => (named.test(sentence) ? 1 : counts(sentence) ? ANY_COUNT : 0),
    confidenceWithout: NEEDED,
    preference: PREFERRED,
  };
}

/** What all forms of a counted noun begin with; some roots begin none of them: that of days is dai. */
function beginningOfWord(noun: string): string {
  const root = latinRoot(noun);
  return noun.startsWith(root) ? root : noun.replace(/s$/u, "");
}

function matching(pattern: RegExp, confidenceWithout: number, preference = PREFERRED): Stated {
  return { statedBy: (sentence) => (pattern.test(sentence) ? 1 : 0), confidenceWithout, preference };
}

/** Whatever is to be brought need be no document. */
const BROUGHT =
  /지참|가져\s?(?:오|와|가)|가지고\s?(?:오|와|가)|챙겨\s?(?:오|와|가|야)|각자\s?준비|준비해\s?(?:오|와|야)|\bbring\b/u;

/** An office without a number is half of it. */
const ASKED_WHOM: Stated = {
  statedBy: (sentence) => (REACHED.test(sentence) ? 1 : OFFICE.test(sentence) ? ONE_OF_SEVERAL : 0),
  confidenceWithout: PREFERENCE,
  preference: LIST_PREFERRED,
};

/** One document alone may be an item of the list that is asked for. */
function documentsIn(sentence: string): number {
  if (BROUGHT.test(sentence)) return 1;
  if (!DOCUMENT.test(sentence)) return 0;
  return ENUMERATION.test(sentence) ? 1 : ONE_OF_SEVERAL;
}

/** English names are told by their capitals; Korean ones by nothing. */
function nameIn(sentence: string): number {
  return PERSON.test(sentence) || ENGLISH_NAME.test(sentence) || HANGUL.test(sentence) ? 1 : 0;
}

/** Whether a sentence names several in a row. */
export function enumerates(sentence: string): boolean {
  return ENUMERATION.test(statementOf(sentence));
}

/** Some words name a cause; some endings only may. */
export function causeIn(sentence: string): number {
  if (CAUSE.test(sentence)) return 1;
  return MAYBE_CAUSE.test(sentence) ? 0.5 : 0;
}
