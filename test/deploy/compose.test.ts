import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { readConfig, SETTINGS } from "../../src/config.ts";
import { temporaryFolder } from "../flows/temporary-folder.ts";
import { composeWith, type Service, writtenCompose } from "./compose.ts";
import { codeBlocksUnder, runLines } from "./doc-commands.ts";

const PASSWORDS = { POSTGRES_PASSWORD: "0a1b", REDIS_PASSWORD: "2c3d" };
const CHATS = {
  DISCORD_TOKEN: "token",
  SHARD_COUNT: "4",
  SLACK_BOT_TOKEN: "xoxb-1",
  SLACK_APP_TOKEN: "xapp-1",
  WEBHOOK_SECRET: "0123456789abcdef",
};
/** What a process may take to finish what is in hand. */
const LONGEST_STOP_SECONDS = 10;
/** The engines' own variables. */
const ENGINES: Readonly<Record<string, readonly string[]>> = {
  postgres: ["POSTGRES_USER", "POSTGRES_DB", "POSTGRES_PASSWORD", "POSTGRES_INITDB_ARGS"],
  redis: ["REDISCLI_AUTH"],
};

const folder = temporaryFolder();
const { services, networks, volumes } = composeWith(PASSWORDS);
const all = Object.entries(services);
const own = all.filter(([, { build }]) => build !== undefined);
const engines = all.filter(([, { build }]) => build === undefined);

describe("compose.yaml", () => {
  it("has two bots, a worker, the page and both engines", () => {
    const counts = all.map(([name, { deploy }]) => [name, deploy?.replicas ?? 1]);
    expect(Object.fromEntries(counts)).toEqual({ bot: 2, worker: 1, web: 1, postgres: 1, redis: 1 });
    expect(engines.map(([name]) => name)).toEqual(Object.keys(ENGINES));
  });

  it("wants the two passwords and nothing else", () => {
    for (const missing of Object.keys(PASSWORDS)) {
      const given = Object.entries(PASSWORDS).filter(([name]) => name !== missing);
      expect(() => composeWith(Object.fromEntries(given))).toThrow(`${missing} must be set`);
    }
  });

  it("is content with what docs/deploy.md puts into .env", async () => {
    const [passwords = ""] = codeBlocksUnder("Start with compose.yaml");
    await runLines(passwords, folder, { PATH: process.env["PATH"] ?? "" });
    const { postgres, web } = composeWith(parseEnv(readFileSync(join(folder, ".env"), "utf8"))).services;
    expect(postgres?.environment["POSTGRES_PASSWORD"]).toMatch(/^[0-9a-f]{48}$/);
    expect(readConfig(web?.environment).databaseUrl).toContain(`:${postgres?.environment["POSTGRES_PASSWORD"]}@`);
  });

  it("holds no secret, nor a default for one", () => {
    const written = JSON.stringify(writtenCompose());
    const secrets = Object.entries(SETTINGS).flatMap(([key, { isSecret }]) => (isSecret ? [key] : []));
    for (const secret of [...secrets, ...Object.keys(PASSWORDS)])
      expect(written).not.toMatch(new RegExp(`\\$\\{${secret}(:-[^}]|\\})`));
    for (const [, { environment }] of Object.entries(writtenCompose().services)) {
      for (const [key, value] of Object.entries(environment)) {
        if (secrets.includes(key) || /PASSWORD|AUTH/.test(key)) expect(value).toMatch(/\$\{\w+:[-?]/);
      }
    }
  });

  it.each(all)("%s is locked down", (_, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
      restart: "unless-stopped",
    });
    expect(service).not.toHaveProperty("privileged");
    expect(service).not.toHaveProperty("cap_add");
    expect(service).not.toHaveProperty("network_mode");
    expect(service.tmpfs).toContain("/tmp");
    expect(Number.parseInt(service.stop_grace_period ?? "0", 10)).toBeGreaterThan(LONGEST_STOP_SECONDS);
    expect(service.image).toMatch(/^[a-z]+:(?!latest)\S+$/);
  });

  it.each(engines)("%s does not run as root, shows its health and keeps its data", (name, service) => {
    expect(service.user).toBe(name);
    expect(service.healthcheck?.test[0]).toBe("CMD");
    expect(service.volumes?.map((each) => each.split(":")[0])).toEqual([name]);
    expect(volumes).toHaveProperty(name);
    expect(service.networks).toEqual(["engines"]);
    expect(networks["engines"]?.internal).toBe(true);
  });

  it.each(own)("%s waits for the engines, and has the image's user and health check", (_, service) => {
    expect(service.depends_on).toEqual({
      postgres: { condition: "service_healthy" },
      redis: { condition: "service_healthy" },
    });
    expect(service).not.toHaveProperty("user");
    expect(service).not.toHaveProperty("command");
    expect(service).not.toHaveProperty("healthcheck");
    expect(service.tmpfs?.some((each) => each.startsWith("/data:mode=0700,uid=1000,"))).toBe(true);
  });

  it("publishes a port of the page only, on this machine", () => {
    expect(all.flatMap(([name, { ports }]) => (ports ? [[name, ports]] : []))).toEqual([
      ["web", ["127.0.0.1:3000:3000"]],
    ]);
  });

  it("lets Redis throw nothing away", () => {
    const command = services["redis"]?.command?.join(" ");
    expect(command).toContain("--appendonly yes");
    expect(command).toContain("--maxmemory-policy noeviction");
  });

  it("gives the worker your folder where there is one", () => {
    const { worker } = services;
    expect(worker).toMatchObject({ environment: { ARTICLES_DIR: "" } });
    expect(worker?.volumes).toContain("articles:/articles:ro");
    expect(volumes).toHaveProperty("articles");
    const path = "/srv/articles";
    const given = composeWith({ ...PASSWORDS, ARTICLES_DIR: path }).services["worker"];
    expect(given).toMatchObject({ environment: { ARTICLES_DIR: path } });
    expect(given?.volumes).toContain(`${path}:${path}:ro`);
  });

  it("gives all of ours your word lists where there are some", () => {
    const path = "/srv/words";
    const { services: given } = composeWith({ ...PASSWORDS, WORD_LISTS_DIR: path });
    expect(volumes).toHaveProperty("words");
    for (const name of ["bot", "web", "worker"]) {
      expect(services[name]?.volumes).toContain("words:/words:ro");
      expect(given[name]).toMatchObject({ environment: { WORD_LISTS_DIR: path } });
      expect(given[name]?.volumes).toContain(`${path}:${path}:ro`);
    }
  });
});

