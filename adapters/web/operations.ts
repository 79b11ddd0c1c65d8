import { Hono } from "hono";
import type { FrontDesk } from "../../src/ports/chat-platform.ts";

/** For whoever watches the process: /healthz says that it lives, /readyz that it can answer from everything stored. */
export function operations(desk: FrontDesk): Hono {
  const app = new Hono();
  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.get("/readyz", (c) => {
    const ready = desk.ready();
    const status = ready ? "ready" : "starting";
    return c.json({ status, revision: desk.revision() }, ready ? 200 : 503);
  });
  return app;
}
