import { type APIUser, Routes } from "discord.js";
import type { ChatPlatform } from "../../src/ports/chat-platform.ts";
import { createAlertRest } from "./alert-rest.ts";
import { createAlertSender } from "./alert-sender.ts";
import type { DiscordOptions, DiscordServices } from "./bot.ts";
import { createChannelNames } from "./channel-names.ts";
import { withoutDetails } from "./discord-errors.ts";
import { WRONG_TOKEN } from "./register-commands.ts";

/** Discord in a process that posts alerts and hears nothing. */
export function createDiscordSender(
  options: Omit<DiscordOptions, "messageContent" | "shards">,
  { log, clock }: Pick<DiscordServices, "log" | "clock">,
): ChatPlatform {
  const names = createChannelNames();
  return {
    name: "Discord",
    alerts: createAlertSender(options, { clock, log, names, connected: () => null }),
    async start() {
      try {
        const { username, discriminator } = (await createAlertRest(options).get(Routes.user())) as APIUser;
        const tag = discriminator === "0" ? username : `${username}#${discriminator}`;
        return { address: `posts alerts as ${tag}` };
      } catch (error) {
        if ((error as { status?: unknown }).status === 401) return { problem: WRONG_TOKEN };
        log.warn("Discord cannot be reached. Alerts wait until it can.", { reason: withoutDetails(error).message });
        return { address: "cannot be reached at the moment; alerts wait" };
      }
    },
    async stop() {},
  };
}