describe("the environment of compose.yaml", () => {
  it.each(all)("of %s has known keys only", (name, { environment }) => {
    const known = ENGINES[name] ?? Object.keys(SETTINGS);
    expect(Object.keys(environment).filter((key) => !known.includes(key))).toEqual([]);
  });

  it.each(own)("of %s is accepted without and with chats", (name, { environment }) => {
    const plain = readConfig(environment);
    expect([...plain.roles]).toEqual([name]);
    expect(plain).toMatchObject({
      databaseUrl: expect.stringContaining("@postgres:5432/"),
      discord: null,
      slack: null,
    });
    expect(plain.redisUrl).toContain("@redis:6379");
    const full = readConfig(environmentWith(CHATS, name));
    expect(full.discord === null).toBe(name === "web");
    expect(full.slack === null).toBe(name === "web");
    expect(full.webhookSecret === null).toBe(name !== "web");
  });

  it("covers every role", () => {
    const roles = own.flatMap(([, { environment }]) => [...readConfig(environment).roles]);
    expect(new Set(roles)).toEqual(readConfig({}).roles);
  });

  it("hands every setting on to a role that could use it", () => {
    const handed = new Set(own.flatMap(([, { environment }]) => Object.keys(environment)));
    const fixed = ["PORT", "HOST", "DATA_DIR", "LOG_FORMAT", "SHARD_IDS"];
    expect(Object.keys(SETTINGS).filter((key) => !handed.has(key))).toEqual(fixed);
  });
});

function environmentWith(variables: Readonly<Record<string, string>>, name: string): Service["environment"] {
  return composeWith({ ...PASSWORDS, ...variables }).services[name]?.environment ?? {};
}
