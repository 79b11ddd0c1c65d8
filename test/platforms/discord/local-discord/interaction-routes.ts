import { refusal } from "./api-error.ts";
import { answer, answeredInteraction, deleteAnswer, editAnswer, followUp, ownMessage } from "./interaction-answers.ts";
import type { LocalInteraction } from "./interactions.ts";
import { type Call, noContent, ok, param, type Route } from "./routing.ts";
import { messageJson } from "./wire-messages.ts";
import type { CallbackBody, MessageBody } from "./wire-types.ts";

function takeCallback(call: Call) {
  const { world, query } = call;
  const interaction = world.interactions.get(param(call, "interaction_token"));
  if (!interaction || interaction.id !== param(call, "interaction_id")) throw refusal.unknownInteraction();
  const body = (call.body ?? {}) as CallbackBody;
  answer(world, interaction, body);
  if (query.get("with_response") !== "true") return noContent;
  const { id, kind, original } = interaction;
  const message = original && {
    response_message_id: original.id,
    response_message_loading: original.isLoading,
    response_message_ephemeral: interaction.isEphemeral(),
  };
  const resource = original ? { type: body.type, message: messageJson(world, original, true) } : { type: body.type };
  return ok({ interaction: { id, type: kind, ...message }, resource });
}

function byToken(call: Call): LocalInteraction {
  if (param(call, "application_id") !== call.world.applicationId) throw refusal.unknownWebhook();
  return answeredInteraction(call.world, param(call, "token"));
}

const WEBHOOK = "/webhooks/{application_id}/{token}";
const MESSAGE = `${WEBHOOK}/messages/{message_id}`;

export const interactionRoutes: readonly Route[] = [
  {
    method: "POST",
    template: "/interactions/{interaction_id}/{interaction_token}/callback",
    handle: takeCallback,
    open: true,
  },
  {
    method: "POST",
    template: WEBHOOK,
    open: true,
    handle: (call) => {
      const message = followUp(call.world, byToken(call), (call.body ?? {}) as MessageBody);
      return ok(messageJson(call.world, message, true));
    },
  },
  {
    method: "GET",
    template: MESSAGE,
    open: true,
    handle: (call) => ok(messageJson(call.world, ownMessage(byToken(call), param(call, "message_id")), true)),
  },
  {
    method: "PATCH",
    template: MESSAGE,
    open: true,
    handle: (call) => {
      const body = (call.body ?? {}) as MessageBody;
      return ok(messageJson(call.world, editAnswer(call.world, byToken(call), param(call, "message_id"), body), true));
    },
  },
  {
    method: "DELETE",
    template: MESSAGE,
    open: true,
    handle: (call) => {
      deleteAnswer(call.world, byToken(call), param(call, "message_id"));
      return noContent;
    },
  },
];
