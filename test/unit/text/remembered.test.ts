import { expect, it } from "vitest";
import { Remembered } from "../../../src/text/remembered.ts";

it("makes a thing once for each object", () => {
  const lengths = new Remembered<{ text: string }, number[]>();
  const asked = { text: "등대" };
  const made = lengths.of(asked, () => [asked.text.length]);
  expect(made).toEqual([2]);
  expect(lengths.of(asked, () => [99])).toBe(made);
  expect(lengths.of({ text: "등대" }, () => [3])).toEqual([3]);
});

it("keeps apart what different ones made of one object", () => {
  const asked = {};
  const [one, other] = [new Remembered<object, string>(), new Remembered<object, string>()];
  expect(one.of(asked, () => "하나")).toBe("하나");
  expect(other.of(asked, () => "둘")).toBe("둘");
});

it("shows in no copy, comparison or list of the object", () => {
  const asked = { text: "등대" };
  const lengths = new Remembered<{ text: string }, number>();
  lengths.of(asked, () => 2);
  expect(asked).toEqual({ text: "등대" });
  expect(JSON.stringify(asked)).toBe('{"text":"등대"}');
  expect(lengths.of({ ...asked, text: "등대지기" }, () => 4)).toBe(4);
});
