/** `npm run bench -- <name>`: one file of this folder per question asked of performance. */
const [name = ""] = process.argv.slice(2);
if (!/^[a-z-]+$/.test(name)) {
  process.stderr.write("Name what to measure: npm run bench -- arrivals\n");
  process.exit(2);
}
await import(`./${name}.ts`).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== "ERR_MODULE_NOT_FOUND" || !error.message.includes(`${name}.ts`)) throw error;
  process.stderr.write(`There is no measurement named "${name}".\n`);
  process.exit(2);
});
