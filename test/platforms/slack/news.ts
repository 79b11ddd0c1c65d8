import { expect } from "vitest";
import { signedHeaders } from "../../arrivals/signed-delivery.ts";
import { heldClock, NOW } from "../running-bot.ts";
import { type RunningSlack, type Starting, slackForTest } from "./running-slack.ts";

export { heldClock, NOW };

const SECRET = "a-secret-for-the-news";
let delivered = 0;

export interface News {
  readonly title: string;
  /** A paragraph. */
  readonly text: string;
  readonly source?: string;
  readonly categories?: readonly string[];
}

/** A bot that takes articles over its webhook. What is due later is sent when the clock is moved. */
export function slackWithNews(starting: Starting = {}): Promise<RunningSlack> {
  return slackForTest({ patient: true, ...starting, environment: { WEBHOOK_SECRET: SECRET, ...starting.environment } });
}

/** Delivers articles that are new; resolves when they are committed, with their addresses. */
export async function publish(running: RunningSlack, ...news: readonly News[]): Promise<string[]> {
  const { articles: before } = await running.store.status();
  const urls = await Promise.all(news.map((each) => deliver(running, each)));
  const status = () => running.store.status();
  await expect.poll(status, { timeout: 10_000, interval: 20 }).toMatchObject({ articles: before + news.length });
  return urls;
}

async function deliver({ base, clock }: RunningSlack, { title, text, source, categories = [] }: News) {
  delivered += 1;
  const url = `https://example.org/news/${delivered}`;
  const body = JSON.stringify({
    id: `news-${delivered}`,
    title,
    body: `<p>${text}</p>`,
    url,
    publishedAt: new Date(clock.now()).toISOString(),
    source: source ?? "항로 소식",
    categories,
  });
  const timestamp = Math.floor(clock.now() / 1000);
  const response = await fetch(`${base}/api/articles`, {
    method: "POST",
    body,
    headers: { "Content-Type": "application/json", ...signedHeaders(body, SECRET, timestamp) },
  });
  expect(response.status).toBe(202);
  return url;
}
