import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Command, Option } from "commander";
import { readConfig } from "../config.ts";
import { withoutControls } from "../text/plain.ts";
import { wire } from "../wiring.ts";
import { InputError, runCommand } from "./run-command.ts";

interface ManifestOptions {
  readonly url?: string;
  readonly lang: "en" | "ko";
  readonly out: string;
}

const discord = new Command("discord").description("What Discord has to know.").addCommand(
  new Command("register")
    .description("Registers the bot's commands with Discord; npm start does so too where they changed.")
    .action(async () => {
      const { registerDiscordCommands } = wire(readConfig());
      if (registerDiscordCommands === null) throw new InputError("DISCORD_TOKEN is not set. Put it into .env.");
      const registered = await registerDiscordCommands();
      if ("problem" in registered) throw new InputError(registered.problem);
      const { count, changed } = registered;
      const said = changed ? `Registered ${count} commands.` : `All ${count} commands were registered already.`;
      process.stdout.write(`${said}\n`);
    }),
);

const slack = new Command("slack").description("What Slack has to know.").addCommand(
  new Command("manifest")
    .description("Writes the manifest to make a Slack app from, with a reason for each scope.")
    .option("--out <file>", "where to write it; - prints it", "slack-manifest.yaml")
    .option("--url <address>", "where others reach this server; without it the app uses Socket Mode")
    .addOption(new Option("--lang <lang>", "language of names and descriptions").choices(["en", "ko"]).default("en"))
    .action(async ({ url, lang, out }: ManifestOptions) => {
      if (url !== undefined && !/^https:\/\/./.test(url)) {
        throw new InputError(`Slack sends requests to https:// addresses only; ${withoutControls(url)} is none.`);
      }
      const publicUrl = url?.replace(/\/+$/, "") ?? null;
      const config = readConfig();
      const manifest = await wire(config).slackManifest({ publicUrl, locale: lang });
      if (out === "-") {
        process.stdout.write(manifest);
        return;
      }
      const file = resolve(config.invokedFrom, out);
      await writeFile(file, manifest).catch((error: Error) => {
        throw new InputError(`${file} cannot be written: ${error.message}.`);
      });
      process.stdout.write(`Written: ${withoutControls(file)}. Make the app from it at https://api.slack.com/apps.\n`);
    }),
);

await runCommand(new Command("cli").description("Sets up chat platforms.").addCommand(discord).addCommand(slack));
