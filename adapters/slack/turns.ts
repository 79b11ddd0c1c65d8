/** To answer is work for the processor: more at once make none faster, and keep other requests from being acked. */
const MOST_AT_ONCE = 4;
/** A request is read over several rounds of Node's loop. */
const ROUNDS_WITHOUT_NEWS = 4;
const MOST_ROUNDS = 100;

/** Lets work wait for its turn, so that requests are read and acked between two pieces of it. */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #underWay = 0;
  #arrived = 0;

  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#arrived += 1;
    if (this.#underWay >= MOST_AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#underWay += 1;
    await this.#untilQuiet();
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#underWay -= 1;
    }
  }

  /** While more comes in, that is read first. */
  async #untilQuiet(): Promise<void> {
    let seen = this.#arrived;
    let quiet = 0;
    for (let round = 0; round < MOST_ROUNDS && quiet < ROUNDS_WITHOUT_NEWS; round += 1) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      quiet = this.#arrived === seen ? quiet + 1 : 0;
      seen = this.#arrived;
    }
  }
}
