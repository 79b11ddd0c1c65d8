// The import rule of ARCHITECTURE.md, as data. Whatever is not allowed here is forbidden.

/**
 * Per room: the rooms it may import, those of which it may import types only, the npm packages and the builtin
 * modules of Node, or "any". A room is a folder of src/ or a file directly in it.
 */
const rooms = {
  text: { rooms: [], npm: ["stemmer", "es-hangul"], builtins: ["crypto", "url"] },
  documents: {
    rooms: ["text"],
    npm: [
      "yaml",
      "mdast-util-*",
      "micromark-*",
      "hast-util-*",
      "@types/mdast",
      "@types/hast",
      "feedsmith",
      "linkedom",
      "@mozilla/readability",
    ],
    builtins: ["crypto"],
  },
  search: { rooms: ["text", "documents"], npm: ["minisearch"], builtins: ["crypto"] },
  answers: { rooms: ["text", "documents", "search"] },
  alerts: { rooms: ["text", "documents"] },
  wording: { rooms: ["text"], npm: ["es-hangul"] },
  presentation: { rooms: ["text", "documents", "wording"], types: ["answers", "alerts"] },
  evaluation: { rooms: ["text", "documents", "search", "answers"], builtins: ["crypto"] },
  chat: { rooms: ["text", "wording", "presentation"], types: ["ports"] },
  ports: { types: ["text", "documents", "search", "answers", "alerts", "presentation"] },
  flows: { rooms: ["text", "documents", "search", "answers", "alerts", "evaluation", "ports"] },
  app: { rooms: ["flows", "ports", "search", "text", "alerts"] },
  config: { npm: ["zod"], builtins: ["fs", "net", "path", "util"] },
  wiring: { rooms: ["config", "ports", "adapters"], builtins: "any" },
  "parse-thread": { rooms: ["documents"], builtins: ["worker_threads"] },
  "index-thread": {
    rooms: ["text", "search", "adapters"],
    types: ["documents", "ports"],
    builtins: ["worker_threads"],
  },
  main: { rooms: ["config", "wiring", "app"], builtins: "any" },
  cli: {
    rooms: ["config", "wiring", "app", "evaluation", "presentation", "wording", "text"],
    types: ["documents", "answers", "ports"],
    npm: ["commander", "@clack/prompts"],
    builtins: "any",
  },
};

/** The parts of `answers`, in the order in which a question goes through them: each may import those before it. */
const partsOfAnswers = [
  "asked",
  "passages",
  "another",
  "sentences",
  "talk",
  "confidence",
  "candidates",
  "threshold",
  "decision",
  "message",
];

// Adapters come in by the door and never see each other; each brings the packages of what it talks to.
const everyAdapter = { rooms: ["ports", "text", "wording", "presentation", "chat"], builtins: "any" };
const adapterPackages = {
  discord: ["discord.js"],
  queue: ["bullmq", "ioredis", "p-queue", "rate-limiter-flexible"],
  runtime: ["p-queue", "pino", "rate-limiter-flexible"],
  slack: ["@slack/bolt", "yaml"],
  sources: ["undici", "ipaddr.js", "chokidar"],
  store: ["kysely", "better-sqlite3", "pg"],
  web: ["hono", "@hono/node-server"],
};

const escaped = (text) => text.replace(/[.+?^${}()|[\]\\/]/g, "\\$&").replaceAll("*", "[^/]*");
const folderOf = (room) => (room === "adapters" ? "^adapters/" : `^src/${room}(/|[.]ts$)`);
const packagePath = (name) => `(^|/)node_modules/${escaped(name)}/`;
const builtinPath = (name) => `^(node:)?${escaped(name)}$`;
const asType = ["type-only", "type-import"];

/** Default-deny in one rule per room, and a second one for what may be imported as a type only. */
function rulesOf(name, from, own, { rooms: allowed = [], types = [], npm = [], builtins = [] }) {
  const open = [own, ...[...allowed, ...types].map(folderOf), ...npm.map(packagePath)];
  const to =
    builtins === "any"
      ? { pathNot: open, dependencyTypesNot: ["core"] }
      : { pathNot: [...open, ...builtins.map(builtinPath)] };
  const rules = [
    {
      name: `${name}-imports`,
      comment: `${name} may import ${[...allowed, ...types, ...npm].join(", ") || "nothing"}`,
      severity: "error",
      from,
      to,
    },
  ];
  if (types.length > 0) {
    rules.push({
      name: `${name}-imports-types-only`,
      comment: `${name} may import types only from ${types.join(", ")}`,
      severity: "error",
      from,
      to: { path: types.map(folderOf), dependencyTypesNot: asType },
    });
  }
  return rules;
}

const roomRules = Object.entries(rooms).flatMap(([room, allowed]) =>
  rulesOf(room, { path: folderOf(room) }, folderOf(room), allowed),
);

const partRules = partsOfAnswers.slice(0, -1).map((part, place) => ({
  name: `answers-${part}-imports`,
  comment: `answers/${part} comes before ${partsOfAnswers.slice(place + 1).join(", ")}`,
  severity: "error",
  from: { path: `^src/answers/${part}/` },
  to: {
    path: [...partsOfAnswers.slice(place + 1).map((later) => `^src/answers/${later}/`), "^src/answers/engine[.]ts$"],
  },
}));
const outsideParts = {
  name: "answers-in-no-part",
  comment: "every folder of answers is in the order above",
  severity: "error",
  from: { path: "^src/answers/[^/]+/", pathNot: partsOfAnswers.map((part) => `^src/answers/${part}/`) },
  to: {},
};

const adapterRules = Object.entries(adapterPackages).flatMap(([adapter, npm]) =>
  rulesOf(`adapter-${adapter}`, { path: `^adapters/${adapter}/` }, `^adapters/${adapter}/`, { ...everyAdapter, npm }),
);
const otherAdapterRules = rulesOf(
  "adapter",
  { path: "^adapters/([^/]+)/", pathNot: Object.keys(adapterPackages).map((adapter) => `^adapters/${adapter}/`) },
  "^adapters/$1/",
  everyAdapter,
);

// Plain JavaScript that an older Node must be able to run; nothing may import it.
const outsideRooms = "^src/require-node[.]mjs$";
const inSomeRoom = [...Object.keys(rooms).map(folderOf), "^adapters/[^/]+/"];

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...roomRules,
    ...partRules,
    outsideParts,
    ...adapterRules,
    ...otherAdapterRules,
    {
      name: "in-no-room",
      comment: "every file lies in a room of the table above",
      severity: "error",
      from: { path: "^(src|adapters)/", pathNot: [...inSomeRoom, outsideRooms] },
      to: {},
    },
    {
      name: "in-no-room-alone",
      comment: "the same for files without imports",
      severity: "error",
      from: { orphan: true, path: "^(src|adapters)/", pathNot: [...inSomeRoom, outsideRooms] },
      to: {},
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no-dev-dependencies",
      comment: "what runs must be installed where only dependencies are",
      severity: "error",
      from: { path: "^(src|adapters)/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: asType },
    },
    {
      name: "no-unlisted-packages",
      comment: "every package is in package.json itself, not there by way of another",
      severity: "error",
      from: { path: "^(src|adapters)/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // Types are imports too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
