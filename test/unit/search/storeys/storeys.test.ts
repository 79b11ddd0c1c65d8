import { describe, it } from "vitest";
import { checkStoreys } from "./check-storeys.ts";

describe("wherever articles lie, scores are those of the oracle to the bit", () => {
  it.each<[sealedBefore: number, seed: number]>(
    [0, 0.5, 1].flatMap((share) => [1, 2, 3, 4].map((seed): [number, number] => [share, seed])),
  )("%f sealed at first, seed %i", (sealedBefore, seed) => {
    checkStoreys({ seed, steps: 120, articlesBefore: 60, sealedBefore });
  });
});
