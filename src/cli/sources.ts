import { Command } from "commander";
import { hasScheme } from "../text/has-scheme.ts";
import { withoutControls } from "../text/plain.ts";
import { openApp } from "./open-app.ts";
import { runCommand } from "./run-command.ts";

const say = (text: string) => process.stdout.write(`${withoutControls(text)}\n`);

const COMES_BACK = {
  SAMPLE_ARTICLES:
    "They are the samples, which a bot reads again. Set SAMPLE_ARTICLES=off, start the bot again, and remove them once more.",
  ARTICLES_DIR:
    "They are those of ARTICLES_DIR, which a bot reads again. Change that setting, start the bot again, and remove them once more.",
} as const;

await runCommand(
  new Command("sources")
    .description("Where articles come from by themselves. A running bot takes notice of every change.")
    .addCommand(
      new Command("add")
        .description("Follows a feed (https://…) or a folder from now on.")
        .argument("<place>", "address of a feed, or a folder")
        .option("--name <name>", "what readers see as the source, instead of the host's or the folder's name")
        .option("--full-text", "read the linked page where the feed gives a summary only")
        .action(async (place: string, { name, fullText }: { name?: string; fullText?: boolean }) => {
          const { app, toPath } = openApp();
          const location = hasScheme(place) ? place : toPath(place);
          const added = await app.sources.add(location, {
            ...(name === undefined ? {} : { name }),
            ...(fullText === undefined ? {} : { fullText }),
          });
          say(`Following the ${added.kind} "${added.name}": ${added.location}`);
        }),
    )
    .addCommand(
      new Command("list").description("Lists the sources and how reading them went.").action(async () => {
        const { app, config } = openApp();
        const { followed, others } = await app.sources.list();
        if (followed.length === 0) say("There are no sources yet. Add one: npm run sources -- add https://…");
        const timeOf = (iso: string) =>
          new Intl.DateTimeFormat("sv-SE", {
            dateStyle: "short",
            timeStyle: "short",
            timeZone: config.timeZone,
          }).format(Date.parse(iso));
        for (const { source, state } of followed) {
          const facts = [
            source.kind,
            source.location,
            ...(source.paused ? ["paused"] : []),
            ...(source.fullText ? ["full text"] : []),
            ...(state?.readAt ? [`read ${timeOf(state.readAt)}`] : []),
            ...(state?.nextAt && !source.paused ? [`next ${timeOf(state.nextAt)}`] : []),
            ...(state?.lastError ? [`failed ${state.failures}×: ${state.lastError}`] : []),
          ];
          say(`${source.name}: ${facts.join(" · ")}`);
        }
        if (others.length === 0) return;
        say("Stored beside them (the samples, ARTICLES_DIR, what was read in once or delivered):");
        for (const { name, location, articles } of others) say(`${name}: ${location} · articles: ${articles}`);
      }),
    )
    .addCommand(
      new Command("pause")
        .description("Stops reading a source; its articles stay.")
        .argument("<name>")
        .action(async (name: string) => {
          await openApp().app.sources.pause(name, true);
          say(`"${name}" is paused.`);
        }),
    )
    .addCommand(
      new Command("resume")
        .description("Reads a paused source again.")
        .argument("<name>")
        .action(async (name: string) => {
          await openApp().app.sources.pause(name, false);
          say(`"${name}" is read again.`);
        }),
    )
    .addCommand(
      new Command("remove")
        .description("Forgets a source and removes its articles; also those of a folder that was ingested once.")
        .argument("<name>")
        .action(async (name: string) => {
          const readAgainBy = await openApp().app.sources.remove(name);
          say(`"${name}" and its articles are removed.`);
          if (readAgainBy !== null) say(COMES_BACK[readAgainBy]);
        }),
    ),
);
