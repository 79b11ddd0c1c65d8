import { expect, it } from "vitest";
import { misspelledKeys } from "../../../src/config/misspelled-keys.ts";
import { SETTINGS } from "../../../src/config.ts";

const known = Object.keys(SETTINGS);

it.each<[key: string, meant: string]>([
  ["DISCORD_TOKN", "DISCORD_TOKEN"],
  ["DISCROD_TOKEN", "DISCORD_TOKEN"],
  ["discord_token", "DISCORD_TOKEN"],
  ["DISCORD-TOKEN", "DISCORD_TOKEN"],
  ["DISCORD_BOT_TOKEN", "DISCORD_TOKEN"],
  ["SLACK_TOKEN", "SLACK_BOT_TOKEN"],
  ["POLICYDESK_DATA_DIR", "DATA_DIR"],
  ["DATADIR", "DATA_DIR"],
  ["ARTICLE_DIR", "ARTICLES_DIR"],
  ["PROT", "PORT"],
  ["TIMEZONE", "TIME_ZONE"],
  ["REDIS_URI", "REDIS_URL"],
])("%s is taken for %s", (key, meant) => {
  expect(misspelledKeys([key], known)).toEqual([{ key, meant }]);
});

it("leaves settings alone, and what others read of the file", () => {
  const others = ["POSTGRES_PASSWORD", "REDIS_PASSWORD", "REDIS_HOST", "PUBLISH", "NODE_OPTIONS", "TZ", "HTTPS_PROXY"];
  expect(misspelledKeys([...known, ...others, "PATH", "A".repeat(100_000)], known)).toEqual([]);
});
