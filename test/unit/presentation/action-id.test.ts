import { expect, it } from "vitest";
import { actionId, readActionId } from "../../../src/presentation/action-id.ts";

it.each([
  { name: "sources", about: "0123456789abcdef" },
  { name: "page", about: "answer.0123456789abcdef.r/2" },
  { name: "article", about: "" },
  { name: "section", about: "a|b" },
] as const)("%o comes back, and fits into a button", (action) => {
  expect(readActionId(actionId(action))).toEqual(action);
  expect(actionId(action).length).toBeLessThanOrEqual(100);
});

it.each(["", "pd", "pd|explode|1", "other|sources|1"])("%j is nobody's action", (id) => {
  expect(readActionId(id)).toBeNull();
});
