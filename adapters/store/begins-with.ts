import { type RawBuilder, type SqlBool, sql } from "kysely";

/**
 * Whether a text column begins with exactly `prefix`. LIKE would not do, as it ignores case in SQLite only, and a range
 * of keys would depend on the collation.
 */
export function beginsWith(column: string, prefix: string): RawBuilder<SqlBool> {
  const start = prefix.toWellFormed();
  // Both databases count code points.
  const length = [...start].length;
  return sql<SqlBool>`substr(${sql.ref(column)}, 1, ${length}) = ${start}`;
}
