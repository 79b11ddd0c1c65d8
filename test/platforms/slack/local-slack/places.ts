import type { StoredMessage } from "./stored-message.ts";
import type { ChannelRecord, World } from "./world.ts";

export interface WaitFor {
  /** Only messages in this thread. */
  readonly thread?: string;
  /** Only messages after this one, read before or not. */
  readonly after?: string;
  readonly timeoutMs?: number;
}

/** A channel or direct messages, as a test sees them. */
export class Channel {
  readonly id: string;
  readonly name: string;
  readonly record: ChannelRecord;
  readonly #world: World;
  readonly #read: Set<StoredMessage>;

  constructor(world: World, record: ChannelRecord, read: Set<StoredMessage>) {
    this.id = record.id;
    this.name = record.name;
    this.record = record;
    this.#world = world;
    this.#read = read;
  }

  /** All messages that everyone in the channel sees, in order, those in threads too. */
  messages(): readonly StoredMessage[] {
    return this.record.messages.filter(({ deleted }) => !deleted);
  }

  /** The messages of a thread, the first one included. */
  thread(ts: string): readonly StoredMessage[] {
    return this.messages().filter((message) => message.ts === ts || message.threadTs === ts);
  }

  /** The app's next message here: the first one that was not returned before. */
  async nextMessage({ thread, after, timeoutMs }: WaitFor = {}): Promise<StoredMessage> {
    const message = await this.#world.waits.until(
      () =>
        this.messages().find(
          (candidate) =>
            candidate.fromBot &&
            (thread === undefined || candidate.threadTs === thread) &&
            (after === undefined ? !this.#read.has(candidate) : candidate.ts > after),
        ),
      () => `a message of the app in #${this.name}${thread === undefined ? "" : `, thread ${thread}`}`,
      timeoutMs,
    );
    this.#read.add(message);
    return message;
  }

  /** Gone for everybody. */
  delete(): void {
    this.record.deleted = true;
  }

  archive(): void {
    this.record.archived = true;
  }

  add(userId: string): void {
    this.record.members.add(userId);
  }

  remove(userId: string): void {
    this.record.members.delete(userId);
  }
}
