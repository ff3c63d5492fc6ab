import { describe, expect, test } from "@jest/globals";
import { studentT } from "../../src/analysis/studentT.ts";

describe("studentT", () => {
  // Published tables, e.g. Abramowitz & Stegun table 26.10.
  test.each([
    [10, 1.372, 2.228],
    [20, 1.325, 2.086],
    [40, 1.303, 2.021],
    [120, 1.289, 1.98],
  ])("%d degrees of freedom", (df, t80, t95) => {
    expect(Math.abs(studentT(80, df) - t80)).toBeLessThan(0.0006);
    expect(Math.abs(studentT(95, df) - t95)).toBeLessThan(0.0006);
  });

  test("is right to 0.001 with the fewest degrees of freedom a projection has", () => {
    expect(Math.abs(studentT(80, 7) - 1.414924)).toBeLessThan(0.0001);
    expect(Math.abs(studentT(95, 7) - 2.364624)).toBeLessThan(0.001);
  });

  test("needs one degree of freedom", () => {
    expect(() => studentT(80, 0.5)).toThrow(RangeError);
    expect(() => studentT(80, Number.NaN)).toThrow(RangeError);
  });
});
