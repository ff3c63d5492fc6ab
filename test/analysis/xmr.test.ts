import { describe, expect, test } from "@jest/globals";
import { xmrLimits } from "../../src/analysis/xmr.ts";

// The worked example of NHSRplotthedots 0.2.2, vignettes/deviations.Rmd: one outlier among ones and twos.
const outlier = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

describe("xmrLimits", () => {
  test("with screening gives the package's default: 4.6, 1.94, -0.72", () => {
    const limits = xmrLimits(outlier);
    expect(limits?.ucl).toBeCloseTo(4.6, 2);
    expect(limits?.mean).toBeCloseTo(1.94, 2);
    expect(limits?.lcl).toBeCloseTo(-0.72, 2);
  });

  test("without screening gives what the Making Data Count Excel tool gives: 6.95, 1.94, -3.06", () => {
    const limits = xmrLimits(outlier, false);
    expect(limits?.ucl).toBeCloseTo(6.95, 2);
    expect(limits?.mean).toBeCloseTo(1.94, 2);
    expect(limits?.lcl).toBeCloseTo(-3.06, 2);
  });

  test("the near limits lie two thirds of the way out", () => {
    const limits = xmrLimits([10, 12, 10, 12]);
    expect(limits).toMatchObject({ mean: 11, meanMovingRange: 2 });
    expect(limits?.ucl).toBeCloseTo(11 + 5.32, 12);
    expect(limits?.nearUcl).toBeCloseTo(11 + (2 * 5.32) / 3, 12);
    expect(limits?.nearLcl).toBeCloseTo(11 - (2 * 5.32) / 3, 12);
  });

  test("no moving range bridges a gap: 10 to 90 is not one", () => {
    expect(xmrLimits([10, 12, null, 90, 92])?.meanMovingRange).toBe(2);
  });

  test("screening begins at 3.267 mean moving ranges", () => {
    // Eight ranges of 1 and one of 4.5 or 4.6: 3.24 and 3.29 times their mean.
    const ones = [0, 1, 0, 1, 0, 1, 0, 1, 0];
    expect(xmrLimits([...ones, 4.5])?.meanMovingRange).toBeCloseTo(12.5 / 9, 12);
    expect(xmrLimits([...ones, 4.6])?.meanMovingRange).toBe(1);
  });

  test("screening is done once", () => {
    // Ranges 1 x 20, 8 and 40: the mean 3.09 screens out 40 alone; a second pass (mean 1.33) would take the 8 too.
    const values = [...Array.from({ length: 21 }, (_, i) => i % 2), 8, 48];
    expect(xmrLimits(values)?.meanMovingRange).toBeCloseTo((20 + 8) / 21, 12);
    expect(xmrLimits(values, false)?.meanMovingRange).toBeCloseTo((20 + 8 + 40) / 22, 12);
  });

  test("a constant series keeps its limits on its mean, though every range is screened out", () => {
    expect(xmrLimits([7, 7, 7])).toMatchObject({ mean: 7, lcl: 7, ucl: 7, meanMovingRange: 0 });
  });

  test.each([[[]], [[5]], [[null, 5, null]], [[5, null, 7]]])("%j has no limits", (values) => {
    expect(xmrLimits(values)).toBeNull();
  });
});
