import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { StartError } from "./app/start-error.ts";
import { dataDirProblem } from "./config/data-dir.ts";
import { ConfigError, envFileWarnings, readConfig } from "./config.ts";

/** The operator can mend it: a wrong setting, a port or a folder in use. */
const EXIT_BAD_SETUP = 2;
/** Ctrl-C under npm arrives twice at once: from the terminal, and from npm passing it on. */
const SAME_SIGNAL_MS = 300;
const LOOK_FOR_PARENT_EVERY_MS = 200;
/** Whoever deploys it kills what takes longer (compose.yaml: 30 seconds), and then nothing says why. */
const STOP_WITHIN_MS = 20_000;

// Whoever reads the log may go before the bot does.
process.stdout.on("error", () => {});
try {
  await run();
} catch (error) {
  const expected = error instanceof ConfigError || error instanceof StartError;
  // What is missing may stand there under a wrong name.
  if (error instanceof ConfigError) for (const warning of envFileWarnings()) process.stderr.write(`${warning}\n`);
  process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(expected ? EXIT_BAD_SETUP : 1);
}

/** npm passes SIGTERM to the shell it started, and that ends without passing it on: the bot would stay, unseen. */
function stopWithParent(stop: () => Promise<void>): () => Promise<void> {
  const parent = process.ppid;
  let gone = false;
  return async () => {
    if (gone || process.ppid === parent) return;
    gone = true;
    await stop();
  };
}

/** Returns once the bot runs; a first signal then ends it in order, a second one at once. */
async function run(): Promise<void> {
  const config = readConfig();
  const problem = dataDirProblem(config.dataDir);
  // PostgreSQL needs no folder here: only the start takes longer.
  if (problem !== null && config.databaseUrl === null) throw new ConfigError(problem);
  // What is loaded from here on is compiled once; where nothing can be written it is compiled at each start.
  if (problem === null) enableCompileCache(join(config.dataDir, "compiled"));
  const [{ startBot }, { wire }] = await Promise.all([import("./app/start-bot.ts"), import("./wiring.ts")]);
  const ports = wire(config);
  const log = await ports.openLog();
  for (const warning of envFileWarnings()) log.warn(warning);
  const bot = startBot(ports, log);
  let signalledAtMs: number | null = null;
  const onSignal = async (signal: string) => {
    if (signalledAtMs !== null) {
      if (ports.clock.now() - signalledAtMs > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    signalledAtMs = ports.clock.now();
    log.info(`${signal}: finishing what is in hand. Once more stops at once.`);
    void ports.clock.sleep(STOP_WITHIN_MS).then(() => {
      log.warn("Stopped before all was told to the database or Redis, which do not answer; others find out.");
      process.exit(1);
    });
    try {
      await bot.stop();
      log.info("Stopped.");
      process.exit(0);
    } catch (error) {
      log.error("Could not stop in order", error);
      process.exit(1);
    }
  };
  process.on("SIGTERM", onSignal).on("SIGINT", onSignal);
  if (config.startedByNpm)
    ports.clock.every(
      LOOK_FOR_PARENT_EVERY_MS,
      stopWithParent(() => onSignal("npm is gone")),
    );
  try {
    await bot.started;
  } catch (error) {
    // What went wrong first is what the operator has to know.
    await bot.stop().catch(() => {});
    throw error;
  }
}
