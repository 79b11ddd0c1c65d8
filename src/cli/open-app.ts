import { resolve } from "node:path";
import { type App, createApp } from "../app/create-app.ts";
import { type Config, readConfig } from "../config.ts";
import { wire } from "../wiring.ts";

/** The application as a command uses it. Throws ConfigError. */
export function openApp(): { readonly app: App; readonly config: Config; readonly toPath: (given: string) => string } {
  const config = readConfig();
  return { app: createApp(wire(config)), config, toPath: (given) => resolve(config.invokedFrom, given) };
}
