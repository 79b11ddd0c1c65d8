/** What the bot may do, each with its reason. Without one of these something of it does not work. */
export const BOT_SCOPES: Readonly<Record<string, string>> = {
  "app_mentions:read": "hear mentions in channels",
  "assistant:write": "suggest questions in the Messages tab, and say that it is looking",
  "chat:write": "answer in threads, in direct messages, and to one person; post alerts where channels subscribed",
  commands: "/policy and the shortcuts",
  "im:history":
    "read what people write in direct messages to the bot; find alerts and answers there, see channels:history",
};

/** What makes it better, and may be refused. */
export const OPTIONAL_SCOPES: Readonly<Record<string, string>> = {
  "users:read": "answer in the reader's language, know who is an admin, name who shared something",
  "channels:history":
    "follow-ups without a mention in the bot's own threads of public channels; find alerts and answers that may have been posted before a crash, so that none is posted twice or lost",
  "groups:history": "the same in private channels",
  "usergroups:read": "check the user group that an alert is to mention, and know it by its name",
};
