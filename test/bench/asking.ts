import { islandName } from "../arrivals/islands.ts";
import { signedHeaders } from "../arrivals/signed-delivery.ts";

// What is asked of running processes, and delivered to them.

export const WEBHOOK_SECRET = "a-secret-of-the-webhook";

interface Asked {
  readonly hits: readonly { readonly articleId: string }[];
}

export async function ask(base: string, question: string, conversation?: string): Promise<Asked> {
  const response = await fetch(`${base}/api/ask`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ question, conversation }),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as Asked;
}

/** The article with this number, as it is delivered. */
export function delivered(i: number): { readonly id: string; readonly title: string; readonly body: string } {
  const name = islandName(i);
  return { id: `b${i}`, title: `${name} 소식`, body: `${name}은 소금을 ${1000 + i}톤 팔았다.` };
}

/** Resolves when it is accepted. */
export async function deliver(base: string, i: number): Promise<void> {
  const body = JSON.stringify(delivered(i));
  const response = await fetch(`${base}/api/articles`, {
    method: "POST",
    body,
    headers: {
      "Content-Type": "application/json",
      ...signedHeaders(body, WEBHOOK_SECRET, Math.floor(Date.now() / 1000)),
    },
  });
  if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`);
}

/** Whether the article with this number is the first thing found. */
export async function isFound(base: string, i: number): Promise<boolean> {
  const { hits } = await ask(base, `${islandName(i)}은 소금을 몇 톤 팔았어?`);
  return hits[0]?.articleId === `webhook/b${i}`;
}
