import { configDefaults, defineConfig } from "vitest/config";

// Crashes, mutations and large evaluations: minutes, not seconds.
export default defineConfig({
  test: {
    include: ["test/faults/**/*.test.ts", "test/**/*.slow.test.ts"],
    exclude: [...configDefaults.exclude, "test/bench/**"],
    passWithNoTests: true,
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 60_000,
    // Machines are busy; what is waited for comes.
    expect: { poll: { timeout: 20_000 } },
  },
});
