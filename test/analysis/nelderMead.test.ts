import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { nelderMead } from "../../src/analysis/nelderMead.ts";

describe("nelderMead", () => {
  test("finds the bottom of a bowl in one to four dimensions", () => {
    for (const bottom of [[2], [2, -1], [0.5, 3, -2], [1, -1, 2, 0]]) {
      const bowl = (x: readonly number[]) =>
        1 + x.reduce((total, v, i) => total + (i + 1) * (v - (bottom[i] ?? 0)) ** 2, 0);
      const found = nelderMead(
        bowl,
        bottom.map(() => 0),
        1,
      );
      expect(found.value).toBeCloseTo(1, 6);
      for (const [i, v] of found.x.entries()) expect(Math.abs(v - (bottom[i] ?? 0))).toBeLessThan(1e-3);
    }
  });

  test("follows Rosenbrock's valley", () => {
    const valley = ([a = 0, b = 0]: readonly number[]) => 1 + (1 - a) ** 2 + 100 * (b - a * a) ** 2;
    expect(nelderMead(valley, [-1.2, 1], 0.5).value).toBeCloseTo(1, 6);
  });

  test("never gives more than it was given", () => {
    const rough = ([a = 0, b = 0]: readonly number[]) =>
      Math.sin(5 * a) * Math.cos(3 * b) + 0.1 * (a * a + b * b);
    const anywhere = fc.tuple(
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
    );
    fc.assert(fc.property(anywhere, (start) => nelderMead(rough, start, 1).value <= rough(start)));
  });

  test("a plain has no lower place", () => {
    expect(nelderMead(() => 3, [1, 1], 1)).toEqual({ x: [1, 1], value: 3 });
  });
});
