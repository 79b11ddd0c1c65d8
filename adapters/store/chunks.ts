// SQLite takes 32,766 variables in a statement, PostgreSQL 65,535. Far below both, statements stay cheap to compile.
const maxVariables = 8_000;

/** Runs `execute` over slices of `values` that fit into one statement, in order; never on an empty slice. */
export async function inChunks<T>(
  values: readonly T[],
  variablesPerValue: number,
  execute: (chunk: readonly T[]) => Promise<unknown>,
): Promise<void> {
  await inSlices(values, Math.floor(maxVariables / variablesPerValue), execute);
}

/** Runs `execute` over slices of at most `size` values, in order; never on an empty slice. */
export async function inSlices<T>(
  values: readonly T[],
  size: number,
  execute: (slice: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < values.length; start += size) {
    await execute(values.slice(start, start + size));
  }
}
