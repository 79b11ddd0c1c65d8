import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface NewsServer {
  /** http://127.0.0.1:<port> */
  readonly base: string;
  /** What a path answers from now on. */
  serve(path: string, page: { readonly type: string; readonly body: string | Buffer; readonly etag?: string }): void;
  fail(path: string, status: number, headers?: Record<string, string>): void;
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

/** A small site with feeds on a free port of 127.0.0.1. */
export async function startNewsServer(): Promise<NewsServer> {
  const pages = new Map<string, { status: number; headers: Record<string, string>; body: string | Buffer }>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    asked.push(path);
    const page = pages.get(path);
    if (!page) return void response.writeHead(404).end();
    const { etag } = page.headers;
    if (etag !== undefined && request.headers["if-none-match"] === etag) return void response.writeHead(304).end();
    response.writeHead(page.status, page.headers).end(page.body);
  });
  for (let attempt = 0; !server.listening; attempt++) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    await new Promise<void>((resolve, reject) => {
      server.once("error", (error) => (attempt < 20 ? resolve() : reject(error)));
      server.listen(port, "127.0.0.1", () => resolve());
    });
  }
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    serve(path, { type, body, etag }) {
      pages.set(path, { status: 200, headers: { "content-type": type, ...(etag ? { etag } : {}) }, body });
    },
    fail: (path, status, headers = {}) => void pages.set(path, { status, headers, body: "" }),
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
