export interface Fault {
  /** The method to fail: `chat.postMessage`, `response_url`, or any when none is named. */
  readonly method?: string;
  readonly status?: number;
  readonly error?: string;
  /** Seconds in the Retry-After header; makes the answer a 429. */
  readonly retryAfter?: number;
  /** How often; once when not said. */
  readonly times?: number;
  /** Close the connection: before anything was done, or after it was done and only the answer is lost. */
  readonly drop?: "before" | "after";
}

/** A call that is kept waiting. */
export interface Held {
  /** Resolves when a call has come and waits. */
  readonly arrived: Promise<void>;
  /** Let it go on. */
  release(): void;
}

interface Delay {
  readonly method: string | undefined;
  readonly arrive: () => void;
  readonly go: Promise<void>;
}

/** Calls that are to fail or to wait. */
export class Faults {
  readonly #failing: { readonly fault: Fault; left: number }[] = [];
  readonly #delays: Delay[] = [];
  readonly #releases = new Set<() => void>();

  fail(fault: Fault): void {
    this.#failing.push({ fault, left: fault.times ?? 1 });
  }

  delay(method: string | undefined): Held {
    const arrival = Promise.withResolvers<void>();
    const going = Promise.withResolvers<void>();
    this.#delays.push({ method, arrive: arrival.resolve, go: going.promise });
    this.#releases.add(going.resolve);
    return { arrived: arrival.promise, release: going.resolve };
  }

  /** Wait if the next call of the method is to wait. */
  async pass(method: string): Promise<void> {
    const index = this.#delays.findIndex((delay) => delay.method === undefined || delay.method === method);
    const [delay] = index < 0 ? [] : this.#delays.splice(index, 1);
    delay?.arrive();
    await delay?.go;
  }

  /** The fault for this call, if it is to fail. */
  take(method: string): Fault | undefined {
    const index = this.#failing.findIndex(({ fault }) => fault.method === undefined || fault.method === method);
    const found = this.#failing[index];
    if (found === undefined) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.#failing.splice(index, 1);
    return found.fault;
  }

  releaseAll(): void {
    for (const release of this.#releases) release();
  }
}
