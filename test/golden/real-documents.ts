import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The folder of real documents, which are not ours to keep in the repository; null where it is not set. */
export const shared: string | null = process.env["POLICYDESK_SHARED"] || null;

/** Unpacks the posts into a folder; their paths by name. */
export function postsIn(folder: string): string[] {
  if (!existsSync(join(folder, "posts"))) {
    mkdirSync(folder, { recursive: true });
    execFileSync("tar", ["-xzf", join(shared ?? "", "data/posts.tar.gz"), "-C", folder]);
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** `count` of the items, as far from each other as may be; all of them where there are fewer. */
export function evenly<Item>(items: readonly Item[], count: number): Item[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)] as Item);
}
