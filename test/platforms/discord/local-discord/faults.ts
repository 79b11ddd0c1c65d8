/** What goes wrong with a request, instead of the answer or after it took effect. */
export interface Fault {
  readonly method?: string;
  /** Against the path without /api/v10. */
  readonly path: RegExp;
  /** The status to answer with, or a connection that breaks. */
  readonly status: number | "dropped";
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of a 429, in seconds. */
  readonly retryAfter?: number;
  /** How many requests it befalls; one unless told. */
  readonly times?: number;
  /** The request is carried out all the same, and only the answer is lost. */
  readonly carriedOut?: boolean;
}

export interface Hold {
  readonly method?: string;
  readonly path: RegExp;
}

interface Planned<T extends Hold> {
  readonly plan: T;
  left: number;
}

const DEFAULT_RETRY_AFTER = 0.05;
const DEFAULT_DELAY_MS = 50;

/** Faults and delays that wait for the requests they befall. */
export class Faults {
  readonly #faults: Planned<Fault>[] = [];
  readonly #gates: Planned<Hold & { readonly open: Promise<void> }>[] = [];

  /** Makes the next matching requests fail. */
  fail(plan: Fault): void {
    this.#faults.push({ plan, left: plan.times ?? 1 });
  }

  /** Answers the next matching request late. */
  delay({ ms = DEFAULT_DELAY_MS, ...hold }: Hold & { readonly ms?: number }): void {
    const open = new Promise<void>((resolve) => setTimeout(resolve, ms));
    this.#gates.push({ plan: { ...hold, open }, left: 1 });
  }

  /** Holds the next matching request until the function returned is called. */
  hold(hold: Hold): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gates.push({ plan: { ...hold, open: promise }, left: 1 });
    return resolve;
  }

  takeFault(method: string, path: string): Fault | undefined {
    return take(this.#faults, method, path);
  }

  takeGate(method: string, path: string): Promise<void> | undefined {
    return take(this.#gates, method, path)?.open;
  }
}

function take<T extends Hold>(planned: Planned<T>[], method: string, path: string): T | undefined {
  const found = planned.find(
    ({ plan, left }) => left > 0 && (plan.method === undefined || plan.method === method) && plan.path.test(path),
  );
  if (found) found.left--;
  return found?.plan;
}

/** The headers and the body of a failure, as Discord sends them. */
export function faultResponse({ status, body, headers = {}, retryAfter = DEFAULT_RETRY_AFTER }: Fault) {
  if (status !== 429) return { body: body ?? { message: `${status}: Error`, code: 0 }, headers };
  const seconds = String(retryAfter);
  const limits = {
    ...{ "Retry-After": seconds, "X-RateLimit-Reset-After": seconds, "X-RateLimit-Scope": "user" },
    ...{ "X-RateLimit-Limit": "5", "X-RateLimit-Remaining": "0", "X-RateLimit-Bucket": "local" },
  };
  const limited = { message: "You are being rate limited.", retry_after: retryAfter, global: false };
  return { body: body ?? limited, headers: { ...limits, ...headers } };
}
