import { configDefaults, defineConfig } from "vitest/config";

// Everything quick enough to run on every change; the rest is in vitest.slow.config.ts.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, "test/faults/**", "test/bench/**", "test/**/*.slow.test.ts"],
    // Processes, not threads: the database is native code, and a test may start and kill processes of its own.
    pool: "forks",
    // One for many files: starting it and loading the same modules again costs as much as the tests.
    isolate: false,
    // Many tests wait for servers and processes of their own.
    maxWorkers: 3,
    // Machines are busy; what is waited for comes.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
