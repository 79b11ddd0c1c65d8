import { resolve } from "node:path";
import { type App, createApp } from "../app/create-app.ts";
import { type Config, envFileWarnings, readConfig } from "../config.ts";
import type { Ports } from "../ports/ports.ts";
import { wire } from "../wiring.ts";

/** The application as a command uses it. Throws ConfigError. */
export function openApp(): {
  readonly app: App;
  readonly ports: Ports;
  readonly config: Config;
  readonly toPath: (given: string) => string;
} {
  // What is missing may stand there under a wrong name.
  for (const warning of envFileWarnings()) process.stderr.write(`${warning}\n`);
  const config = readConfig();
  const ports = wire(config);
  return { app: createApp(ports), ports, config, toPath: (given) => resolve(config.invokedFrom, given) };
}
