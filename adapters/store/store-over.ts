import type { Kysely } from "kysely";
import type { Store } from "../../src/ports/store.ts";
import { randomId } from "../../src/text/random-id.ts";
import { alertStore } from "./alert-store.ts";
import { articleStore } from "./article-store.ts";
import { eventLog } from "./event-log.ts";
import { exchangeStore } from "./exchange-store.ts";
import { feedbackStore } from "./feedback-store.ts";
import { inboxStore } from "./inbox-store.ts";
import { installationStore } from "./installation-store.ts";
import { jobStore } from "./job-store.ts";
import { membership } from "./membership.ts";
import { settingStore } from "./setting-store.ts";
import { sourceStore } from "./source-store.ts";
import { subscriptionStore } from "./subscription-store.ts";
import type { Tables } from "./tables.ts";
import { UnderWay } from "./under-way.ts";

/** Carries out what a store was asked for, as often as it takes; what it is asked for may be carried out twice. */
export type Around = <T>(operation: () => Promise<T>) => Promise<T>;

interface Parts extends Pick<Store, "holdsProcess"> {
  readonly now: () => number;
  readonly around: Around;
}

/** Everything over one migrated database. Closing waits for what is under way, then closes `db`. */
export function storeOver(db: Kysely<Tables>, { now, around, ...kind }: Parts): Store {
  const underWay = new UnderWay();
  const member = randomId();
  const { claim, adopt, ...events } = eventLog(db, underWay, now, member);
  const { accept, ...inbox } = inboxStore(db, underWay, now);
  const { takeAlert, ...alerts } = alertStore(db, underWay, now);
  const { close, ...articles } = articleStore(db, underWay, now);
  const store = aroundEach(
    {
      ...articles,
      ...events,
      ...feedbackStore(db, underWay),
      ...exchangeStore(db, underWay),
      ...settingStore(db, underWay),
      ...installationStore(db, underWay),
      ...sourceStore(db, underWay),
      ...inbox,
      ...jobStore(db, underWay),
      ...subscriptionStore(db, underWay),
      ...alerts,
      ...membership(db, underWay, now, member),
    },
    around,
  );
  const attempted =
    <Args extends readonly unknown[], T>(operation: (attempt: string, ...args: Args) => Promise<T>) =>
    (...args: Args) => {
      const attempt = randomId();
      return around(async () => operation(attempt, ...args));
    };
  return {
    ...store,
    claim: attempted(claim),
    adopt: attempted(adopt),
    takeAlert: attempted(takeAlert),
    accept: attempted(accept),
    close,
    ...kind,
  };
}

type Operations = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;

function aroundEach<S extends { readonly [Name in keyof S]: Operations[string] }>(operations: S, around: Around): S {
  const entries = Object.entries<Operations[string]>(operations);
  return Object.fromEntries(
    entries.map(([name, operation]) => [name, (...args: never[]) => around(async () => operation(...args))]),
  ) as S;
}
