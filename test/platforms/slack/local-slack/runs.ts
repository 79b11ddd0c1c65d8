import type { Delivery } from "./deliveries.ts";
import type { ReplyUrl } from "./handles.ts";
import type { Json } from "./loose-json.ts";
import type { StoredMessage } from "./stored-message.ts";
import type { World } from "./world.ts";

/** A command or an interaction that reached the app, and what came back. */
export class Run {
  readonly delivery: Delivery;
  readonly triggerId: string;
  readonly responseUrl: string | undefined;
  /** The message the ack itself posted, if it said something. */
  readonly ackMessage: StoredMessage | undefined;
  readonly #world: World;
  readonly #record: ReplyUrl | undefined;
  #taken = 0;

  constructor(
    world: World,
    delivery: Delivery,
    given: {
      readonly triggerId: string;
      readonly reply?: { readonly url: string; readonly record: ReplyUrl } | undefined;
      readonly ackMessage?: StoredMessage | undefined;
    },
  ) {
    this.#world = world;
    this.#record = given.reply?.record;
    this.delivery = delivery;
    this.triggerId = given.triggerId;
    this.responseUrl = given.reply?.url;
    this.ackMessage = given.ackMessage;
  }

  /** Whether the app acked in time. */
  get acked(): boolean {
    return this.delivery.acked;
  }

  /** What the app put in its ack. */
  get ack(): Json | undefined {
    return this.delivery.answer;
  }

  /** Everything posted or replaced through the response URL, in order. */
  get responses(): readonly StoredMessage[] {
    return this.#record?.posted ?? [];
  }

  /** The next thing that comes through the response URL. */
  async nextResponse({ timeoutMs }: { timeoutMs?: number } = {}): Promise<StoredMessage> {
    const message = await this.#world.waits.until(
      () => this.responses[this.#taken],
      () => `answer ${this.#taken + 1} through the response URL of ${this.delivery.type}`,
      timeoutMs,
    );
    this.#taken += 1;
    return message;
  }
}
