import type { Origin } from "../ports/article-store.ts";
import type { Audience, Telling } from "../ports/audience.ts";
import type { Store } from "../ports/store.ts";

/** Set while an origin is read for the first time, so that a reading that was cut short goes on being the first. */
const MARK = "first-reading";
/** When it began matters to nobody. */
const SOME_TIME = new Date(0).toISOString();

interface TellServices {
  readonly store: Store;
  /** Absent where nobody is told of anything. */
  readonly audience?: Audience;
}

/** Reads an origin whole. What it holds when it is read first is old news, however often that was begun. */
export async function tellOfOrigin<Report>(
  { name }: Origin,
  { store, audience }: TellServices,
  read: (telling: Telling | undefined) => Promise<Report>,
): Promise<Report> {
  if (!audience) return read(undefined);
  const place = `origin:${name}`;
  const isKnown = (await store.origins()).some((origin) => origin.name === name);
  const isNews = isKnown && (await store.settings(place)).every((setting) => setting.name !== MARK);
  if (!isKnown) {
    await store.putSettings(place, [{ name: MARK, value: "true", changedAt: SOME_TIME, changedBy: name }]);
  }
  const report = await read({ audience, isNews });
  if (!isNews) await store.dropSettings(place);
  return report;
}
