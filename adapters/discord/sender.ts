import { type APIUser, Routes } from "discord.js";
import type { ChatPlatform, FrontDesk } from "../../src/ports/chat-platform.ts";
import { createAlertRest } from "./alert-rest.ts";
import { createAlertSender } from "./alert-sender.ts";
import { createAlertTurns } from "./alert-turns.ts";
import type { DiscordOptions, DiscordServices } from "./bot.ts";
import { createChannelNames } from "./channel-names.ts";
import { isUnauthorized, withoutDetails } from "./discord-errors.ts";
import { WRONG_TOKEN } from "./register-commands.ts";

interface SenderServices extends Pick<DiscordServices, "log" | "clock"> {
  readonly desk: Pick<FrontDesk, "rateLimit">;
}

/** Discord in a process that posts alerts and hears nothing. */
export function createDiscordSender(
  options: Omit<DiscordOptions, "messageContent" | "shards">,
  { desk, log, clock }: SenderServices,
): ChatPlatform {
  const names = createChannelNames();
  const turn = createAlertTurns(desk.rateLimit, clock);
  return {
    name: "Discord",
    alerts: createAlertSender(options, { clock, log, names, turn, connected: () => null }),
    async start() {
      try {
        const { username, discriminator } = (await createAlertRest(options, turn).get(Routes.user())) as APIUser;
        const tag = discriminator === "0" ? username : `${username}#${discriminator}`;
        return { address: `posts alerts as ${tag}` };
      } catch (error) {
        if (isUnauthorized(error)) return { problem: WRONG_TOKEN };
        log.warn("Discord cannot be reached. Alerts wait until it can.", { reason: withoutDetails(error).message });
        return { address: "cannot be reached at the moment; alerts wait" };
      }
    },
    async stop() {},
  };
}
