import { createHmac } from "node:crypto";
import { request } from "node:http";

export interface Signing {
  /** Sign with another secret than the app's. */
  readonly wrongly?: boolean;
  /** Let the time in the signature be this old. */
  readonly ageSeconds?: number;
}

export interface SignedPost {
  readonly url: string;
  readonly body: string;
  readonly contentType: string;
  readonly secret: string;
  readonly signing: Signing;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

export type PostOutcome =
  | { readonly status: number; readonly body: string; readonly headers: Readonly<Record<string, unknown>> }
  | { readonly failure: "http_timeout" | "connection_failed" };

/** One signed request as Slack sends it, on a connection of its own. */
export function postSigned(post: SignedPost): Promise<PostOutcome> {
  // The app checks signatures against the real time, so the held clock plays no part here.
  const time = String(Math.floor(Date.now() / 1000) - (post.signing.ageSeconds ?? 0));
  const secret = post.signing.wrongly ? `${post.secret}-not` : post.secret;
  const signature = createHmac("sha256", secret).update(`v0:${time}:${post.body}`).digest("hex");
  return new Promise((resolve) => {
    const sent = request(post.url, {
      method: "POST",
      agent: false,
      headers: {
        "content-type": post.contentType,
        "content-length": Buffer.byteLength(post.body),
        "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        "x-slack-request-timestamp": time,
        "x-slack-signature": `v0=${signature}`,
        ...post.headers,
      },
    });
    const timer = setTimeout(() => {
      resolve({ failure: "http_timeout" });
      sent.destroy();
    }, post.timeoutMs);
    const end = (outcome: PostOutcome) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    sent.on("error", () => end({ failure: "connection_failed" }));
    sent.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", () => end({ failure: "connection_failed" }));
      response.on("end", () => {
        const { statusCode = 0, headers } = response;
        end({ status: statusCode, body: Buffer.concat(chunks).toString("utf8"), headers });
      });
    });
    sent.end(post.body);
  });
}
