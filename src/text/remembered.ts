/**
 * What was made of an object, such as what was read of a section: kept with it, and gone with it. A WeakMap would keep it
 * until the next full garbage collection, and slow down every one before.
 */
export class Remembered<Of extends object, Made> {
  readonly #key = Symbol("remembered");

  /** `make`: called once for each object. */
  of(object: Of, make: () => Made): Made {
    const known = (object as { readonly [key: symbol]: Made | undefined })[this.#key];
    if (known !== undefined) return known;
    const made = make();
    // Hidden, so that a copy of the object does not have it, and nobody compares it.
    Object.defineProperty(object, this.#key, { value: made });
    return made;
  }
}

/** The same function, which is asked once for each key: what stands over many sentences is read once. */
export function onceEach<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const known = new Map<Key, Made>();
  return (key) => {
    const made = known.get(key) ?? make(key);
    known.set(key, made);
    return made;
  };
}
