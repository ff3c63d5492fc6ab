import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { withoutPredictor } from "../../../src/pdf/outside/predictor.ts";

test("rows come back from each kind of difference", () => {
  // Worked by hand from PNG, 9.2 and 9.4: none, left, above, half of both, nearest of three.
  const rows = [
    [0, 10, 20, 30],
    [1, 10, 10, 10],
    [2, 1, 1, 1],
    [3, 5, 5, 5],
    [4, 1, 2, 3],
  ];
  expect([...withoutPredictor(Uint8Array.from(rows.flat()), 3)]).toEqual([
    10, 20, 30, 10, 20, 30, 11, 21, 31, 10, 20, 30, 11, 22, 33,
  ]);
});

test("what was written as differences from the row above is what it was", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 4, maxLength: 4 }), { maxLength: 20 }), (rows) => {
      const written = rows.flatMap((row, i) => [
        2,
        ...row.map((byte, column) => byte - (rows[i - 1]?.[column] ?? 0)),
      ]);
      expect([...withoutPredictor(Uint8Array.from(written), 4)]).toEqual(rows.flatMap((row) => [...row]));
    }),
  );
});
