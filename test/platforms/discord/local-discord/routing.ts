import type { World } from "./world.ts";

export interface Call {
  readonly world: World;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export interface Route {
  readonly method: string;
  /** With names in braces where an id stands. */
  readonly template: string;
  readonly handle: (call: Call) => Answer;
  /** Routes that an interaction's token opens need no bot token. */
  readonly open?: boolean;
}

export const noContent: Answer = { status: 204 };
export const ok = (body: unknown): Answer => ({ status: 200, body });

/** Matches a path to a template such as /channels/{channel_id}. */
export function matcherOf(template: string): (path: string) => Record<string, string> | null {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const pattern = new RegExp(`^${template.replace(/\{\w+\}/g, "([^/]+)")}$`);
  return (path) => {
    const match = pattern.exec(path);
    return match && Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(match[at + 1] ?? "")]));
  };
}

/** Finds among templates the one that names the path most exactly. */
export function byExactness(one: { template: string }, other: { template: string }): number {
  const holes = ({ template }: { template: string }) => template.split("{").length;
  return holes(one) - holes(other);
}

/** A path parameter; the template holds it. */
export function param(call: Call, name: string): string {
  return call.params[name] ?? "";
}
