import { createLogger } from "../../adapters/runtime/pino-logger.ts";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { startBot } from "../../src/app/start-bot.ts";
import { readConfig } from "../../src/config.ts";
import { wire } from "../../src/wiring.ts";

// The bot as `npm start` runs it, but posting and looking back as often as it likes, and at an hour of the test's
// choice: CLOCK_AHEAD_MS. The limits themselves are held by test/platforms.
const PACE_MS = 5;

const aheadMs = Number(process.env["CLOCK_AHEAD_MS"] ?? 0);
const config = readConfig();
const ports = wire(config);
const clock = { ...ports.clock, now: () => ports.clock.now() + aheadMs };
const log = createLogger({
  level: config.logLevel,
  format: "text",
  secrets: config.secrets,
  timeZone: "UTC",
  write: (line) => process.stderr.write(line),
});

const bot = startBot(
  {
    ...ports,
    clock,
    ...(config.databaseUrl === null && {
      openStore: () => openSqliteStore(`${config.dataDir}/policydesk.sqlite`, clock.now),
    }),
    openRateLimit: async () => ({ take: async () => null, close: async () => {} }),
    async openPlatforms(desk, platformLog, platformClock) {
      const platforms = await ports.openPlatforms(desk, platformLog, platformClock);
      return platforms.map((platform) =>
        platform.alerts ? { ...platform, alerts: { ...platform.alerts, paceMs: PACE_MS } } : platform,
      );
    },
  },
  log,
);
process.once("SIGTERM", async () => {
  await bot.stop();
  process.exit(0);
});
await bot.started;
