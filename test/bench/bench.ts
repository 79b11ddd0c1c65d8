/** What each measures, by the name of its file; test/bench/README.md says how. */
const MEASUREMENTS: Readonly<Record<string, string>> = {
  index: "the section index beside other libraries: building, memory, searching, whole answers",
  retrieval: "whether the section that answers is found, beside other libraries",
  arrivals: "from a signed delivery until it can be asked about, with questions meanwhile",
  alerts: "matching an article with a hundred thousand subscriptions",
  deliveries: "alerts that one process delivers",
  "fan-out": "when the last of many channels has an alert, simulated",
  processes: "several processes on one database",
};

const [name = ""] = process.argv.slice(2);
if (!Object.hasOwn(MEASUREMENTS, name)) {
  const lines = Object.entries(MEASUREMENTS).map(([each, what]) => `  npm run bench -- ${each.padEnd(12)}${what}\n`);
  process.stderr.write(
    `${name === "" ? "Name what to measure" : `There is no measurement named "${name}"`}:\n${lines.join("")}`,
  );
  process.exit(2);
}
await import(`./${name}.ts`);
