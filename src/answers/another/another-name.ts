import { squash } from "../../text/normalize.ts";
import { onceEach } from "../../text/remembered.ts";
import { readWords } from "../../text/words.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import type { Placed } from "./another-one.ts";

/** What places and houses of one kind are called by, behind what each is called alone: 갈매기섬, 느티도서관. */
const KIND =
  "(?:섬|고개|마을|나루|해변|호수|터널|대교|공원|광장|시장|공항|항구|선착장|정류장|주차장|휴게소|도서관|박물관|미술관|기념관|체육관|수영장|복지관|문화관|회관|병원|의료원|보건소|어린이집|유치원|초등학교|중학교|고등학교|대학교|호텔|극장|은행|센터)";
const NAMED = new RegExp(`^(?<own>[가-힣]{2,8}?)(?<kind>${KIND})$`, "u");
/** Kinds of such places, and no names of one. */
const SORT =
  /(?:시립|국립|도립|군립|구립|공립|사립|공공|공영|민영|국제|국내|전통|종합|대학|지역|지하|지상|공동|공용|노인|장애인|어린이|청소년|여성|가족|주민|시민|도민|구민|마을|학교|전문|동네|재래|노동|금융|주식|부동산|자동차|버스|택시|고속도로|해저|콜|고객|상담|문화|예술|체육|실내|야외|요양|동물|중앙|지방|상업|투자|저축|복지|평생|교육|직업|일자리|정보|연구|개발|지원|관리|안전|재난|통합|행정)$/u;

interface Told extends Pick<Placed, "text" | "title" | "headingPath"> {
  readonly before: readonly Pick<Placed, "text">[];
}

interface NamedPlace {
  readonly name: string;
  readonly kind: string;
}

/**
 * Whether sentences tell of another place of the kind than the question names: of 느티도서관 where 달빛도서관 is asked about. What names the
 * one that is asked for in reach tells of it. Null where the question names none.
 */
export function createAnotherName({
  text: question,
}: Pick<ReadQuestion, "text">): ((sentence: Told) => boolean) | null {
  const asked = placesIn(question);
  if (asked.length === 0) return null;
  const squashed = onceEach(squash);
  return ({ text, title, headingPath, before }) => {
    const told = placesIn(text);
    const isOther = ({ kind, name }: NamedPlace) =>
      told.some((other) => other.kind === kind && other.name !== name) &&
      ![text, title, ...headingPath, ...before.map((each) => each.text)].some((place) =>
        squashed(place).includes(name),
      );
    return asked.every(isOther);
  };
}

function placesIn(text: string): NamedPlace[] {
  return readWords(text).flatMap(({ stem }) => {
    const { own, kind } = NAMED.exec(stem)?.groups ?? {};
    return own === undefined || kind === undefined || SORT.test(own) ? [] : [{ name: stem, kind }];
  });
}
