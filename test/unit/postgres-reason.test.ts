import { describe, expect, it } from "vitest";
import { postgresReason, troubleOf } from "../../adapters/store/postgres-reason.ts";

const failed = (code: string, message: string) => Object.assign(new Error(message), { code, severity: "FATAL" });

describe("troubleOf", () => {
  it.each(["57P01", "57P05", "25P03", "08006", "53300"])("has %s tried again", (code) => {
    expect(troubleOf(failed(code, "terminating connection"))).toBe("away");
  });
});

describe("postgresReason", () => {
  it("says that a database without tables is being restored, or new", () => {
    expect(postgresReason(failed("42P01", 'relation "articles" does not exist'))).toMatch(/^its tables are missing: /);
  });

  it("says what a PgBouncer does not like", () => {
    const refusal = failed("08P01", "unsupported startup parameter: statement_timeout");
    expect(postgresReason(refusal)).toContain("ignore_startup_parameters");
    expect(postgresReason(failed("08P01", "query_wait_timeout"))).toBe("query_wait_timeout");
  });
});
