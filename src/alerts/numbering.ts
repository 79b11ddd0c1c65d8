/** Small numbers for names, so that lists can stand for maps. A number that nobody uses any more is given again. */
export interface Numbering {
  /** To be released as often as it was taken. */
  take(name: string): number;
  release(name: string): void;
  of(name: string): number | undefined;
  /** Above every number in use. */
  bound(): number;
}

export function createNumbering(): Numbering {
  const numbers = new Map<string, { readonly number: number; users: number }>();
  const free: number[] = [];
  let bound = 0;
  return {
    take(name) {
      const known = numbers.get(name) ?? { number: free.pop() ?? bound++, users: 0 };
      known.users++;
      numbers.set(name, known);
      return known.number;
    },
    release(name) {
      const known = numbers.get(name);
      if (!known || --known.users > 0) return;
      numbers.delete(name);
      free.push(known.number);
    },
    of: (name) => numbers.get(name)?.number,
    bound: () => bound,
  };
}
