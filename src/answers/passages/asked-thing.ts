import type { QueryWord } from "../../search/query.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { statementOf } from "../../text/statement.ts";
import { monosyllable, readWords } from "../../text/words.ts";
import { asksForClockTime, CLOCK_TIME } from "../asked/clock-time.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import type { Passage } from "./passages.ts";

/** What the thing that a question asks for looks like in a sentence: "…한 가수는?" asks for a person. */
export interface AskedThing {
  readonly looksLike: "person" | "date" | "title" | null;
  /** A number is asked for. */
  readonly number: boolean;
  /** A number with the unit that is asked for, or null. */
  readonly unit: RegExp | null;
  /** The kind of a concept, as the operator's list heads it, or null. */
  readonly kindOfConcept: RegExp | null;
  /** Numbers and concepts of the question itself are no answer. */
  readonly numbers: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
}

const ASKING_FOR_NOUN = /(?:어느|어떤|어떠한|무슨)\s+(?<noun>[가-힣]+)/u;

/** By the noun that is asked for, whole or as the end of a compound. */
const LOOKS: readonly (readonly [NonNullable<AskedThing["looksLike"]>, RegExp])[] = [
  [
    "person",
    /(?:사람|인물|이름|선수|감독|가수|배우|대통령|총리|장관|의원|왕|교수|대표|회장|후보|작곡가|화가|장군|아버지|어머니|부인|아내|남편|아들|딸|판사|검사|변호사|위원장|총재|멤버|투수|소장|의장|주인공|정치인|인사|대사|특사|차관|[가-힣](?:자|인))$/u,
  ],
  ["date", /(?:년도|연도|날짜|시기|시점|때|해|날|년|월|일)$/u],
  ["title", /(?:곡|노래|앨범|앨범명|영화|드라마|책|작품|소설|제목|프로그램|게임|잡지|연극|뮤지컬|만화)$/u],
];
const STATED: Readonly<Record<NonNullable<AskedThing["looksLike"]>, RegExp>> = {
  person:
    /[가-힣]{2,5}\s?\(|[가-힣]{3}(?:은|는|이|가|에게|과|와)(?=\s)|대통령|총리|장관|의원|대표|감독|교수|기자|위원장|후보|선수|대사|특사/u,
  date: /\d\s?(?:년|월|일)|세기/u,
  title: /[《〈<'"‘“『「]/u,
};
const COUNTED =
  /(?:수|인원|나이|점수|순위|비율|금액|높이|길이|기간|시간|점유율|지지율|시청률|크기|무게|거리|면적|인구|가격|비용|세율|관세|[가-힣]액)$/u;
const KINDS: readonly (readonly [asked: RegExp, kind: RegExp])[] = [
  [
    /(?:나라|국가|(?:회원|참여|참가|가맹|가입|당사|동맹|우방|수출|수입|서명|체결|비준|협력|교역|상대|개최|의장)국)$/u,
    /countr/u,
  ],
  [/(?:기관|단체|기구)$/u, /organi[sz]ation/u],
  [/(?:회사|기업)$/u, /compan/u],
  [/(?:사람|인물)$/u, /people/u],
];
const UNIT = /몇\s?(?<unit>[가-힣]{1,3}?)(?:에|이|을|를|은|는|인|나|의|간|동|째|\s|\?|$)/u;

export function readAskedThing({ text, query, askedFor }: ReadQuestion): AskedThing {
  const noun = nounAskedFor(text, query.words);
  const looksLike = LOOKS.find(([, asked]) => asked.test(noun))?.[0] ?? null;
  const unit = UNIT.exec(text)?.groups?.["unit"];
  const asksNumber = askedFor === "when" || askedFor === "how-many" || askedFor === "how-much";
  return {
    looksLike,
    number: asksNumber || looksLike === "date" || (looksLike === null && COUNTED.test(noun)),
    unit: asksForClockTime(text) ? CLOCK_TIME : unit === undefined ? null : numberOf(unit),
    kindOfConcept: KINDS.find(([asked]) => asked.test(noun))?.[1] ?? null,
    numbers: new Set(query.words.map(({ word }) => word.stem)),
    concepts: new Set(query.words.flatMap(({ concept }) => concept ?? [])),
  };
}

function numberOf(unit: string): RegExp {
  return new RegExp(String.raw`\d[\d,.]*\s*[십백천만억조]*\s?여?\s?${unit}`, "u");
}

/** The noun after the word that asks, else the last word that says anything. */
function nounAskedFor(text: string, words: readonly QueryWord[]): string {
  const named = ASKING_FOR_NOUN.exec(text)?.groups?.["noun"];
  const word = named === undefined ? words.at(-1)?.word : readWords(named)[0];
  return word === undefined ? "" : (monosyllable(word.text) ?? word.stem);
}

/** 1 where the sentence holds such a thing, 0 where it does not or none is asked for. */
export function lookFeatures(thing: AskedThing, { text, numbers, evidence }: Passage, lexicon: Lexicon) {
  const statement = statementOf(text);
  const looks = thing.looksLike !== null && STATED[thing.looksLike].test(statement);
  const kind = thing.kindOfConcept;
  return {
    person: looks && thing.looksLike === "person" ? 1 : 0,
    date: looks && thing.looksLike === "date" ? 1 : 0,
    title: looks && thing.looksLike === "title" ? 1 : 0,
    kindOfConcept:
      kind !== null &&
      [...evidence.concepts].some((named) => !thing.concepts.has(named) && kind.test(lexicon.kindOf(named)))
        ? 1
        : 0,
    newNumber: thing.number && numbers.some((number) => !thing.numbers.has(number)) ? 1 : 0,
    unit: thing.unit?.test(statement) ? 1 : 0,
  };
}
