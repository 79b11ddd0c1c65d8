import { chmodSync, existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dataDirProblem } from "../../../src/config/data-dir.ts";
import { temporaryFolder, writeFiles } from "../../flows/temporary-folder.ts";

const root = temporaryFolder();
const inTheWay = join(writeFiles(root, { "a file": "in the way" }), "a file");

describe("the folder of DATA_DIR", () => {
  it("is made with those above it, and may be there", () => {
    const path = join(root, "one", "two", "three");
    expect([dataDirProblem(path), dataDirProblem(path)]).toEqual([null, null]);
    expect(existsSync(path)).toBe(true);
  });

  it.each<[name: string, path: string, reason: string]>([
    ["a file", inTheWay, "a file, or a link to what is not there, is in the way"],
    ["below a file", join(inTheWay, "below"), "a file, or a link to what is not there, is in the way"],
  ])("is no folder but %s", (_name, path, reason) => {
    expect(dataDirProblem(path)).toBe(
      `DATA_DIR is "${path}", but ${reason}. Make it a folder that this user may write to, or set DATA_DIR to another.`,
    );
  });

  it.skipIf(process.platform === "win32")("is a link to what is not there", () => {
    const link = join(root, "link");
    symlinkSync(join(root, "gone"), link);
    expect(dataDirProblem(join(link, "below"))).toMatch(/is in the way/);
  });

  // Other systems have no folder that is there and lets none be made in it, whoever asks.
  it.skipIf(process.platform !== "linux")("cannot be made, which Node itself would try for ever", () => {
    expect(dataDirProblem("/proc/policydesk/data")).toMatch(/^DATA_DIR is "\/proc\/policydesk\/data", but no folder/);
    expect(dataDirProblem("/sys/policydesk")).toMatch(/^DATA_DIR is "\/sys\/policydesk", but (?:this user|that disk)/);
  });

  // Root may write anything.
  it.skipIf(process.platform === "win32" || process.getuid?.() === 0)("is read-only", () => {
    const path = writeFiles(root, { "read-only/policydesk.sqlite": "" });
    chmodSync(join(path, "read-only"), 0o500);
    expect(dataDirProblem(join(path, "read-only"))).toMatch(/this user may not/);
    chmodSync(join(path, "read-only"), 0o700);
  });
});
