import type { ApiParts } from "./api-server.ts";
import type { Deliveries } from "./deliveries.ts";
import { type Entered, elementsOf, enteredIn, type Found, formProblem, untouched, valueFor } from "./form-values.ts";
import { isJson, type Json, jsonAt, textAt } from "./loose-json.ts";
import { Refusal } from "./refusal.ts";
import { Run } from "./runs.ts";
import { ShownView } from "./shown-view.ts";
import type { StoredMessage } from "./stored-message.ts";
import { changeView, checkedView, showView, viewJson } from "./view-methods.ts";
import type { ChannelRecord, UserRecord, ViewRecord } from "./world.ts";

export interface Submission {
  readonly run: Run;
  /** What became of the modal. */
  readonly outcome: "closed" | "errors" | "updated" | "pushed" | "cleared" | "failed";
  /** Under which block stands which complaint. */
  readonly errors: Readonly<Record<string, string>>;
  /** Why Slack would not show what the ack asked for. */
  readonly problem: string | undefined;
}

export interface DriverParts extends ApiParts {
  readonly deliveries: Deliveries;
}

/** The name Slack gives a channel in payloads. */
export function payloadName({ kind, name }: ChannelRecord): string {
  return { public: name, private: "privategroup", im: "directmessage" }[kind];
}

