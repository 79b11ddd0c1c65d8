import { startBot } from "../../src/app/start-bot.ts";
import { readConfig } from "../../src/config.ts";
import { wire } from "../../src/wiring.ts";

// A second process on the data of the first, which a bot that people run refuses: to see how soon it knows.
const ports = wire(readConfig());
const bot = startBot({ ...ports, claimData: null }, await ports.openLog());
await bot.started;
