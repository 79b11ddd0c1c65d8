import { randomBytes } from "node:crypto";
import { type Call, given, type Method, needed, structured, userOf } from "./api-call.ts";
import { isViewTooLarge, viewProblems } from "./block-rules.ts";
import { withIds } from "./chat-methods.ts";
import { isJson, type Json, objectsAt, textAt } from "./loose-json.ts";
import { Refusal, refusalFor } from "./refusal.ts";
import type { TeamRecord, UserRecord, ViewRecord, World } from "./world.ts";

const OPEN_AT_ONCE = 3;

/** A view as the app sent it, checked, with block ids. */
export function checkedView(world: World, view: unknown): Json {
  if (!isJson(view)) throw new Refusal("invalid_arguments");
  const problems = viewProblems(view);
  if (problems.length > 0) throw refusalFor("invalid_arguments", problems);
  if (isViewTooLarge(view)) throw new Refusal("view_too_large");
  return { ...view, blocks: withIds(world, objectsAt(view, "blocks")) };
}

/** Open a view for a person: on top of the others, or instead of the home tab. */
export function showView(world: World, user: UserRecord, content: Json): ViewRecord {
  refuseTakenExternalId(world, user.teamId, content);
  const top = user.views.at(-1);
  const id = world.newId("V");
  const view: ViewRecord = {
    id,
    teamId: user.teamId,
    userId: user.id,
    rootId: top?.rootId ?? id,
    previousId: top?.id,
    content,
    hash: newHash(world),
    values: {},
    open: true,
  };
  world.views.set(id, view);
  user.views.push(view);
  world.waits.changed();
  return view;
}

/** Put other content in a view; what was entered stays where the same input stays. */
export function changeView(world: World, view: ViewRecord, content: Json): void {
  if (textAt(content, "external_id") !== textAt(view.content, "external_id")) {
    refuseTakenExternalId(world, view.teamId, content);
  }
  const kept = new Set(objectsAt(content, "blocks").map((block) => textAt(block, "block_id")));
  view.values = Object.fromEntries(Object.entries(view.values).filter(([blockId]) => kept.has(blockId)));
  view.content = content;
  view.hash = newHash(world);
  world.waits.changed();
}

function newHash(world: World): string {
  return `${Math.floor(world.clock.now() / 1000)}.${randomBytes(4).toString("hex")}`;
}

function refuseTakenExternalId(world: World, teamId: string, content: Json): void {
  const wanted = textAt(content, "external_id") ?? "";
  const taken = [...world.views.values()].some(
    (view) => view.open && view.teamId === teamId && textAt(view.content, "external_id") === wanted,
  );
  if (wanted !== "" && taken) throw new Refusal("duplicate_external_id");
}

/** A view as the Web API and interactions show it. */
export function viewJson(world: World, team: TeamRecord, view: ViewRecord): Json {
  const { content } = view;
  const modal = content["type"] === "modal";
  return {
    id: view.id,
    team_id: view.teamId,
    type: content["type"],
    blocks: content["blocks"],
    private_metadata: content["private_metadata"] ?? "",
    callback_id: content["callback_id"] ?? "",
    external_id: content["external_id"] ?? "",
    state: { values: view.values },
    hash: view.hash,
    title: content["title"] ?? { type: "plain_text", text: "View Title", emoji: true },
    ...(modal ? { submit: content["submit"] ?? null, close: content["close"] ?? null } : { submit: null, close: null }),
    clear_on_close: content["clear_on_close"] ?? false,
    notify_on_close: content["notify_on_close"] ?? false,
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: world.appId,
    app_installed_team_id: view.teamId,
    bot_id: team.botId,
  };
}

function answer({ world, team }: Call, view: ViewRecord): Json {
  return { view: viewJson(world, team, view) };
}

const open: Method = (call) => {
  const { world, handles, team } = call;
  const content = checkedView(world, structured(call, "view"));
  if (content["type"] !== "modal") throw new Refusal("invalid_arguments");
  const trigger = handles.takeTrigger(team.id, needed(call, "trigger_id"));
  const user = world.user(trigger.userId);
  // Opening replaces whatever stack the person had open.
  for (const view of user.views) view.open = false;
  user.views = [];
  return answer(call, showView(world, user, content));
};

const push: Method = (call) => {
  const { world, handles, team } = call;
  const content = checkedView(world, structured(call, "view"));
  const trigger = handles.takeTrigger(team.id, needed(call, "trigger_id"));
  const user = world.user(trigger.userId);
  const from = world.views.get(trigger.viewId ?? "");
  if (from?.open !== true || from.content["type"] !== "modal") throw new Refusal("invalid_trigger_id");
  if (user.views.length >= OPEN_AT_ONCE) throw new Refusal("push_limit_reached");
  return answer(call, showView(world, user, content));
};

const update: Method = (call) => {
  const { world, team } = call;
  const id = given(call, "view_id");
  const external = given(call, "external_id");
  if (id === undefined && external === undefined) throw new Refusal("invalid_arguments");
  const view = [...world.views.values()].find(
    (record) =>
      record.teamId === team.id &&
      record.open &&
      (id === undefined ? textAt(record.content, "external_id") === external : record.id === id),
  );
  if (view === undefined) throw new Refusal("not_found");
  const content = checkedView(world, structured(call, "view"));
  refuseOtherHash(call, view);
  changeView(world, view, content);
  return answer(call, view);
};

const publish: Method = (call) => {
  const { world } = call;
  const content = checkedView(world, structured(call, "view"));
  if (content["type"] !== "home") throw new Refusal("invalid_arguments");
  const user = userOf(call, needed(call, "user_id"));
  if (user.home !== undefined) {
    refuseOtherHash(call, user.home);
    changeView(world, user.home, content);
    return answer(call, user.home);
  }
  const id = world.newId("V");
  const { teamId } = user;
  const hash = newHash(world);
  user.home = { id, teamId, userId: user.id, rootId: id, previousId: undefined, content, hash, values: {}, open: true };
  world.views.set(id, user.home);
  world.waits.changed();
  return answer(call, user.home);
};

function refuseOtherHash(call: Call, view: ViewRecord): void {
  const hash = given(call, "hash");
  if (hash !== undefined && hash !== view.hash) throw new Refusal("hash_conflict");
}

/** views.* */
export const VIEW_METHODS: Readonly<Record<string, Method>> = {
  "views.open": open,
  "views.push": push,
  "views.update": update,
  "views.publish": publish,
};
