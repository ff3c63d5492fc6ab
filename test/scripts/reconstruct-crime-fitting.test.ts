import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { settleAreas } from "../../scripts/reconstruct/crime/areas.ts";
import { countsOfRate } from "../../scripts/reconstruct/crime/districts.ts";
import { columnSums, fitted, rounded } from "../../scripts/reconstruct/crime/fitting.ts";

const rowSums = (table: readonly (readonly number[])[]): number[] =>
  table.map((row) => row.reduce((a, b) => a + b, 0));

/** Tables of whole numbers of one size, whose sums serve as what is asked for. */
const counts = fc.array(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 5, maxLength: 5 }), {
  minLength: 4,
  maxLength: 4,
});

describe("fitting", () => {
  test("a seed is fitted to any sums, and rounding keeps them", () => {
    fc.assert(
      fc.property(counts, counts, (seed, wanted) => {
        const table = rounded(fitted(seed, rowSums(wanted), columnSums(wanted)), () => true);
        expect(table.flat().every((n) => Number.isInteger(n) && n >= 0)).toBe(true);
        expect(rowSums(table)).toEqual(rowSums(wanted));
        expect(columnSums(table)).toEqual(columnSums(wanted));
      }),
      { numRuns: 50 },
    );
  });

  test("sums that contradict each other are refused", () => {
    expect(() => fitted([[1, 1]], [5], [2, 2])).toThrow("rows ask for 5, columns for 4");
  });
});

describe("settling", () => {
  test("a rate of 0.98 for 128,700 people is 126 offences, a rate of 0.00 may be none", () => {
    expect(countsOfRate(0.98, 128700)).toEqual([126]);
    expect(countsOfRate(0, 128700)).toEqual([0]);
  });

  test("the areas stray from their districts in as few groups as can be", () => {
    const group = (id: string, north: number) => ({ id, north, south: 50, least: 0, most: 999 });
    const settled = settleAreas([group("small", 10), group("large", 200)], { north: 207, south: 100 });
    expect([...settled]).toEqual([
      ["small", { north: 10, south: 50 }],
      ["large", { north: 197, south: 50 }],
    ]);
  });

  test("areas that no count near the districts adds up to are refused", () => {
    const group = { id: "one", north: 10, south: 10, least: 0, most: 99 };
    expect(() => settleAreas([group], { north: 30, south: 10 })).toThrow(RangeError);
  });
});
