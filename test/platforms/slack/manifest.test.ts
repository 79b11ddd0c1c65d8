import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { slackManifest } from "../../../adapters/slack/manifest.ts";

const SCHEMA = join(process.env["POLICYDESK_SHARED"] ?? "/nowhere", "data/slack-manifest.schema.json");
const CASES = [
  { transport: "socket", publicUrl: null, locale: "en" },
  { transport: "socket", publicUrl: null, locale: "ko" },
  { transport: "socket", publicUrl: "https://bot.example.org", locale: "en" },
  { transport: "http", publicUrl: "https://bot.example.org", locale: "en" },
  { transport: "http", publicUrl: "https://bot.example.org", locale: "ko" },
] as const;

describe.each(CASES)("the manifest for $transport in $locale, at $publicUrl", (options) => {
  const text = slackManifest(options);
  const manifest = parse(text);

  test.skipIf(!existsSync(SCHEMA))("fits Slack's schema (skipped without POLICYDESK_SHARED)", () => {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(
      JSON.parse(readFileSync(SCHEMA, "utf8")),
    );
    expect(validate(manifest), JSON.stringify(validate.errors)).toBe(true);
  });

  test("gives a reason for each scope, and leaves history to the admin", () => {
    const { bot, bot_optional: optional } = manifest.oauth_config.scopes;
    for (const scope of bot) expect(text).toMatch(new RegExp(`- ${scope} # .+`));
    expect(optional).toEqual(["users:read", "channels:history", "groups:history", "usergroups:read"]);
    expect(bot.filter((scope: string) => !optional.includes(scope))).toEqual([
      "app_mentions:read",
      "assistant:write",
      "chat:write",
      "commands",
      "im:history",
    ]);
  });

  test("names where Slack sends what, or Socket Mode", () => {
    const url = options.transport === "http" ? "https://bot.example.org/slack/events" : undefined;
    const { settings, features } = manifest;
    const urls = [
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
      features.slash_commands[0].url,
    ];
    expect(urls).toEqual([url, url, url]);
    expect(settings.socket_mode_enabled).toBe(options.transport === "socket");
    expect(features.agent_view.agent_description).not.toBe("");
  });

  test("is written in its language", () => {
    expect(/[가-힣]/.test(JSON.stringify(manifest))).toBe(options.locale === "ko");
  });
});
