import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SETTINGS } from "../../src/config.ts";
import { commandOf, copiedPaths, environmentOf, readDockerfile, wordsOf } from "./dockerfile.ts";

const project = join(import.meta.dirname, "../..");
const instructions = readDockerfile();

describe("the Dockerfile", () => {
  it("has instructions that Docker knows", () => {
    const known = ["FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "EXPOSE", "STOPSIGNAL", "HEALTHCHECK", "CMD"];
    expect(instructions.filter(({ name }) => !known.includes(name))).toEqual([]);
  });

  it("builds on the Node that the project wants, without latest", () => {
    const bases = instructions.filter(({ name }) => name === "FROM").map(({ words }) => words.split(" ")[0]);
    expect(new Set(bases)).toEqual(new Set(["node:24-slim"]));
    const { optionalDependencies } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
    for (const version of Object.values(optionalDependencies)) expect(version).toMatch(/^24\./);
  });

  it("installs what the lock says, and lets no package run anything", () => {
    const installs = instructions.filter(({ words }) => /\bnpm\b/.test(words));
    expect(installs.map(({ words }) => words)).toEqual(["npm ci --omit=dev --omit=optional --ignore-scripts"]);
    expect(instructions.filter(({ words }) => /\b(curl|wget|https?:\/\/(?!127\.0\.0\.1))/.test(words))).toEqual([]);
  });

  it("ends as a user that is not root", () => {
    expect(wordsOf("USER")).toBe("node");
    expect(instructions.findLastIndex(({ name }) => name === "RUN")).toBeLessThan(
      instructions.findLastIndex(({ name }) => name === "USER"),
    );
  });

  it("runs Node itself, so that signals arrive", () => {
    expect(wordsOf("STOPSIGNAL")).toBe("SIGTERM");
    expect(commandOf("CMD")).toEqual(["node", "src/main.ts"]);
    expect(commandOf("HEALTHCHECK")[0]).toBe("node");
    expect(wordsOf("HEALTHCHECK")).toContain("/healthz");
  });

  it("sets no secret, and settings only that exist", () => {
    const { NODE_ENV, ...settings } = environmentOf();
    expect(NODE_ENV).toBe("production");
    for (const key of Object.keys(settings)) expect(SETTINGS).toHaveProperty([key, "isSecret"], false);
    expect(wordsOf("EXPOSE")).toBe(settings["PORT"]);
    expect(instructions.filter(({ name }) => name === "ARG")).toEqual([]);
  });

  it("copies what .dockerignore lets in, and that leaves out what an operator keeps here", () => {
    const lines = readFileSync(join(project, ".dockerignore"), "utf8").split("\n");
    const letIn = lines.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
    const ofPackages = ["package.json", "package-lock.json", ".npmrc"];
    expect(new Set([...copiedPaths(), ...ofPackages])).toEqual(new Set(letIn));
    for (const path of letIn) expect(existsSync(join(project, path)), path).toBe(true);
    expect(lines).toEqual(expect.arrayContaining(["*", "index-data/state", "**/.env*"]));
  });
});
