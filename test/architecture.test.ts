import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const maxLines = 400;

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** Runs the checker as a user would, over the src and adapters of a folder. */
function cruise(folder: string): { modules: string[]; violations: Violation[] } {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs"),
      ...["--config", join(root, ".dependency-cruiser.mjs"), "--output-type", "json", "src", "adapters"],
    ],
    { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  if (!stdout.startsWith("{")) {
    throw new Error(`dependency-cruiser gave no result: ${stderr}`);
  }
  const result = JSON.parse(stdout) as { modules: { source: string }[]; summary: { violations: Violation[] } };
  return { modules: result.modules.map((module) => module.source), violations: result.summary.violations };
}

const described = ({ from, to, rule }: Violation) => `${rule.name}: ${from} -> ${to}`;

/** Paths from the project's root, with forward slashes. */
function filesUnder(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
      .filter((path) => !path.includes("/node_modules/")),
  );
}

const read = (path: string) => readFileSync(join(root, path), "utf8");
const documents = [...readdirSync(root), ...filesUnder("docs")].filter((path) => path.endsWith(".md"));
const codeFiles = filesUnder("src", "adapters").filter((path) => /\.[cm]?[jt]s$/.test(path));

describe("imports", () => {
  it("keep to the rule, and every file was looked at", () => {
    const { modules, violations } = cruise(root);
    expect(violations.map(described)).toEqual([]);
    // A checker that cannot read TypeScript sees nothing, and finds nothing wrong with it.
    expect(modules).toEqual(expect.arrayContaining(codeFiles));
    expect(codeFiles.filter((path) => path.endsWith(".ts")).length).toBeGreaterThan(10);
  });

  it("are written out where they are dynamic, or the checker could not see them", () => {
    const hidden = codeFiles.filter((path) => /\bimport\(\s*(?!\s|["'])/.test(read(path)));
    expect(hidden).toEqual([]);
  });
});

// What each planted file says, and the rule that has to report it.
const planted: readonly (readonly [path: string, text: string, rule: string | null])[] = [
  ["src/text/up.ts", 'export { find } from "../search/find.ts";', "text-imports"],
  ["src/text/up-later.ts", 'export const later = () => import("../search/find.ts");', "text-imports"],
  ["src/text/up-type.ts", 'import type { Find } from "../search/find.ts";\nexport type Up = Find;', "text-imports"],
  ["src/text/up-inline-type.ts", 'export type Up = import("../search/find.ts").Find;', "text-imports"],
  ["src/text/files.ts", 'import "node:fs";', "text-imports"],
  ["src/text/hash.ts", 'import "node:crypto";', null],
  ["src/search/find.ts", "export type Find = string;\nexport const find = 1;", null],
  ["src/search/down.ts", 'import "../text/hash.ts";', null],
  ["src/answers/answer.ts", "export type Answer = string;\nexport const answer = 1;", null],
  ["src/answers/hash.ts", 'import "node:crypto";', "answers-imports"],
  ["src/answers/around.ts", 'import "./around-again.ts";', null],
  ["src/answers/around-again.ts", 'import "./around.ts";', "no-cycles"],
  ["src/answers/asked/early.ts", "export const early = 1;", null],
  ["src/answers/talk/later.ts", 'import "../asked/early.ts";', null],
  ["src/answers/another/back.ts", 'import "../talk/later.ts";', "answers-another-imports"],
  ["src/answers/odd/part.ts", 'import "../answer.ts";', "answers-in-no-part"],
  ["src/answers/missing.ts", 'import "./nowhere.ts";', "no-unresolvable"],
  [
    "src/presentation/shape.ts",
    'import type { Answer } from "../answers/answer.ts";\nexport type Shape = Answer;',
    null,
  ],
  ["src/presentation/value.ts", 'import "../answers/answer.ts";', "presentation-imports-types-only"],
  ["src/documents/parse.ts", 'import "yaml";', null],
  ["src/documents/page.ts", 'import "../text/hash.ts";\nimport "minisearch";', "documents-imports"],
  ["src/flows/package.ts", 'import "minisearch";', "flows-imports"],
  ["src/flows/package-later.ts", 'export const later = () => import("minisearch");', "flows-imports"],
  ["src/flows/adapter.ts", 'import "../../adapters/store/rows.ts";', "flows-imports"],
  ["src/flows/good.ts", 'import "../search/find.ts";', null],
  ["src/cli/ask.ts", 'import "node:fs";\nimport "../app/open.ts";', null],
  ["src/cli/direct.ts", 'import "../search/find.ts";', "cli-imports"],
  ["src/app/open.ts", 'import "../flows/good.ts";', null],
  ["src/wiring.ts", 'export const load = () => import("../adapters/store/rows.ts");', null],
  ["src/odd/alone.ts", "export const alone = 1;", "in-no-room-alone"],
  ["src/odd/upward.ts", 'import "../search/find.ts";', "in-no-room"],
  ["adapters/store/rows.ts", 'import "node:fs";\nimport "kysely";', null],
  ["adapters/store/back.ts", 'import "../../src/flows/good.ts";', "adapter-store-imports"],
  [
    "adapters/store/back-later.ts",
    'export const l = () => import("../../src/flows/good.ts");',
    "adapter-store-imports",
  ],
  ["adapters/slack/sibling.ts", 'import "../store/rows.ts";', "adapter-slack-imports"],
  ["adapters/slack/other-package.ts", 'import "kysely";', "adapter-slack-imports"],
  ["adapters/paper/sibling.ts", 'import "../store/rows.ts";', "adapter-imports"],
  ["adapters/paper/package.ts", 'import "kysely";', "adapter-imports"],
  ["adapters/paper/dev.ts", 'import "vitest";', "no-dev-dependencies"],
  ["adapters/paper/unlisted.ts", 'import "unlisted";', "no-unlisted-packages"],
];

describe("the import checker", () => {
  let folder = "";
  let reported: string[] = [];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "policydesk-architecture-"));
    for (const name of ["package.json", "tsconfig.json"]) {
      copyFileSync(join(root, name), join(folder, name));
    }
    const write = (path: string, text: string) => {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    for (const name of ["yaml", "minisearch", "kysely", "vitest", "unlisted"]) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
      write(`node_modules/${name}/index.js`, "");
    }
    for (const [path, text] of planted) {
      write(path, `${text}\n`);
    }
    reported = cruise(folder).violations.map(({ from, rule }) => `${rule.name}: ${from}`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(planted.filter(([, , rule]) => rule !== null))("reports %s", (path, _text, rule) => {
    expect(reported).toContain(`${rule}: ${path}`);
  });

  it.each(planted.filter(([, , rule]) => rule === null))("lets %s pass", (path) => {
    expect(reported.filter((line) => line.endsWith(`: ${path}`))).toEqual([]);
  });
});

describe("the tree", () => {
  it("reads the environment in src/config.ts only", () => {
    const readers = codeFiles.filter((path) =>
      /\bprocess\s*\??\.\s*env\b|\bprocess\s*(\?\.)?\[\s*["'`]env|from\s+["'](node:)?process["']|import\.meta\.env|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/.test(
        read(path),
      ),
    );
    expect(readers.filter((path) => path !== "src/config.ts")).toEqual([]);
  });

  it(`has no source file of more than ${maxLines} lines`, () => {
    const long = codeFiles.filter((path) => read(path).split("\n").length - 1 > maxLines);
    expect(long).toEqual([]);
  });

  it("has no folder where code goes to hide", () => {
    const hiding = /(^|\/)(core|common|utils?|helpers?|lib|misc|types|services|shared)\//;
    expect(filesUnder("src", "adapters", "test").filter((path) => hiding.test(path))).toEqual([]);
  });

  it("has no barrels", () => {
    expect(codeFiles.filter((path) => /^index\.[cm]?[jt]s$/.test(basename(path)))).toEqual([]);
  });

  it.each(documents)("names only npm scripts that exist in %s", (path) => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = [...read(path).matchAll(/\bnpm run (?:-\S+ )*([a-z][\w:-]*)/g)].map((match) => match[1] ?? "");
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
