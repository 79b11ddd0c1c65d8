/** Tells the processes of an installation that something was committed: a hurry, as they find it in the store too. */
export interface WakeUps {
  tell(): void;
  /** What others tell; call it once. */
  listen(onTold: () => void): void;
  /** May be called twice. */
  stop(): Promise<void>;
}
