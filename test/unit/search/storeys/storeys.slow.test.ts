import { describe, it } from "vitest";
import { checkStoreys } from "./check-storeys.ts";

describe("wherever articles lie, scores are those of the oracle to the bit", () => {
  it.each([0, 0.5, 1])("%f sealed at first, fifty courses", (sealedBefore) => {
    for (let seed = 100; seed < 150; seed++) checkStoreys({ seed, steps: 300, articlesBefore: seed, sealedBefore });
  });
});
