import { isAbsolute, resolve } from "node:path";
import { Command } from "commander";
import { isPostgresUrl } from "../config/setting-types.ts";
import { readConfig } from "../config.ts";
import { withoutControls } from "../text/plain.ts";
import { wire } from "../wiring.ts";
import { InputError, runCommand } from "./run-command.ts";

const say = (text: string) => process.stdout.write(`${withoutControls(text)}\n`);

/** Paths are relative to where the command was called. */
function addressFrom(folder: string, address: string): string {
  if (/^postgres/.test(address) && !isPostgresUrl(address)) {
    throw new InputError(
      "An address of PostgreSQL looks like postgres://user:password@host:5432/database, with special characters of the password percent-encoded.",
    );
  }
  const path = /^sqlite:(.+)$/.exec(address)?.[1];
  return path === undefined || isAbsolute(path) ? address : `sqlite:${resolve(folder, path)}`;
}

await runCommand(
  new Command("move-store")
    .description("Copies everything into an empty database; all bots must be stopped. Can be run again after a break.")
    .requiredOption("--from <store>", "sqlite:PATH or postgres://user:password@host:5432/database")
    .option("--to <store>", "the same, empty; its tables are made where they are missing; by default DATABASE_URL")
    .action(async ({ from, to: given }: { readonly from: string; readonly to?: string }) => {
      const config = readConfig();
      const to = given ?? config.databaseUrl;
      if (to === null) throw new InputError("Where to? Set DATABASE_URL, or name the store with --to.");
      const [source, target] = [from, to].map((address) => addressFrom(config.invokedFrom, address)) as [
        string,
        string,
      ];
      const onTable = (table: string, rows: number) =>
        say(`${table}: ${rows} ${rows === 1 ? "row" : "rows"}, compared`);
      const outcome = await wire(config)
        .moveStore(source, target, onTable)
        .catch((error: Error) => {
          throw new InputError(error.message);
        });
      say(
        outcome === "moved"
          ? "Everything was moved. Point the bots at it (DATABASE_URL or DATA_DIR) and start them; the old store is as it was."
          : "Everything had been moved before, and nothing has changed since.",
      );
    }),
);
