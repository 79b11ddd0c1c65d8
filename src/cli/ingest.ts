import { progress } from "@clack/prompts";
import { Command } from "commander";
import { hasScheme } from "../text/has-scheme.ts";
import { withoutControls } from "../text/plain.ts";
import { openApp } from "./open-app.ts";
import { runCommand } from "./run-command.ts";

await runCommand(
  new Command("ingest")
    .description("Reads a file, a folder of documents, or a page of the web into the store.")
    .argument("<place>", "the file or folder, or the page's address (https://…)")
    .option("--source <name>", "what readers see as the source, instead of the folder's or the host's name")
    .action(async (place: string, { source }: { source?: string }) => {
      const { app, toPath } = openApp();
      const startedMs = performance.now();
      const bar = process.stdout.isTTY ? progress({ max: 100 }) : null;
      bar?.start("Reading documents");
      let shown = 0;
      try {
        const onProgress = (done: number, total: number) => {
          const percent = Math.floor((100 * done) / total);
          if (percent === shown) return;
          bar?.advance(percent - shown, `Reading documents: ${done} of ${total}`);
          shown = percent;
        };
        const named = source === undefined ? {} : { name: source };
        const { report, status } = hasScheme(place)
          ? await app.ingestPage(place, named)
          : await app.ingest(toPath(place), { ...named, onProgress });
        bar?.stop("Read all documents");
        for (const warning of report.warnings) process.stderr.write(`${withoutControls(warning)}\n`);
        if (report.failed > 0) process.exitCode = 1;
        const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
        const share = status.blocks === 0 ? 0 : (100 * status.boilerplateBlocks) / status.blocks;
        process.stdout.write(
          `${report.added} added, ${report.changed} changed, ${report.unchanged} unchanged, ${report.removed} removed, ${report.failed} failed in ${seconds} s.\n` +
            `The store holds ${status.articles} articles with ${status.sections} sections; ${share.toFixed(1)}% of their blocks repeat and are no answers.\n`,
        );
      } catch (error) {
        bar?.stop("Stopped");
        throw error;
      }
    }),
);
