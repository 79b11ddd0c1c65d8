import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";

/** Below the ports that Linux gives to whoever connects somewhere. */
const PORTS = { first: 20_000, count: 12_000 } as const;
const TRIES = 20;
const USER = "policydesk";
const DEBIAN = "/usr/lib/postgresql";
/** The user "nobody": PostgreSQL refuses to run as root. */
const NOBODY = 65_534;

export interface RunningPostgres {
  /** A new, empty database: postgres://… */
  newDatabase(): Promise<string>;
  /** Ends the test's hold on it; a server that was started for the test ends too. */
  close(): Promise<void>;
}

export interface OwnPostgres extends RunningPostgres {
  readonly port: number;
  /** Ends the server, and every connection to it. SIGINT is its fast way, SIGQUIT a crash. */
  stop(signal?: "SIGINT" | "SIGQUIT"): Promise<void>;
  /** Starts it again on the same port, with what it had. */
  start(): Promise<void>;
}

/**
 * A PostgreSQL for tests: the one DATABASE_URL names, whose user may make databases, else one started from Debian's
 * binaries on a free port of 127.0.0.1. A reason where there is none; with CI=true that is an error, since tests that
 * are skipped there prove nothing.
 */
export async function runningPostgres(): Promise<RunningPostgres | { readonly missing: string }> {
  const { DATABASE_URL: url } = process.env;
  if (!url) return ownPostgres();
  const databases = databasesOf(url);
  return { newDatabase: databases.make, close: databases.dropAll };
}

/**
 * The same, but always a server of the test's own, which it may stop and start. `fsync`: it waits for the disk, which
 * tests have no use for, as they crash processes, not machines.
 */
export async function ownPostgres({
  fsync = false,
}: {
  readonly fsync?: boolean;
} = {}): Promise<OwnPostgres | { readonly missing: string }> {
  const programs = programsFolder();
  if (programs === null) {
    const missing = `no PostgreSQL in ${DEBIAN} nor on the PATH`;
    if (process.env["CI"] === "true") throw new Error(`Tests need a PostgreSQL: ${missing}.`);
    return { missing };
  }
  const folder = mkdtempSync(join(tmpdir(), "policydesk-postgres-"));
  const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if ("uid" in identity) chownSync(folder, NOBODY, NOBODY);
  chmodSync(folder, 0o700);
  const initialise = (locale: readonly string[]) => {
    const options = ["--username", USER, "--auth=trust", "--encoding=UTF8", "--no-sync", ...locale];
    const args = ["--pgdata", folder, ...options];
    return promisify(execFile)(join(programs, "initdb"), args, { ...identity, cwd: folder });
  };
  // Another order of texts than SQLite's, as most installations have: nothing may depend on it. PostgreSQL 14 has no such option.
  const korean = ["--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=ko"];
  await initialise(korean).catch(() => initialise(["--locale=C.UTF-8"]));

  let server: ChildProcess | null = null;
  const launch = async (port: number): Promise<"started" | "port taken"> => {
    const launched = await launchServer(join(programs, "postgres"), { folder, port, fsync }, identity);
    if (launched === "port taken") return launched;
    server = launched;
    return "started";
  };
  const portOf = async () => {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const port = PORTS.first + Math.floor(Math.random() * PORTS.count);
      if ((await launch(port)) === "started") return port;
    }
    throw new Error(`No port was free for PostgreSQL in ${TRIES} tries.`);
  };
  const port = await portOf();
  const killAtExit = () => server?.kill("SIGQUIT");
  process.once("exit", killAtExit);
  const stop = async (signal: "SIGINT" | "SIGQUIT" = "SIGINT") => {
    const ending = server;
    server = null;
    if (!ending || ending.exitCode !== null) return;
    const exited = once(ending, "exit");
    ending.kill(signal);
    await exited;
  };
  return {
    port,
    newDatabase: databasesOf(`postgres://${USER}@127.0.0.1:${port}/postgres`).make,
    stop,
    async start() {
      if (server) return;
      if ((await launch(port)) === "port taken")
        throw new Error(`Port ${port} was taken while PostgreSQL was stopped.`);
    },
    async close() {
      await stop("SIGQUIT");
      process.off("exit", killAtExit);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves when it takes connections. */
async function launchServer(
  program: string,
  { folder, port, fsync }: { readonly folder: string; readonly port: number; readonly fsync: boolean },
  identity: { readonly uid?: number; readonly gid?: number },
): Promise<ChildProcess | "port taken"> {
  const waits = `fsync=${fsync ? "on" : "off"}`;
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", waits, "max_connections=200"];
  const server = spawn(program, ["-D", folder, "-p", `${port}`, ...settings.flatMap((each) => ["-c", each])], {
    ...identity,
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, LC_ALL: "C.UTF-8" },
  });
  const output: string[] = [];
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.stderr.setEncoding("utf8").on("data", (text: string) => {
      output.push(text);
      if (output.join("").includes("database system is ready to accept connections")) resolve(server);
    });
    server.once("close", (code) => {
      const said = output.join("");
      if (said.includes("Address already in use")) resolve("port taken");
      else reject(new Error(`PostgreSQL ended with ${code}: ${said}`));
    });
  });
}

/** Databases made over another one of the same server. */
function databasesOf(url: string) {
  const names: string[] = [];
  const run = async (statement: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  return {
    async make() {
      const name = `policydesk_test_${process.pid}_${names.length}`;
      await run(`create database ${name}`);
      names.push(name);
      const made = new URL(url);
      made.pathname = `/${name}`;
      return made.href;
    },
    async dropAll() {
      for (const name of names.splice(0)) await run(`drop database if exists ${name} with (force)`);
    },
  };
}

function programsFolder(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(DEBIAN, version, "bin")),
    ...(process.env["PATH"] ?? "").split(delimiter),
  ];
  return folders.find((folder) => existsSync(join(folder, "postgres")) && existsSync(join(folder, "initdb"))) ?? null;
}
