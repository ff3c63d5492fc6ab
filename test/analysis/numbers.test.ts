import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { compare, mean } from "../../src/analysis/numbers.ts";

test("compare: a billionth of the larger number, or of 1, is on the line", () => {
  expect(compare(15.32 + 1e-9, 15.32)).toBe(0);
  expect(compare(1e6 + 0.0005, 1e6)).toBe(0);
  expect(compare(1e6 + 0.002, 1e6)).toBe(1);
  expect(compare(0.1 + 0.2, 0.3)).toBe(0);
  expect(compare(-3, -2)).toBe(-1);
});

test("mean: the second pass takes out the noise, so a constant series has its own value as mean", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 60 }), (tenths, n) => {
      const value = tenths / 10;
      expect(compare(mean(Array.from({ length: n }, () => value)) ?? Number.NaN, value)).toBe(0);
    }),
  );
  expect(mean([0.1, 0.1, 0.1])).toBe(0.1);
  expect((0.1 + 0.1 + 0.1) / 3).not.toBe(0.1);
});

test("mean of none is null", () => {
  expect(mean([])).toBeNull();
});
