import { progress } from "@clack/prompts";
import { Command } from "commander";
import { withoutControls } from "../text/plain.ts";
import { openApp } from "./open-app.ts";
import { runCommand } from "./run-command.ts";

await runCommand(
  new Command("ingest")
    .description("Reads a file or a folder of documents into the store.")
    .argument("<path>", "the file or folder")
    .option("--source <name>", "what readers see as the source, instead of the folder's name")
    .action(async (path: string, { source }: { source?: string }) => {
      const { app, toPath } = openApp();
      const startedMs = performance.now();
      const bar = process.stdout.isTTY ? progress({ max: 100 }) : null;
      bar?.start("Reading documents");
      let shown = 0;
      try {
        const { report, status } = await app.ingest(toPath(path), {
          ...(source === undefined ? {} : { name: source }),
          onProgress(done, total) {
            const percent = Math.floor((100 * done) / total);
            if (percent === shown) return;
            bar?.advance(percent - shown, `Reading documents: ${done} of ${total}`);
            shown = percent;
          },
        });
        bar?.stop("Read all documents");
        for (const warning of report.warnings) process.stderr.write(`${withoutControls(warning)}\n`);
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
