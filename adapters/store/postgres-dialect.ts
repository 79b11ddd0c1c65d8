import { type CompiledQuery, PostgresDialect, PostgresQueryCompiler, type QueryCompiler } from "kysely";

/** PostgreSQL over a pool. */
export class NulFreePostgres extends PostgresDialect {
  override createQueryCompiler(): QueryCompiler {
    return new NulFreeCompiler();
  }
}

/** The one character that PostgreSQL keeps in no text. */
const NUL = /\0/g;

/** It is replaced wherever text goes in, so that what was stored is found again by what it was stored as. */
class NulFreeCompiler extends PostgresQueryCompiler {
  override compileQuery(...args: Parameters<PostgresQueryCompiler["compileQuery"]>): CompiledQuery {
    const query = super.compileQuery(...args);
    return { ...query, parameters: query.parameters.map(withoutNul) };
  }
}

function withoutNul(value: unknown): unknown {
  return typeof value === "string" && value.includes("\0") ? value.replace(NUL, "\ufffd") : value;
}
