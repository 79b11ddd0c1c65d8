/** An operation whose `attempt` names one call: carried out twice under that name, it is the same one. */
type Attempted<Operation> = Operation extends (...args: infer Args) => infer Result
  ? (attempt: string, ...args: Args) => Result
  : never;

/** A store of which some operations have to be told from their repetitions. */
export type WithAttempts<Store, Name extends keyof Store> = Omit<Store, Name> & {
  readonly [Each in Name]: Attempted<Store[Each]>;
};
