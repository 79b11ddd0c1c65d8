import {
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from "discord.js";
import { failureMessage } from "../../src/chat/failure.ts";
import { errorId } from "../../src/text/random-id.ts";
import type { DiscordContext } from "./context.ts";
import { isAcknowledged, isGone, withoutDetails } from "./discord-errors.ts";
import { INTERACTION_EVENT } from "./event-keys.ts";
import type { Deferral } from "./heard-interactions.ts";
import { embedLayout, type MessageBody } from "./render/message.ts";
import { localeAtOnce } from "./visitor.ts";

/** Discord wants a first response within 3 seconds; people want to see that something happens. */
const AT_ONCE_MS = 800;

/** Said to the one who asked alone, to everybody, or in place of the message that was pressed. */
export type Manner = Deferral;

export interface Said {
  readonly manner: Manner;
  readonly message: MessageBody;
  /** Said to the one who asked alone, after it. */
  readonly more: readonly MessageBody[];
}

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

/** Says how it will be answered, as soon as that is known: what takes longer is deferred that way. */
export type Announce = (manner: Manner) => void;

/** Answers at once where the answer is ready soon, else defers and fills it in. Handles each interaction once. */
export async function respond(
  context: DiscordContext,
  interaction: Answerable,
  work: (announce: Announce) => Promise<Said>,
): Promise<void> {
  const { clock, desk } = context.services;
  const key = INTERACTION_EVENT + interaction.id;
  const payload = context.interactions.payloadOf(interaction.id);
  // Another process deferred it, and is gone.
  let deferred: Manner | null = context.interactions.adoptedAs(interaction.id);
  let isOurs = deferred !== null;
  let announced: Manner = "private";
  const answer = async (): Promise<Said | null> => {
    isOurs ||= await desk.events.claim({ key, payload });
    if (!isOurs) return null;
    return work((manner) => {
      announced = manner;
    });
  };
  try {
    const answered = answer();
    const late = Symbol("late");
    if (deferred !== null) interaction.deferred = true;
    else if ((await Promise.race([answered, clock.sleep(AT_ONCE_MS).then(() => late)])) === late) {
      deferred = announced;
      await defer(interaction, deferred);
    }
    const said = await answered;
    if (said !== null) await say(interaction, said, deferred);
  } catch (error) {
    await tellFailure(context, interaction, error, deferred);
  }
  if (isOurs) await context.finish(key);
}

async function defer(interaction: Answerable, manner: Manner): Promise<void> {
  try {
    if (manner === "instead" && "deferUpdate" in interaction) await interaction.deferUpdate();
    else await interaction.deferReply(manner === "private" ? { flags: MessageFlags.Ephemeral } : {});
  } catch (error) {
    if (!isAcknowledged(error)) throw error;
    // An earlier try arrived after all.
    interaction.deferred = true;
  }
}

async function say(interaction: Answerable, { manner, message, more }: Said, deferred: Manner | null): Promise<void> {
  if (deferred === null) await sayAtOnce(interaction, manner, message);
  else if (deferred === "instead" && manner !== "instead") await sayBeside(interaction, message);
  else await interaction.editReply(message);
  for (const each of more) await sayBeside(interaction, each);
}

async function sayAtOnce(interaction: Answerable, manner: Manner, message: MessageBody): Promise<void> {
  try {
    if (manner === "instead" && "update" in interaction) await interaction.update(message);
    else await interaction.reply({ ...message, ...(manner === "private" && { flags: MessageFlags.Ephemeral }) });
  } catch (error) {
    if (!isAcknowledged(error)) throw error;
    interaction.replied = true;
  }
}

async function sayBeside(interaction: Answerable, message: MessageBody): Promise<void> {
  await interaction.followUp({ ...message, flags: MessageFlags.Ephemeral });
}

/** Whatever went wrong, the person sees that it did, with an id that stands in the log too. */
export async function tellFailure(
  { log }: DiscordContext,
  interaction: Answerable,
  error: unknown,
  deferred: Manner | null,
): Promise<void> {
  if (isGone(error)) {
    log.debug("Discord: what was to be answered is gone", { reason: withoutDetails(error).message });
    return;
  }
  const id = errorId();
  log.error("Discord: something a person did could not be answered", withoutDetails(error), { errorId: id });
  const message = embedLayout.render(failureMessage({ locale: localeAtOnce(interaction) }, id));
  try {
    if (deferred !== null && deferred !== "instead" && interaction.deferred) await interaction.editReply(message);
    else if (interaction.replied || interaction.deferred) await sayBeside(interaction, message);
    else await interaction.reply({ ...message, flags: MessageFlags.Ephemeral });
  } catch {
    await tellInChannel(interaction, message, log, id);
  }
}

/** The interaction's own ways are closed, such as after 3 seconds without an answer. */
async function tellInChannel(
  { channel, user }: Answerable,
  message: MessageBody,
  log: DiscordContext["log"],
  id: string,
): Promise<void> {
  const ways = [...(channel?.isSendable() ? [() => channel.send(message)] : []), () => user.send(message)];
  for (const send of ways) {
    const failed = await send().then(
      () => null,
      (error: unknown) => withoutDetails(error),
    );
    if (failed === null) return;
    log.debug("Discord: a failure could not be told this way", { errorId: id, reason: failed.message });
  }
  log.warn("Discord: a failure could not be told to the one who asked", { errorId: id });
}
