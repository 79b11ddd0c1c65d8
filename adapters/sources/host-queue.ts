/** Runs one task per host at a time, in the order they came. */
export interface HostQueue {
  run<T>(host: string, task: () => Promise<T>): Promise<T>;
}

export function createHostQueue(): HostQueue {
  const last = new Map<string, Promise<unknown>>();
  return {
    run(host, task) {
      const before = last.get(host) ?? Promise.resolve();
      const result = before.then(task);
      const ended = result.then(
        () => {},
        () => {},
      );
      last.set(host, ended);
      ended.then(() => {
        if (last.get(host) === ended) last.delete(host);
      });
      return result;
    },
  };
}
