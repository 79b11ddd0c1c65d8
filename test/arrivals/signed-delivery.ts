import { createHmac } from "node:crypto";

/** The headers of a delivery to POST /api/articles. `id`: of a document that is delivered as it is. */
export function signedHeaders(
  body: string | Uint8Array,
  secret: string,
  timestamp: number | string,
  id: string | null = null,
): Record<string, string> {
  const named = id === null ? `${timestamp}.` : `${timestamp}.${id}.`;
  const signature = createHmac("sha256", secret).update(named).update(body).digest("hex");
  return { "X-PolicyDesk-Timestamp": String(timestamp), "X-PolicyDesk-Signature": `v1=${signature}` };
}
