interface Holder {
  sectionId(number: number): string;
}

/** A section, by its number in what holds it. */
export interface BestSection<In extends Holder> {
  readonly holder: In;
  readonly number: number;
  readonly score: number;
}

/** The sections of the highest scores, at most `limit`; of equal ones those of the lowest ids. */
export class BestSections<In extends Holder> {
  readonly #limit: number;
  readonly #kept: BestSection<In>[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** What scores lower is not kept any more. */
  get threshold(): number {
    if (this.#kept.length < this.#limit) return Number.NEGATIVE_INFINITY;
    return this.#kept.at(-1)?.score ?? Number.POSITIVE_INFINITY;
  }

  offer(holder: In, number: number, score: number): void {
    if (score < this.threshold) return;
    const offered = { holder, number, score };
    let place = this.#kept.length;
    while (place > 0 && isBefore(offered, this.#kept[place - 1] as BestSection<In>)) place--;
    if (place === this.#limit) return;
    this.#kept.splice(place, 0, offered);
    if (this.#kept.length > this.#limit) this.#kept.pop();
  }

  /** Best first. */
  list(): readonly BestSection<In>[] {
    return this.#kept;
  }
}

function isBefore<In extends Holder>(one: BestSection<In>, other: BestSection<In>): boolean {
  if (one.score !== other.score) return one.score > other.score;
  return one.holder.sectionId(one.number) < other.holder.sectionId(other.number);
}
