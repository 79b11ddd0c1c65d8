export interface StoredSetting {
  readonly name: string;
  /** JSON. */
  readonly value: string;
  /** ISO 8601, UTC. */
  readonly changedAt: string;
  readonly changedBy: string;
}

/** Settings that differ from their defaults. */
export interface SettingStore {
  settings(place: string): Promise<readonly StoredSetting[]>;
  /** All or none; committed when it returns. Replaces settings of the same names. */
  putSettings(place: string, settings: readonly StoredSetting[]): Promise<void>;
  dropSettings(place: string): Promise<void>;
}
