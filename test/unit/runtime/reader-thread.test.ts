import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createReaderThread } from "../../../adapters/runtime/reader-thread.ts";
import type { DocumentReader } from "../../../src/ports/document-reader.ts";
import type { Clock } from "../../../src/ports/runtime.ts";
import { temporaryFolder } from "../../flows/temporary-folder.ts";

const folder = temporaryFolder();
const parseThread = join(import.meta.dirname, "../../../src/parse-thread.ts");
const bytes = (text: string) => new TextEncoder().encode(text);
const about = (path: string) => ({ articleId: path, source: "표본", path });
const never: Clock = { now: () => 0, sleep: () => new Promise(() => {}), every: () => async () => {} };

let reader: DocumentReader;
afterEach(() => reader.close());

/** A module that does what it is told by the document's text. */
function threadThat(): string {
  const path = join(folder, `thread-${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(
    path,
    `import { parentPort } from "node:worker_threads";
     parentPort.on("message", ({ number, bytes }) => {
       const text = new TextDecoder().decode(bytes);
       if (text === "hang") for (;;) {}
       if (text === "fail") throw new Error("out of memory");
       parentPort.postMessage({ number, read: { article: null, warnings: [text] } });
     });`,
  );
  return path;
}

describe("the reader's thread", () => {
  it("reads documents as they are read elsewhere", async () => {
    reader = createReaderThread(parseThread, never);
    const [first, second] = await Promise.all([
      reader.document(bytes("# 하나\n\n하나는 하나다."), about("a.md")),
      reader.document(bytes(""), about("b.md")),
    ]);
    expect(first.article?.title).toBe("하나");
    expect(first.article?.sections[0]?.body).toBe("하나는 하나다.");
    expect(second).toMatchObject({ article: null, warnings: [expect.stringContaining("b.md is empty")] });
  });

  it("gives up a document that takes too long, and reads the next one", async () => {
    let timeIsUp = () => {};
    const clock: Clock = {
      ...never,
      sleep: () =>
        new Promise((resolve) => {
          timeIsUp = resolve;
        }),
    };
    reader = createReaderThread(threadThat(), clock);
    const stuck = reader.document(bytes("hang"), about("a.md"));
    const next = reader.document(bytes("fine"), about("b.md"));
    await new Promise((resolve) => setImmediate(resolve));
    timeIsUp();
    expect((await stuck).warnings).toEqual(["a.md could not be read: it took longer than 20 seconds."]);
    expect((await next).warnings).toEqual(["fine"]);
  });

  it("says that it failed, and goes on with a new thread", async () => {
    reader = createReaderThread(threadThat(), never);
    expect((await reader.document(bytes("fail"), about("a.md"))).warnings).toEqual([
      "a.md could not be read: the reader failed (out of memory).",
    ]);
    expect((await reader.document(bytes("fine"), about("b.md"))).warnings).toEqual(["fine"]);
  });

  it("leaves what is under way unread when it is closed: that says nothing about the document", async () => {
    reader = createReaderThread(threadThat(), never);
    const stuck = reader.document(bytes("hang"), about("a.md"));
    const refused = expect(stuck).rejects.toThrow("The bot is stopping.");
    await new Promise((resolve) => setImmediate(resolve));
    await reader.close();
    await refused;
  });
});
