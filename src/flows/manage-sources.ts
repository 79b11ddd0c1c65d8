import type { ArticleSource } from "../ports/article-source.ts";
import type { Origin } from "../ports/article-store.ts";
import type { Ports } from "../ports/ports.ts";
import type { Clock } from "../ports/runtime.ts";
import type { FeedState, Source } from "../ports/source-store.ts";
import type { Store } from "../ports/store.ts";
import type { WebFetch } from "../ports/web-fetch.ts";
import { hasScheme } from "../text/has-scheme.ts";
import { onOneLine } from "../text/plain.ts";
import { readableHost } from "../text/readable-host.ts";
import { withWayIn } from "./let-in.ts";
import { overlap } from "./overlap.ts";
import { nameRefusal, sourceName } from "./source-name.ts";

/** Thrown where a source cannot be managed as asked: one sentence for the operator. */
export class SourceProblem extends Error {
  override readonly name = "SourceProblem";

  constructor(message: string) {
    super(onOneLine(message));
  }
}

export interface ListedSource {
  readonly source: Source;
  /** Null for folders. */
  readonly state: FeedState | null;
}

interface SourceServices {
  readonly store: Store;
  readonly clock: Clock;
  readonly fetch: Pick<WebFetch, "refusalOf">;
  readonly openFolder: Ports["openFolder"];
  readonly openArticles: Ports["openArticles"];
}

interface Wanted {
  readonly name?: string;
  /** The linked page is read where a feed gives a summary only. */
  readonly fullText?: boolean;
}

/** Follows a feed (http, https) or a folder from now on. A bot that runs takes notice by itself. */
export async function addSource(location: string, wanted: Wanted, services: SourceServices): Promise<Source> {
  const isFeed = hasScheme(location);
  const { store, clock } = services;
  const place = isFeed
    ? feedPlace(location, wanted.name, services)
    : await folderPlace(location, wanted.name, services);
  const sources = await store.sources();
  const taken = sources.find(({ name }) => name === place.name);
  if (taken && taken.location !== place.location) {
    throw new SourceProblem(`"${place.name}" is the name of ${taken.location} already. Give another with --name.`);
  }
  const followed = sources.find((other) => other.location === place.location);
  if (followed && followed.name !== place.name) {
    throw new SourceProblem(`${place.location} is followed already, as "${followed.name}". Remove that first.`);
  }
  const origin = (await store.origins()).find(({ name }) => name === place.name);
  if (isFeed && origin && origin.location !== place.location) {
    throw new SourceProblem(
      `Articles named "${place.name}" are stored from ${origin.location}. Give another name with --name.`,
    );
  }
  const source: Source = {
    ...place,
    paused: false,
    fullText: wanted.fullText ?? taken?.fullText ?? false,
    addedAt: taken?.addedAt ?? new Date(clock.now()).toISOString(),
  };
  await store.putSource(source);
  if (taken?.paused) await forgetFailures(source.name, store, clock);
  return source;
}

function feedPlace(
  location: string,
  name: string | undefined,
  { fetch }: SourceServices,
): Pick<Source, "kind" | "name" | "location"> {
  if (!/^https?:/i.test(location)) {
    throw new SourceProblem(`${location} is no address of a feed. It begins with https:// or http://.`);
  }
  const url = URL.parse(location);
  // Not repeated, since it may hold a password.
  if (url === null) throw new SourceProblem("That address cannot be read. Check its host and its port.");
  if (url.username !== "" || url.password !== "") {
    throw new SourceProblem("An address with a user name or a password is not kept. Leave them out.");
  }
  const refusal = fetch.refusalOf(url.href);
  if (refusal !== null) throw new SourceProblem(withWayIn(refusal));
  return { kind: "feed", name: checkedName(name ?? readableHost(url)), location: url.href };
}

async function folderPlace(
  location: string,
  name: string | undefined,
  { openArticles, openFolder, store }: SourceServices,
): Promise<Pick<Source, "kind" | "name" | "location">> {
  const opened = await openFolder(location, await store.origins(), name, "--name");
  if (opened.oneDocument)
    throw new SourceProblem(`${location} is one file. Name a folder, or read the file in once with ingest.`);
  if (opened.watch === null)
    throw new SourceProblem(`${location} lies in the folder "${opened.origin.name}", which is stored already.`);
  // Where it is away it is not the folder that was just opened.
  const own = await openArticles?.(await store.origins()).catch(() => null);
  const place = opened.origin.location;
  if (own?.complete && own.origin.location === place) {
    // Removing it again would take articles away that the next start reads.
    throw new SourceProblem(`${location} is the folder of ARTICLES_DIR, which a running bot follows already.`);
  }
  // Files that two sources hold would be read twice, and answer twice.
  const read = [...(own?.complete ? [own.origin] : []), ...(await foldersRead(store))];
  const other = read.find((each) => each.location !== place && overlap(each.location, place));
  if (other) {
    throw new SourceProblem(
      `${location} and ${other.location}, which is read already as "${other.name}", hold the same files. Remove that first, or name another folder.`,
    );
  }
  return { kind: "folder", name: checkedName(opened.origin.name), location: place };
}

