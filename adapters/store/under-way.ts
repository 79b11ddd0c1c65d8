/** The operations that closing has to wait for. */
export class UnderWay {
  readonly #operations = new Set<Promise<unknown>>();

  track<T>(operation: Promise<T>): Promise<T> {
    const done = () => this.#operations.delete(operation);
    this.#operations.add(operation);
    operation.then(done, done);
    return operation;
  }

  async settled(): Promise<void> {
    await Promise.allSettled(this.#operations);
  }
}
