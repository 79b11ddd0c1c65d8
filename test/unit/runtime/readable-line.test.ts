import { expect, it } from "vitest";
import { readableLine } from "../../../adapters/runtime/readable-line.ts";

it("shows nothing that a terminal would obey, and a stack on lines of its own", () => {
  const event = {
    level: 50,
    time: 0,
    msg: "a\nb\u001b[2J",
    path: "c\u202e",
    err: { stack: "Error: d\u001b[2J\n  at e\u009b" },
  };
  expect(readableLine(JSON.stringify(event), "UTC")).toBe(
    "00:00:00 ERROR a b[2J path=c\n    Error: d[2J\n      at e\n",
  );
});
