/** What one of the processes that share a store does alone. Names are free: "discord:shard:0". */
export interface Leases {
  /** Whether this process holds the name from now on: it did already, or nobody living does. */
  hold(name: string): Promise<boolean>;
  /** Others may hold it at once. Nothing happens where it is another's. */
  letGo(name: string): Promise<void>;
  /** What the one who holds it leaves for the next; nothing happens where it is another's. */
  putNote(name: string, note: string): Promise<void>;
  note(name: string): Promise<string | null>;
}

/** The processes that share a store, as far as they show that they live. Opening a store makes no member yet. */
export interface Membership extends Leases {
  /** This process lives: what it holds, and what it claimed, stays its own for 10 seconds. */
  beat(): Promise<void>;
  /** This process ends: what it holds, and what it claimed and never finished, is free at once. Safe to call twice. */
  leave(): Promise<void>;
  /** Every other member is dead: this process knows that it is alone. */
  outliveOthers(): Promise<void>;
}
