import type { Script } from "../text/words.ts";

/** Scripts whose compounds are written without spaces. */
export function isSyllabic(script: Script): boolean {
  return script === "hangul" || script === "han" || script === "kana";
}
