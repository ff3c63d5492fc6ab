import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { exactSum, roundDecimal, roundRatio, wholeRatio } from "../../src/analysis/rounding.ts";
import { breakdown, projections } from "./breakdownTable.ts";

/** Every percentage of the paper's two tables of change: 62. Half to even would print 1.2 for 81 after 80. */
const changes = [
  ...breakdown.map(([, current, previous, change]) => [previous, current, change] as const),
  ...breakdown.map(([, current, , , lastYear, change]) => [lastYear, current, change] as const),
  ...projections.map(([, lastYear, current, change]) => [lastYear, current, change] as const),
];

test("the paper prints 62 changes", () => {
  expect(changes).toHaveLength(62);
});

describe("roundDecimal", () => {
  test.each([
    [1.005, 2, "1.01"],
    [2.675, 2, "2.68"],
    [0.5, 0, "1"],
    [2.5, 0, "3"],
    [-2.5, 0, "-3"],
    [-0.04, 1, "0.0"],
    [0, 2, "0.00"],
    [-0, 0, "0"],
    [3738, 1, "3738.0"],
    [0.05, 1, "0.1"],
    [0.049999, 1, "0.0"],
    [99.95, 1, "100.0"],
    [1e-7, 6, "0.000000"],
    [5e-7, 6, "0.000001"],
    [1.5e21, 0, "1500000000000000000000"],
    [1.25e-3, 4, "0.0013"],
  ])("%d to %d decimals is %s", (value, decimals, text) => {
    expect(roundDecimal(value, decimals)).toEqual({ text, value: Number(text) });
  });

  test("goes up where toFixed sees the binary fraction below the half", () => {
    expect((1.005).toFixed(2)).toBe("1.00");
    expect(roundDecimal(1.005, 2).text).toBe("1.01");
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])("%d is refused", (value) => {
    expect(() => roundDecimal(value, 1)).toThrow(`a finite number is needed, got ${value}`);
  });

  test.each([-1, 0.5])("%d decimals are refused", (decimals) => {
    expect(() => roundDecimal(1, decimals)).toThrow(RangeError);
  });
});

describe("roundRatio", () => {
  test.each(changes)("prints the paper's change from %d to %d as %s%%", (base, current, text) => {
    expect(roundRatio(100 * (current - base), base, 1).text).toBe(text);
  });

  test("an exact half goes away from zero: 29 of 40 is 73%, and 1 in 80 is 1.3%", () => {
    expect(roundRatio(100 * 29, 40, 0).text).toBe("73");
    expect(roundRatio(-100 * 29, 40, 0).text).toBe("-73");
    expect(roundRatio(100, 80, 1).text).toBe("1.3");
  });

  test("takes decimals as they are written: 0.15 / 0.1 is exactly one and a half", () => {
    expect(0.15 / 0.1).toBeLessThan(1.5);
    expect(roundRatio(0.15, 0.1, 0).text).toBe("2");
  });

  test("nothing is divided by 0", () => {
    expect(() => roundRatio(1, 0, 1)).toThrow("nothing can be divided by 0");
  });
});

const counts = fc.integer({ min: -1_000_000, max: 1_000_000 });
const bases = fc.integer({ min: 1, max: 1_000_000 });
const places = fc.integer({ min: 0, max: 4 });

describe("every rounding", () => {
  test("lies within half of the last decimal, and at the half it is the larger one", () => {
    fc.assert(
      fc.property(counts, bases, places, (n, d, decimals) => {
        const units = BigInt(roundRatio(n, d, decimals).text.replace(".", ""));
        const error = 2n * (units * BigInt(d) - BigInt(n) * 10n ** BigInt(decimals)) * (n < 0 ? -1n : 1n);
        expect(error > -BigInt(d) && error <= BigInt(d)).toBe(true);
      }),
    );
  });

  test("mirrors at zero and does not know the sign's place", () => {
    fc.assert(
      fc.property(counts, bases, places, (n, d, decimals) => {
        expect(roundRatio(-n, d, decimals).value + roundRatio(n, d, decimals).value).toBe(0);
        expect(roundRatio(n, -d, decimals).text).toBe(roundRatio(-n, d, decimals).text);
      }),
    );
  });

  test("of a computed percentage is that of its ratio", () => {
    fc.assert(
      fc.property(counts, bases, places, (n, d, decimals) => {
        expect(roundDecimal((100 * n) / d, decimals).text).toBe(roundRatio(100 * n, d, decimals).text);
      }),
    );
  });

  test("has exactly its decimals, and rounding it again changes nothing", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), places, (value, decimals) => {
        const { text, value: number } = roundDecimal(value, decimals);
        expect(text).toMatch(decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${decimals}}$`));
        expect(roundDecimal(number, decimals).text).toBe(text);
      }),
    );
  });

  test("keeps the order of the values", () => {
    const value = fc.double({ noNaN: true, min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(value, value, places, (a, b, decimals) => {
        expect(
          roundDecimal(Math.min(a, b), decimals).value <= roundDecimal(Math.max(a, b), decimals).value,
        ).toBe(true);
      }),
    );
  });
});

describe("decimal numbers as quotients of whole ones", () => {
  test.each([
    [8.02, 802, 100],
    [-0.5, -5, 10],
    [17, 17, 1],
    [0, 0, 1],
    [1e-7, 1, 10_000_000],
    [2e21, 2e21, 1],
  ])("%d is %d / %d", (value, numerator, denominator) => {
    expect(wholeRatio(value)).toEqual({ numerator, denominator });
  });

  test("a sum keeps nothing of binary fractions", () => {
    expect(exactSum([0.1, 0.2])).toEqual({ numerator: 3, denominator: 10 });
    expect(exactSum([8.02, -8])).toEqual({ numerator: 2, denominator: 100 });
    expect(exactSum([])).toEqual({ numerator: 0, denominator: 1 });
    expect(() => exactSum([1, Number.NaN])).toThrow(RangeError);
  });

  test("a sum of hundredths is the sum of their hundreds, in any order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { maxLength: 40 }), (hundredths) => {
        const { numerator, denominator } = exactSum(hundredths.map((h) => h / 100));
        const total = hundredths.reduce((a, b) => a + b, 0);
        expect(roundRatio(numerator, denominator, 2)).toEqual(roundRatio(total, 100, 2));
        expect(exactSum(hundredths.map((h) => h / 100).reverse())).toEqual({ numerator, denominator });
      }),
    );
  });
});
