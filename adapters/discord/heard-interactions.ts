import {
  type APIInteraction,
  type Client,
  Events,
  GatewayDispatchEvents,
  type GatewayInteractionCreateDispatchData,
  InteractionType,
} from "discord.js";

const MOST_REMEMBERED = 1000;

/** How an interaction was deferred. */
export type Deferral = "private" | "public" | "instead";

/** Interactions as Discord sent them: whoever goes on with one needs all of it. */
export interface HeardInteractions {
  listen(client: Client): void;
  /** Null where it is not known. It carries the token that answers are sent with. */
  payloadOf(id: string): string | null;
  /** The next time it is heard, it was another process's, which deferred it. */
  adopt(id: string, deferral: Deferral): void;
  /** Null where it is new. It says so once. */
  adoptedAs(id: string): Deferral | null;
}

export function createHeardInteractions(): HeardInteractions {
  const payloads = new Map<string, APIInteraction>();
  const adopted = new Map<string, Deferral>();
  return {
    listen(client) {
      client.on(Events.Raw, ({ t, d }: { t: string; d: GatewayInteractionCreateDispatchData }) => {
        if (t !== GatewayDispatchEvents.InteractionCreate) return;
        if (d.type === InteractionType.ApplicationCommandAutocomplete) return;
        payloads.set(d.id, d);
        const [oldest] = payloads.keys();
        if (payloads.size > MOST_REMEMBERED && oldest !== undefined) payloads.delete(oldest);
      });
    },
    payloadOf(id) {
      const payload = payloads.get(id);
      payloads.delete(id);
      return payload ? JSON.stringify(payload) : null;
    },
    adopt: (id, deferral) => void adopted.set(id, deferral),
    adoptedAs(id) {
      const deferral = adopted.get(id) ?? null;
      adopted.delete(id);
      return deferral;
    },
  };
}
