/** Sign-ins of the bot at workspaces, as sealed text: only the adapter that wrote one can read it. */
export interface InstallationStore {
  /** Committed when it returns; replaces what has the same key. */
  putInstallation(key: string, sealed: string): Promise<void>;
  installation(key: string): Promise<string | null>;
  /** Keys that begin with `prefix`, in order. */
  installations(prefix: string): Promise<readonly string[]>;
  /** Safe to run twice. */
  dropInstallation(key: string): Promise<void>;
}
