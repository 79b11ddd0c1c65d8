/** Where the index's snapshot is kept between runs. Losing it costs time only. */
export interface SnapshotFile {
  /** Null where there is none. */
  read(): Promise<Uint8Array | null>;
  /** Replaced at once or not at all, also when the process dies meanwhile. */
  replace(snapshot: Uint8Array): Promise<void>;
}
