import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { transformed, transformFor, untransformed } from "../../src/analysis/transform.ts";

describe("transform", () => {
  test("is logarithmic unless there is a zero", () => {
    expect(transformFor([3, 1, 0.1])).toBe("log");
    expect(transformFor([3, 0, 1])).toBe("square-root");
    expect(transformed("log", Math.E)).toBe(1);
    expect(transformed("square-root", 0.625)).toBe(2);
  });

  test("comes back to where it was, and never below 0", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e6, noNaN: true }), (value) => {
        for (const transform of ["log", "square-root"] as const)
          expect(untransformed(transform, transformed(transform, value)) / value).toBeCloseTo(1, 9);
      }),
    );
    expect(untransformed("square-root", -3)).toBe(0);
    expect(untransformed("square-root", transformed("square-root", 0))).toBe(0);
  });
});
