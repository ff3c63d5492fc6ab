import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { leastSquares } from "../../src/analysis/leastSquares.ts";

describe("leastSquares", () => {
  test("a straight line through four points", () => {
    // y = 1.5 + 1.4 x for (0, 1), (1, 4), (2, 4), (3, 5.4), by hand: sums 6, 14.4, 14, 28.2.
    const columns = [Float64Array.of(1, 1, 1, 1), Float64Array.of(0, 1, 2, 3)];
    const [height, slope] = leastSquares(columns, Float64Array.of(1, 4, 4, 5.4)) ?? [];
    expect(slope).toBeCloseTo(1.32, 8);
    expect(height).toBeCloseTo(1.62, 8);
  });

  test("leaves nothing that the columns could still explain", () => {
    const values = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 6, maxLength: 6 });
    const columns = [
      Float64Array.of(1, 2, 0, 1, 0, 1),
      Float64Array.of(0, 1, 3, 1, 1, 0),
      Float64Array.of(1, 0, 0, 0, 2, 2),
    ];
    fc.assert(
      fc.property(values, (target) => {
        const weights = leastSquares(columns, Float64Array.from(target)) ?? [];
        const left = target.map((value, t) =>
          columns.reduce((rest, column, j) => rest - (weights[j] ?? 0) * (column[t] ?? 0), value),
        );
        for (const column of columns)
          expect(left.reduce((total, value, t) => total + value * (column[t] ?? 0), 0)).toBeCloseTo(0, 6);
      }),
    );
  });

  test("gives null where a column is nothing", () => {
    expect(leastSquares([Float64Array.of(0, 0)], Float64Array.of(1, 2))).toBeNull();
  });
});
