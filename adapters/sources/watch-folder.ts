import { sep } from "node:path";
import { watch } from "chokidar";
import type { SourceChange, SourceWatch } from "../../src/ports/article-source.ts";

/** A file is whole when it has not grown for this long. */
const WHOLE_AFTER_MS = 300;
const LOOK_EVERY_MS = 50;

/** Tells of files below `root` that were written, moved or removed; hidden ones and links are passed over. */
export async function watchFolder(
  root: string,
  toPath: (file: string) => string,
  onChange: (change: SourceChange) => Promise<void>,
): Promise<SourceWatch> {
  let changed = new Set<string>();
  let removed = new Set<string>();
  let telling: Promise<void> | null = null;
  // What happens while one batch is told makes up the next one.
  const tell = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    while (changed.size + removed.size > 0) {
      const change = { changed: [...changed], removed: [...removed] };
      [changed, removed] = [new Set(), new Set()];
      await onChange(change);
    }
    telling = null;
  };
  const note = (file: string, into: "changed" | "removed") => {
    const path = toPath(file);
    (into === "changed" ? removed : changed).delete(path);
    (into === "changed" ? changed : removed).add(path);
    telling ??= tell();
  };
  const watcher = watch(root, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path, stats) =>
      path !== root && ((path.split(sep).at(-1) ?? "").startsWith(".") || stats?.isSymbolicLink() === true),
    awaitWriteFinish: { stabilityThreshold: WHOLE_AFTER_MS, pollInterval: LOOK_EVERY_MS },
  });
  watcher.on("add", (file) => note(file, "changed"));
  watcher.on("change", (file) => note(file, "changed"));
  watcher.on("unlink", (file) => note(file, "removed"));
  // A folder that cannot be read is reported where its documents are listed.
  watcher.on("error", () => {});
  await new Promise<void>((resolve) => watcher.on("ready", () => resolve()));
  return {
    async stop() {
      await watcher.close();
      await telling;
    },
  };
}
