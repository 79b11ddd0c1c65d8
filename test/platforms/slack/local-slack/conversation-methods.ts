import {
  type Call,
  channelOf,
  flag,
  given,
  type Method,
  memberChannelOf,
  needed,
  page,
  structured,
  userOf,
} from "./api-call.ts";
import { isJson, type Json } from "./loose-json.ts";
import { Refusal } from "./refusal.ts";
import type { StoredMessage } from "./stored-message.ts";
import type { ChannelRecord } from "./world.ts";

const MOST_PROMPTS = 4;

function channelJson({ team, world }: Call, channel: ChannelRecord): Json {
  const { id, kind, members } = channel;
  const is_member = members.has(team.botUserId);
  if (kind === "im") {
    const user = [...members].find((member) => member !== team.botUserId);
    return { id, is_im: true, is_channel: false, is_group: false, user, is_archived: false, is_org_shared: false };
  }
  return {
    id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: kind === "public",
    is_group: kind === "private",
    is_im: false,
    is_private: kind === "private",
    is_archived: channel.archived,
    is_member,
    num_members: members.size,
    context_team_id: team.id,
    created: Math.floor(world.clock.now() / 1000),
  };
}

function visible(call: Call, types: readonly string[]): readonly ChannelRecord[] {
  const kinds = { public: "public_channel", private: "private_channel", im: "im" };
  return [...call.world.channels.values()].filter((channel) => {
    if (channel.teamId !== call.team.id || !types.includes(kinds[channel.kind])) return false;
    if (flag(call, "exclude_archived") && channel.archived) return false;
    return channel.kind === "public" || channel.members.has(call.team.botUserId);
  });
}

const list =
  (onlyMine: boolean): Method =>
  (call) => {
    const types = (given(call, "types") ?? "public_channel").split(",").map((type) => type.trim());
    const all = visible(call, types).filter(({ members }) => !onlyMine || members.has(call.team.botUserId));
    const { items, next } = page(call, all);
    return { channels: items.map((channel) => channelJson(call, channel)), response_metadata: { next_cursor: next } };
  };

function withinTimes(call: Call, messages: readonly StoredMessage[]): readonly StoredMessage[] {
  const oldest = given(call, "oldest") ?? "0";
  const latest = given(call, "latest") ?? "99999999999";
  const inclusive = flag(call, "inclusive");
  return messages.filter(
    ({ ts }) =>
      (inclusive ? Number(ts) >= Number(oldest) : Number(ts) > Number(oldest)) &&
      (inclusive ? Number(ts) <= Number(latest) : Number(ts) < Number(latest)),
  );
}

function wire(call: Call, channel: ChannelRecord, messages: readonly StoredMessage[]): readonly Json[] {
  const metadata = flag(call, "include_all_metadata");
  return messages.map((message) => {
    const replies = channel.messages.filter(({ threadTs, deleted }) => threadTs === message.ts && !deleted).length;
    return message.toWire({ metadata, replies });
  });
}

const history: Method = (call) => {
  const channel = memberChannelOf(call);
  const top = channel.messages.filter(({ threadTs, deleted }) => threadTs === undefined && !deleted).reverse();
  const { items, next } = page(call, withinTimes(call, top), 100, call.mostMessages);
  return {
    messages: wire(call, channel, items),
    has_more: next !== "",
    response_metadata: { next_cursor: next },
  };
};

const replies: Method = (call) => {
  const channel = memberChannelOf(call);
  const asked = needed(call, "ts");
  const first = call.world.message(channel, asked)?.threadTs ?? asked;
  const thread = channel.messages.filter(
    ({ ts, threadTs, deleted }) => !deleted && (ts === first || threadTs === first),
  );
  if (thread.length === 0) throw new Refusal("thread_not_found");
  const { items, next } = page(call, withinTimes(call, thread), 1000, call.mostMessages);
  return {
    messages: wire(call, channel, items),
    has_more: next !== "",
    response_metadata: { next_cursor: next },
  };
};

const members: Method = (call) => {
  const channel = channelOf(call);
  const { items, next } = page(call, [...channel.members]);
  return { members: items, response_metadata: { next_cursor: next } };
};

const open: Method = (call) => {
  const users = (given(call, "users") ?? "").split(",").filter((id) => id !== "");
  const [user, ...others] = users;
  if (given(call, "channel") !== undefined) return { channel: { id: channelOf(call).id } };
  if (user === undefined) throw new Refusal("users_list_not_supplied");
  if (others.length > 0) throw new Refusal("not_supported_by_local_slack");
  const channel = call.world.directMessages(call.team.id, userOf(call, user).id, call.team.botUserId);
  return { channel: flag(call, "return_im") ? channelJson(call, channel) : { id: channel.id } };
};

const userInfo: Method = (call) => {
  const user = userOf(call, needed(call, "user"));
  return {
    user: {
      id: user.id,
      team_id: user.teamId,
      name: user.name,
      real_name: user.realName,
      deleted: false,
      tz: user.timeZone,
      is_admin: user.admin,
      is_owner: false,
      is_restricted: user.guest,
      is_ultra_restricted: false,
      is_bot: user.bot,
      profile: { real_name: user.realName, display_name: user.name, team: user.teamId },
      ...(flag(call, "include_locale") ? { locale: user.locale } : {}),
    },
  };
};

/** The thread an assistant method speaks of. */
function threadOf(call: Call): { channel: ChannelRecord; ts: string } {
  return { channel: memberChannelOf(call, "channel_id"), ts: needed(call, "thread_ts") };
}

const setStatus: Method = (call) => {
  const { channel, ts } = threadOf(call);
  const statuses = channel.statuses.get(ts) ?? [];
  channel.statuses.set(ts, [...statuses, given(call, "status") ?? ""]);
  call.world.waits.changed();
  return {};
};

const setSuggestedPrompts: Method = (call) => {
  const channel = memberChannelOf(call, "channel_id");
  // Agents of the new kind name no thread: the suggestions are for the channel's newest message.
  const ts = given(call, "thread_ts") ?? "";
  const prompts = structured(call, "prompts");
  const good = (prompt: unknown) =>
    isJson(prompt) && typeof prompt["title"] === "string" && typeof prompt["message"] === "string";
  if (!Array.isArray(prompts) || prompts.length > MOST_PROMPTS || !prompts.every(good)) {
    throw new Refusal("invalid_arguments");
  }
  channel.prompts.set(ts, { title: given(call, "title"), prompts });
  call.world.waits.changed();
  return {};
};

const setTitle: Method = (call) => {
  const { channel, ts } = threadOf(call);
  channel.titles.set(ts, needed(call, "title"));
  return {};
};

/** conversations.*, users.* and assistant.* */
export const CONVERSATION_METHODS: Readonly<Record<string, Method>> = {
  "conversations.info": (call) => ({ channel: channelJson(call, channelOf(call)) }),
  "conversations.list": list(false),
  "conversations.history": history,
  "conversations.replies": replies,
  "conversations.members": members,
  "conversations.open": open,
  "users.conversations": list(true),
  "users.info": userInfo,
  "assistant.threads.setStatus": setStatus,
  "assistant.threads.setSuggestedPrompts": setSuggestedPrompts,
  "assistant.threads.setTitle": setTitle,
};