/** Who did something and where, as every interaction says it. */
export function whoAndWhere({ world }: DriverParts, user: UserRecord): Json {
  const team = world.team(user.teamId);
  return {
    user: { id: user.id, username: user.name, name: user.name, team_id: team.id },
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** An element of a message was used. */
export async function useInMessage(
  parts: DriverParts,
  user: UserRecord,
  message: StoredMessage,
  found: Found,
  value?: Entered,
): Promise<Run> {
  if (message.deleted) throw new Error("The message is deleted: there is nothing to press");
  if (message.onlyFor !== undefined && message.onlyFor !== user.id) throw new Error(`${user.name} cannot see that`);
  const { world, handles, deliveries } = parts;
  const channel = world.channel(message.channelId);
  const { teamId } = user;
  const triggerId = handles.newTrigger(teamId, user.id);
  const reply = handles.newReplyUrl({ teamId, userId: user.id, channelId: channel.id, source: message });
  const ephemeral = message.onlyFor !== undefined;
  // A message that was replied to names itself as its thread.
  const hasReplies = channel.messages.some(({ threadTs, deleted }) => threadTs === message.ts && !deleted);
  const thread = message.threadTs ?? (hasReplies ? message.ts : undefined);
  const action = actionJson(parts, found, value);
  const delivery = await deliveries.interaction("interactivity", teamId, {
    type: "block_actions",
    ...whoAndWhere(parts, user),
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      ...(thread === undefined ? {} : { thread_ts: thread }),
    },
    trigger_id: triggerId,
    channel: { id: channel.id, name: payloadName(channel) },
    // Slack does not send the content of ephemeral messages back.
    ...(ephemeral ? {} : { message: message.toWire() }),
    state: { values: value === undefined ? {} : { [blockId(found)]: { [actionId(found)]: heldBy(found, value) } } },
    response_url: reply.url,
    actions: [action],
  });
  return new Run(world, delivery, { triggerId, reply });
}

/** An element of a modal or of the home tab was used. */
export async function useInView(
  parts: DriverParts,
  user: UserRecord,
  view: ViewRecord,
  found: Found,
  value?: Entered,
): Promise<Run> {
  if (!view.open) throw new Error("The view is closed");
  const { world, handles, deliveries } = parts;
  const triggerId = handles.newTrigger(user.teamId, user.id, view.id);
  if (value !== undefined) enter(view, found, value);
  fillState(view);
  const delivery = await deliveries.interaction("interactivity", user.teamId, {
    type: "block_actions",
    ...whoAndWhere(parts, user),
    container: { type: "view", view_id: view.id },
    trigger_id: triggerId,
    view: viewJson(world, world.team(user.teamId), view),
    actions: [actionJson(parts, found, value)],
  });
  return new Run(world, delivery, { triggerId });
}

/** A person enters something in a view without telling the app. */
export function enter(view: ViewRecord, found: Found, value: Entered): void {
  view.values[blockId(found)] = { ...view.values[blockId(found)], [actionId(found)]: heldBy(found, value) };
}

/** Submit a modal: fill in, let Slack's form check it, send it, do what the ack says. */
export async function submit(
  parts: DriverParts,
  user: UserRecord,
  view: ViewRecord,
  values: Json,
): Promise<Submission> {
  if (!view.open) throw new Error("The view is closed");
  if (!isJson(view.content["submit"])) throw new Error("The view has no submit button");
  const { world, handles, deliveries } = parts;
  const fields = elementsOf(view.content["blocks"] as readonly Json[]);
  for (const found of fields) {
    const value = valueFor(values, found.block, found.element);
    if (value !== undefined) enter(view, found, value);
  }
  fillState(view);
  for (const { block, element } of fields) {
    const held = view.values[String(block["block_id"])]?.[String(element["action_id"])] ?? {};
    const problem = block["type"] === "input" ? formProblem(element, held) : undefined;
    const optional = block["optional"] === true && problem === "it is required";
    if (problem !== undefined && !optional) throw new Error(`Slack would not submit ${block["block_id"]}: ${problem}`);
  }
  const triggerId = handles.newTrigger(user.teamId, user.id, view.id);
  const delivery = await deliveries.interaction("interactivity", user.teamId, {
    type: "view_submission",
    ...whoAndWhere(parts, user),
    trigger_id: triggerId,
    view: viewJson(world, world.team(user.teamId), view),
    response_urls: [],
  });
  const run = new Run(world, delivery, { triggerId });
  return { run, ...afterSubmission(parts, user, view, run) };
}

function afterSubmission(parts: DriverParts, user: UserRecord, view: ViewRecord, run: Run): Omit<Submission, "run"> {
  const { world } = parts;
  const nothing = { errors: {}, problem: undefined };
  if (!run.acked) return { ...nothing, outcome: "failed", problem: "the app did not answer in time" };
  const action = textAt(run.ack, "response_action");
  try {
    switch (action) {
      case "errors":
        return { ...nothing, outcome: "errors", errors: errorsOf(view, jsonAt(run.ack, "errors") ?? {}) };
      case "update":
        changeView(world, view, checkedView(world, run.ack?.["view"]));
        return { ...nothing, outcome: "updated" };
      case "push":
        showView(world, user, checkedView(world, run.ack?.["view"]));
        return { ...nothing, outcome: "pushed" };
      case "clear":
        closeAll(user);
        world.waits.changed();
        return { ...nothing, outcome: "cleared" };
      default:
        closeTop(user, view);
        world.waits.changed();
        return { ...nothing, outcome: "closed" };
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...nothing, outcome: "failed", problem: `${error.code} ${JSON.stringify(error.details)}` };
  }
}

/** Complaints belong to input blocks of the view; others Slack does not show. */
function errorsOf(view: ViewRecord, errors: Json): Record<string, string> {
  const inputs = new Set(elementsOf(view.content["blocks"] as readonly Json[]).map(({ block }) => block["block_id"]));
  const unknown = Object.keys(errors).find((key) => !inputs.has(key));
  if (unknown !== undefined) throw new Refusal("invalid_arguments", { unknown_block: unknown });
  return Object.fromEntries(Object.entries(errors).map(([key, text]) => [key, String(text)]));
}

export function closeTop(user: UserRecord, view: ViewRecord): void {
  view.open = false;
  user.views = user.views.filter((other) => other !== view);
}

export function closeAll(user: UserRecord): void {
  for (const view of user.views) view.open = false;
  user.views = [];
}

export function shown(view: ViewRecord): ShownView {
  return new ShownView(view);
}

function fillState(view: ViewRecord): void {
  for (const found of elementsOf(view.content["blocks"] as readonly Json[])) {
    if (["button", "overflow", "feedback_buttons", "icon_button"].includes(String(found.element["type"]))) continue;
    const held = view.values[blockId(found)]?.[actionId(found)] ?? untouched(found.element);
    view.values[blockId(found)] = { ...view.values[blockId(found)], [actionId(found)]: held };
  }
}

function heldBy({ element }: Found, value: Entered): Json {
  return enteredIn(element, value);
}

function blockId({ block }: Found): string {
  return String(block["block_id"]);
}

function actionId({ element }: Found): string {
  return String(element["action_id"]);
}

function actionJson({ world }: DriverParts, found: Found, value: Entered | undefined): Json {
  const { element, half } = found;
  const shownAs = half ?? element;
  return {
    type: element["type"],
    action_id: element["action_id"],
    block_id: found.block["block_id"],
    ...(shownAs["text"] === undefined ? {} : { text: shownAs["text"] }),
    ...(shownAs["value"] === undefined ? {} : { value: shownAs["value"] }),
    ...(value === undefined ? {} : heldBy(found, value)),
    action_ts: String(world.clock.now() / 1000),
  };
}
