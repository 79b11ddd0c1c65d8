import type { ChatServices } from "../../src/chat/chat-services.ts";
import type { Logger } from "../../src/ports/runtime.ts";
import type { People } from "./people.ts";
import type { Turns } from "./turns.ts";

/** What every part of the front end works with. */
export interface SlackDesk extends ChatServices {
  readonly log: Logger;
  readonly people: People;
  /** For whatever asks the documents something. */
  readonly turns: Turns;
  readonly fetch: typeof fetch;
}
