import { Command, Option } from "commander";
import { readConfig } from "../config.ts";
import { withoutControls } from "../text/plain.ts";
import { wire } from "../wiring.ts";
import { InputError, runCommand } from "./run-command.ts";

interface ManifestOptions {
  readonly url?: string;
  readonly lang: "en" | "ko";
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
    .description("Prints the manifest to make a Slack app from, with a reason for each scope.")
    .option("--url <address>", "where others reach this server; without it the app uses Socket Mode")
    .addOption(new Option("--lang <lang>", "language of names and descriptions").choices(["en", "ko"]).default("en"))
    .action(async ({ url, lang }: ManifestOptions) => {
      if (url !== undefined && !/^https:\/\/./.test(url)) {
        throw new InputError(`Slack sends requests to https:// addresses only; ${withoutControls(url)} is none.`);
      }
      const publicUrl = url?.replace(/\/+$/, "") ?? null;
      const { slackManifest } = wire(readConfig());
      process.stdout.write(await slackManifest({ publicUrl, locale: lang }));
    }),
);

await runCommand(new Command("cli").description("Sets up chat platforms.").addCommand(discord).addCommand(slack));
