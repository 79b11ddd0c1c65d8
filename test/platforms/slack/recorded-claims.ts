import type { Starting } from "./running-slack.ts";

/** What a bot claims in its store, as "key payload". */
export function recordedClaims(): { readonly change: NonNullable<Starting["change"]>; readonly claimed: string[] } {
  const claimed: string[] = [];
  return {
    claimed,
    change: ({ openStore }) => ({
      openStore: async () => {
        const store = await openStore();
        return {
          ...store,
          claim: (event) => {
            claimed.push(`${event.key} ${event.payload}`);
            return store.claim(event);
          },
        };
      },
    }),
  };
}
