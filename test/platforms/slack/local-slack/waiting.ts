export const WAIT_MS = 5_000;

/** Waits that end when something changed, not when time has passed. */
export class Waits {
  readonly #looking = new Set<() => void>();

  /** Tell everyone who waits that something changed. */
  changed(): void {
    for (const look of [...this.#looking]) look();
  }

  /** What `find` finds, as soon as it finds something. */
  until<T>(find: () => T | undefined, what: () => string, timeoutMs: number = WAIT_MS): Promise<T> {
    const found = find();
    if (found !== undefined) return Promise.resolve(found);
    return new Promise((resolve, reject) => {
      const look = () => {
        const now = find();
        if (now === undefined) return;
        clearTimeout(timer);
        this.#looking.delete(look);
        resolve(now);
      };
      const timer = setTimeout(() => {
        this.#looking.delete(look);
        reject(new Error(`Waited ${timeoutMs} ms in vain for ${what()}`));
      }, timeoutMs);
      this.#looking.add(look);
    });
  }
}
