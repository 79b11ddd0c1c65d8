import type { FrontDesk } from "../../src/ports/chat-platform.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";

export interface SlackOptions {
  readonly install:
    | { readonly kind: "token"; readonly botToken: string }
    | {
        readonly kind: "oauth";
        readonly clientId: string;
        readonly clientSecret: string;
        readonly publicUrl: string;
        /** 32 bytes. */
        readonly encryptionKey: Uint8Array;
      };
  readonly transport:
    | { readonly kind: "socket"; readonly appToken: string }
    | { readonly kind: "http"; readonly signingSecret: string };
  readonly apiUrl: string | null;
  readonly timeZone: string;
}

export interface SlackServices {
  readonly desk: FrontDesk;
  readonly log: Logger;
  readonly clock: Clock;
}
