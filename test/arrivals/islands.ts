const SYLLABLES = [..."가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호"];

/** A name of three syllables that no document knows; they differ below 1764. */
export function islandName(i: number): string {
  const round = Math.floor(i / SYLLABLES.length);
  const at = (place: number) => SYLLABLES[place % SYLLABLES.length];
  return `${at(i)}${at(i * 11 + round * 5)}${at(i * 29 + round)}섬`;
}
