import { describe, it } from "vitest";
import { alertStoreContract } from "./alert-store.contract.ts";
import { articleStoreContract } from "./article-store.contract.ts";
import { eventLogContract } from "./event-log.contract.ts";
import { exchangeStoreContract } from "./exchange-store.contract.ts";
import { feedbackStoreContract } from "./feedback-store.contract.ts";
import { inboxStoreContract } from "./inbox-store.contract.ts";
import { installationStoreContract } from "./installation-store.contract.ts";
import { jobStoreContract } from "./job-store.contract.ts";
import { membershipContract } from "./membership.contract.ts";
import { postgresDatabases } from "./postgres-databases.ts";
import { settingStoreContract } from "./setting-store.contract.ts";
import { sourceStoreContract } from "./source-store.contract.ts";
import { subscriptionStoreContract } from "./subscription-store.contract.ts";
import { tellingContract } from "./telling.contract.ts";

const databases = await postgresDatabases();

if ("missing" in databases) {
  describe(`PostgreSQL (skipped: ${databases.missing})`, () => it.skip("keeps what SQLite keeps", () => {}));
} else {
  const { opened } = databases;
  articleStoreContract(
    "PostgreSQL",
    async () => {
      const { store, connect } = await opened();
      return { store, reopen: connect };
    },
    { outlivesConnection: true },
  );
  feedbackStoreContract("PostgreSQL", async () => {
    const { store, connect } = await opened();
    return { store, reopen: connect };
  });
  eventLogContract("PostgreSQL", async (now) => {
    const { store, connect } = await opened(now);
    return { log: store, connect };
  });
  exchangeStoreContract("PostgreSQL", () => opened());
  settingStoreContract("PostgreSQL", () => opened());
  installationStoreContract("PostgreSQL", () => opened());
  sourceStoreContract("PostgreSQL", () => opened());
  inboxStoreContract("PostgreSQL", () => opened());
  jobStoreContract("PostgreSQL", () => opened());
  subscriptionStoreContract("PostgreSQL", (now) => opened(now));
  alertStoreContract("PostgreSQL", (now) => opened(now));
  tellingContract("PostgreSQL", (now) => opened(now));
  membershipContract("PostgreSQL", (now) => opened(now));
}
