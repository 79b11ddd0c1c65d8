import { finalConsonant } from "./hangul.ts";

/**
 * Particles and endings that a Hangul word may carry. They are put together from their parts, as the language does:
 * 에서 + 는 is 에서는, 하 + 는데 is 하는데.
 */
function joined(stems: readonly string[], endings: readonly string[]): string[] {
  return stems.flatMap((stem) => endings.map((ending) => stem + ending));
}

function words(list: string): string[] {
  return list.split(" ");
}

const CASE_PARTICLES = words(
  "은 는 이 가 을 를 의 에 도 만 로 으로 와 과 랑 이랑 나 이나 란 이란 야 에서 에게 께 께서 한테 까지 부터 마다 조차 마저 밖에 처럼 보다 만큼 대로 하고 들 엔 쯤 쯤에 쯤엔 쯤은",
);

const STACKED_PARTICLES = [
  ...joined(words("에서 에게 까지 부터 한테 으로 로"), words("는 도 만 의 나")),
  ...joined(words("에게 한테 으로 로"), ["서", "서는", "서도", "부터"]),
  ...joined(words("으로 로"), words("써 써는 까지")),
  ...joined(words("와 과 에"), words("는 도 의 만")),
  ...joined(words("랑 이랑"), words("은 도 만")),
  ...words("하고는 하고도"),
  ...joined(["만"], words("이 을 은 의 도")),
  ...joined(["들"], words("이 은 을 의 에 에게 과 도 로 만 까지 처럼 에서")),
  ...joined(words("보다 처럼 만큼"), words("는 도 은")),
  "에서부터",
  "까지만",
];

const COPULA = [
  ...joined(words("이라 라"), words("는 고 도 면 서 고는 고도 며")),
  ...joined(words("이었 였"), words("다 던 으며 고 는데 지만 습니다 다고 다는 나요")),
  ...words(
    "이다 이라 라 이며 며 이고 고 이자 이던 인 인지 인가 인데 인가요 인지요 이야 이에요 예요 입니다 입니까 이라네 임",
  ),
];

const VERB_ENDINGS = words(
  "다 고 며 면 면서 는 던 지 기 게 자 려 려고 려면 려는 려던 도록 기로 기에 기를 기는 지만 지는 는데 거나 니 므로 는지 나 나요 는가 는지요 게끔 자는 자고 고자 고서 고는",
);
const PAST_ENDINGS = words(
  "다 고 던 으며 으나 는데 지만 습니다 습니까 다고 다는 다며 다가 다면 을 음 음을 나 나요 는가 는지 었다 었던 어 어요 죠 지 을까 을까요 네요 기 니",
);
/** 하다 and 되다, which make verbs of nouns: 요구하다, 시작되다. */
const VERBALISERS = [
  ...joined(words("하 되 시키 당하 받 드리"), VERB_ENDINGS),
  ...joined(words("했 됐 하였 되었 시켰 당했 받았"), PAST_ENDINGS),
  ...joined(words("한 된 시킨"), words("다 다고 다는 다며 다면 지 가 가요 데 대 대요")),
  ...joined(words("할 될"), words("지 까 까요 수록 지도 때 게 게요")),
  ...joined(words("해 돼 하여 되어"), words("서 야 도 요 라 달라 야만 서는")),
  ...words(
    "한 된 할 될 함 됨 해 돼 하여 되어 함을 됨을 함에 됨에 합니다 됩니다 합니까 됩니까 하 되 하자 하세요 해줘 했 됐 시킨 시킬 하였 당한 당할 받은 받을 받는 적 적인 적으로 적이 적이며",
  ),
];

const SUFFIXES = new Set([...CASE_PARTICLES, ...STACKED_PARTICLES, ...COPULA, ...VERBALISERS]);

/** Particles that no noun ends with, so that one syllable may stay: 책에서 -> 책. */
const AFTER_ONE_SYLLABLE = words(
  "으로 으로는 으로도 에서 에서는 에서도 에게 에게는 한테 한테는 한테도 까지 부터 처럼 에는 에도 에만",
);

/** Suffixes letter by letter from their end. */
interface Ending {
  isSuffix: boolean;
  followsOneSyllable: boolean;
  readonly before: Map<number, Ending>;
}

const ENDINGS = newEnding();
for (const suffix of SUFFIXES) endingOf(suffix).isSuffix = true;
for (const particle of AFTER_ONE_SYLLABLE) endingOf(particle).followsOneSyllable = true;

function newEnding(): Ending {
  return { isSuffix: false, followsOneSyllable: false, before: new Map() };
}

function endingOf(suffix: string): Ending {
  let ending = ENDINGS;
  for (let i = suffix.length - 1; i >= 0; i--) {
    const longer = ending.before.get(suffix.charCodeAt(i)) ?? newEnding();
    ending.before.set(suffix.charCodeAt(i), longer);
    ending = longer;
  }
  return ending;
}

const SHORTEST_STEM = 2;

/** Nouns that end as the copula does: 조기할인 is no 조기할 that is. */
const NOUN_IN_IN = /(?:할인|확인|승인|장애인|[외내]국인|법인|개인|본인|노인|상인|군인|연예인|정치인|직장인)$/u;

/**
 * Takes the longest particle or ending off a Hangul word as long as two syllables stay: 관세를 -> 관세. One may stay
 * before particles that cannot be the end of a noun: 책에서, 핵을 (를 follows open syllables, 을 closed ones).
 */
export function stripParticle(word: string): string {
  if (word.length === SHORTEST_STEM && isObject(word)) return word.slice(0, 1);
  let stemEnd = word.length;
  let ending: Ending | undefined = ENDINGS;
  for (let i = word.length - 1; i >= 1; i--) {
    ending = ending.before.get(word.charCodeAt(i));
    if (ending === undefined) break;
    if (i >= SHORTEST_STEM ? ending.isSuffix : ending.followsOneSyllable) stemEnd = i;
  }
  return stemEnd === word.length - 1 && NOUN_IN_IN.test(word) ? word : word.slice(0, stemEnd);
}

function isObject(word: string): boolean {
  const last = word.charAt(word.length - 1);
  if (last !== "를" && last !== "을") return false;
  return (finalConsonant(word.slice(0, 1)) === "") === (last === "를");
}

/** A particle or ending by itself, such as the 가 that follows "NATO". */
export function isParticle(word: string): boolean {
  return SUFFIXES.has(word);
}
