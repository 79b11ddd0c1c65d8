/** Bytes of articles: in memory, or read from a file when they are asked for. */
export interface Records {
  /** Of all of them together. */
  readonly size: number;
  /** Of the file they are read from, in any thread until it is closed; null where they lie in memory. */
  readonly descriptor: number | null;
  /** Throws where they cannot be read. */
  read(from: number, to: number): Uint8Array;
  /** Nobody reads them any more. */
  close(): void;
}

/** Where records are written, one behind the other. */
export interface RecordSink {
  /** Written so far. */
  readonly size: number;
  write(record: Uint8Array): void;
}

/** Keeps records in memory that threads share. */
export class RecordsInMemory implements RecordSink, Records {
  readonly descriptor = null;
  #bytes = new Uint8Array(new SharedArrayBuffer(1 << 12));
  #size = 0;

  get size(): number {
    return this.#size;
  }

  write(record: Uint8Array): void {
    const size = this.#size + record.length;
    if (size > this.#bytes.length) {
      const larger = new Uint8Array(new SharedArrayBuffer(Math.max(size, this.#bytes.length * 2)));
      larger.set(this.#bytes.subarray(0, this.#size));
      this.#bytes = larger;
    }
    this.#bytes.set(record, this.#size);
    this.#size = size;
  }

  read(from: number, to: number): Uint8Array {
    return this.#bytes.subarray(from, to);
  }

  close(): void {}
}

/** Records that lie in memory. */
export function recordsIn(bytes: Uint8Array): Records {
  return { size: bytes.length, descriptor: null, read: (from, to) => bytes.subarray(from, to), close() {} };
}
