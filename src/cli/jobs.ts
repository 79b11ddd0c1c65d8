import { Command } from "commander";
import { withoutControls } from "../text/plain.ts";
import { openApp } from "./open-app.ts";
import { InputError, runCommand } from "./run-command.ts";

const say = (text: string) => process.stdout.write(`${withoutControls(text)}\n`);
const jobs = (count: number) => `${count} ${count === 1 ? "job" : "jobs"}`;

/** Throws where nothing was chosen: a mistyped id must not look like success. */
function counted(count: number): string {
  if (count === 0) throw new InputError("There is no such job. `npm run jobs -- list` shows what there is.");
  return jobs(count);
}

await runCommand(
  new Command("jobs")
    .description("Work that went wrong, such as an article that cannot be read.")
    .addCommand(
      new Command("list").description("Lists it with the last error, newest first.").action(async () => {
        const { jobs: work } = openApp().app;
        const failed = await work.list();
        if (failed.length === 0) say("Nothing went wrong.");
        const waiting = await work.waiting();
        if (waiting > 0)
          say(`${waiting} accepted ${waiting === 1 ? "document waits" : "documents wait"} for a worker.`);
        for (const { name, id, attempts, error, failedAt, nextAt } of failed) {
          const next = nextAt === null ? "set aside" : `again after ${nextAt}`;
          say(`${id} ${name} · ${failedAt} · ${attempts}× · ${next} · ${error}`);
        }
      }),
    )
    .addCommand(
      new Command("retry")
        .description("Tries jobs again; a running bot takes them up within half a minute.")
        .argument("<ids...>")
        .action(async (ids: string[]) => {
          say(`${counted(await openApp().app.jobs.retry(ids))} will be tried again.`);
        }),
    )
    .addCommand(
      new Command("drop")
        .description("Gives jobs up for good, with the article they were to publish.")
        .argument("<ids...>")
        .action(async (ids: string[]) => {
          say(`${counted(await openApp().app.jobs.drop(ids))} dropped.`);
        }),
    ),
);