/** Folders that are followed, or of which articles are stored. */
async function foldersRead(store: Store): Promise<Origin[]> {
  const folders: Origin[] = (await store.sources()).filter(({ kind }) => kind === "folder");
  for (const origin of await store.origins()) {
    if (!hasScheme(origin.location) && (await store.contentHashes(origin.name)).size > 0) folders.push(origin);
  }
  return folders;
}

function checkedName(name: string): string {
  const checked = sourceName(name);
  if (checked === null) throw new SourceProblem(nameRefusal(name, "--name"));
  return checked;
}

/** Articles that no source brings: the samples, those of ARTICLES_DIR, what was read in once or delivered. */
export interface OtherArticles {
  readonly name: string;
  readonly location: string;
  readonly articles: number;
}

export interface StoredSources {
  readonly followed: readonly ListedSource[];
  readonly others: readonly OtherArticles[];
}

export async function listSources(store: Store): Promise<StoredSources> {
  const followed: ListedSource[] = [];
  for (const source of await store.sources()) {
    followed.push({ source, state: source.kind === "feed" ? await store.feedState(source.name) : null });
  }
  const others: OtherArticles[] = [];
  for (const { name, location } of await store.origins()) {
    if (followed.some(({ source }) => source.name === name)) continue;
    const articles = (await store.contentHashes(name)).size;
    if (articles > 0) others.push({ name, location, articles });
  }
  return { followed, others };
}

/** Throws SourceProblem where there is no such source. */
export async function pauseSource(
  name: string,
  paused: boolean,
  { store, clock }: Pick<SourceServices, "store" | "clock">,
): Promise<void> {
  const source = await sourceNamed(name, store);
  if (!paused) await forgetFailures(name, store, clock);
  await store.putSource({ ...source, paused });
}

/** A source that is read again has as much time as a new one. Of folders nothing is kept. */
async function forgetFailures(name: string, store: Store, clock: Clock): Promise<void> {
  const state = await store.feedState(name);
  if (!state) return;
  const nowIso = new Date(clock.now()).toISOString();
  const failingSince = state.failingSince && nowIso;
  await store.putFeedState(name, { ...state, failures: 0, failingSince, warnedAt: null, nextAt: nowIso });
}

/**
 * Its articles go too. What was read in once, and is not followed, is removed as well. Throws SourceProblem where
 * nothing has this name.
 */
export async function removeSource(name: string, store: Store): Promise<void> {
  const origin = (await store.origins()).find((each) => each.name === name);
  const isFollowed = (await store.sources()).some((each) => each.name === name);
  if (!origin && !isFollowed) await sourceNamed(name, store);
  if (isFollowed) await store.removeSource(name);
  else if (origin) await store.commit(origin, [], [...(await store.contentHashes(name)).keys()]);
}

/** The setting for which a bot reads articles of this name again after they were removed; null where none does. */
export async function readAgainBy(
  name: string,
  {
    store,
    openArticles,
    openSamples,
    withSamples,
  }: Pick<Ports, "openArticles" | "openSamples" | "withSamples"> & {
    readonly store: Store;
  },
): Promise<"SAMPLE_ARTICLES" | "ARTICLES_DIR" | null> {
  const known = await store.origins();
  const nameOf = (opening: Promise<ArticleSource> | undefined) =>
    opening?.then(
      ({ origin }) => origin.name,
      () => null,
    );
  if (withSamples && (await nameOf(openSamples(known))) === name) return "SAMPLE_ARTICLES";
  return (await nameOf(openArticles?.(known))) === name ? "ARTICLES_DIR" : null;
}

async function sourceNamed(name: string, store: Store): Promise<Source> {
  const sources = await store.sources();
  const source = sources.find((each) => each.name === name);
  if (source) return source;
  const known =
    sources.length === 0 ? "There are none yet" : `Known are ${sources.map((each) => each.name).join(", ")}`;
  throw new SourceProblem(`There is no source named "${name}". ${known}.`);
}
