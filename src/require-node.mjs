// Loaded before everything else, in plain JavaScript, so that a Node too old to read TypeScript can still say so.
const oldestMajor = 24;

if (Number(process.versions.node.split(".")[0]) < oldestMajor) {
  process.stderr.write(
    `PolicyDesk needs Node ${oldestMajor} or newer; this is ${process.version}. ` +
      "On Linux and Windows (x64, Linux arm64) `npm ci` brings its own; elsewhere install Node from nodejs.org.\n",
  );
  process.exit(2);
}
