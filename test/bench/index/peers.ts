import type { Engine, Terms } from "../retrieval/engine.ts";

/** By name: where each one comes from, and the setting that is given our terms. */
const PEERS: Readonly<Record<string, { readonly setting: string; load(): Promise<(terms: Terms) => Engine[]> }>> = {
  MiniSearch: {
    setting: "MiniSearch, our terms, titles twice",
    load: async () => (await import("../retrieval/minisearch.ts")).miniSearch,
  },
  FlexSearch: {
    setting: "FlexSearch, our terms, any of them",
    load: async () => (await import("../retrieval/flexsearch.ts")).flexSearch,
  },
  Orama: { setting: "Orama, our terms", load: async () => (await import("../retrieval/orama.ts")).orama },
  "SQLite FTS5": {
    setting: "FTS5 unicode61, our terms, titles twice",
    load: async () => (await import("../retrieval/fts5.ts")).fts5,
  },
};

export const PEER_NAMES = Object.keys(PEERS);

export async function openPeer(name: string, terms: Terms): Promise<Engine> {
  const peer = PEERS[name];
  const engine = (await peer?.load())?.(terms).find((each) => each.name === peer?.setting);
  if (!engine) throw new RangeError(`There is no engine "${name}".`);
  return engine;
}
