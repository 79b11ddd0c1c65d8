import type { Lexicon } from "../../text/lexicon.ts";
import { readWords } from "../../text/words.ts";
import { agreeing } from "../talk/agreeing.ts";
import { formIn, hasAsked, type Turn } from "../talk/conversation.ts";

/** "거기는", "그 도시에는": a place by no name. */
const POINTS =
  /^(?<before>(?:그럼|그러면|그런데|근데|그리고)[ ,]*)?(?:거기|그곳|그 ?(?:도시|지역|섬|마을|동네|고장|데)|거긴(?=[ ?？]|$))(?<particle>은|는|엔|에는|에서는|에서|에|의|도|이|가)?(?=[ ?？]|$)/u;
/** What places are called by. */
const PLACE = /^[가-힣]+(?:[시군구읍면동섬도항역촌]|마을|고개|나루|공원|해변|시장|마당)$/u;
/** By the headings of the operator's list. */
const KIND_OF_PLACE = /countr|cit|region/iu;
const SHORTEST_PLACE = 3;

/**
 * A message with the place that the answer before names where it only points at one: "거기는 얼마야?" as "달빛시는 얼마야?". As it is
 * where the answer names none, or several.
 */
export function withPlaceNamed(text: string, previous: Turn | null, lexicon: Lexicon): string {
  const groups = POINTS.exec(text)?.groups;
  if (groups === undefined || !hasAsked(previous)) return text;
  const sentences = previous.told?.at(-1)?.sentences ?? [];
  const named = sentences.map((sentence) => placesIn(sentence, lexicon)).find(({ length }) => length > 0);
  const places = new Set(named);
  const [place] = places;
  if (place === undefined || places.size > 1) return text;
  return text.replace(POINTS, `${groups["before"] ?? ""}${place}${agreeing(place, groups["particle"] ?? "")}`);
}

function placesIn(sentence: string, lexicon: Lexicon): readonly string[] {
  const words = readWords(sentence);
  const called = words.filter(({ stem, text }) => stem.length >= SHORTEST_PLACE && stem !== text && PLACE.test(stem));
  const known = lexicon
    .mentions(words)
    .flatMap(({ concept }) =>
      KIND_OF_PLACE.test(lexicon.kindOf(concept)) ? (formIn(sentence, concept, lexicon) ?? []) : [],
    );
  return [...called.map(({ stem }) => stem), ...known];
}
