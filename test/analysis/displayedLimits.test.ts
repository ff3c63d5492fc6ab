import { describe, expect, test } from "@jest/globals";
import { controlChart } from "../../src/analysis/controlChart.ts";
import {
  displayedLimits,
  exceptional,
  notNegative,
  percentBounds,
  unbounded,
} from "../../src/analysis/displayedLimits.ts";
import type { Segment } from "../../src/analysis/segments.ts";
import { slotsOf } from "./slots.ts";

function chartOf(values: readonly number[]) {
  const { points, segments } = controlChart(slotsOf(values), { improvementDirection: "neutral" });
  const [segment] = segments;
  const last = points.at(-1);
  if (segment === undefined || last === undefined) throw new Error("the series is empty");
  return { segment, last };
}
const segmentOf = (values: readonly number[]): Segment => chartOf(values).segment;

describe("displayedLimits", () => {
  // The published paper, line 1134: domestic violence protection notices, whose lower limit is -3.01.
  const notices = segmentOf([5, 3, 6, 15, 21, 15, 8, 14, 7, 12, 9, 8, 5]);

  test("of counts end at 0, and say that they were cut", () => {
    expect(displayedLimits(notices, notNegative)).toMatchObject({ lcl: 0, lowerClamped: true });
    expect(displayedLimits(notices, notNegative)?.ucl).toBeCloseTo(22.70282, 5);
    expect(displayedLimits(notices, unbounded)).toMatchObject({ lowerClamped: false });
    expect(displayedLimits(notices, unbounded)?.lcl).toBeCloseTo(-3.01051, 5);
  });

  test("of percentages stay within 0 and 100", () => {
    const answered = segmentOf([91, 99, 91, 99, 91, 99]);
    expect(displayedLimits(answered, percentBounds)).toMatchObject({ ucl: 100, upperClamped: true });
    expect(displayedLimits(answered, percentBounds)?.lcl).toBeCloseTo(95 - 2.66 * 8, 10);
  });

  test("a limit of exactly 0 is not cut", () => {
    expect(displayedLimits(segmentOf([0, 0, 0, 0, 0, 0]), notNegative)).toEqual({
      lcl: 0,
      ucl: 0,
      lowerClamped: false,
      upperClamped: false,
    });
  });

  test("are not drawn before six values", () => {
    expect(displayedLimits(segmentOf([5, 6, 5, 6, 5]), notNegative)).toBeNull();
    expect(displayedLimits(segmentOf([5, 6, 5, 6, 5, 6]), notNegative)).not.toBeNull();
  });
});

describe("exceptional", () => {
  const flag = (values: readonly number[], bounds = notNegative) => {
    const { last, segment } = chartOf(values);
    return exceptional(last, segment, bounds);
  };
  const level = [49, 51, 49, 51, 49, 51, 49, 51, 49, 51, 49, 51];

  test("is a point outside the limits of a full chart", () => {
    expect(flag([...level, 90])).toBe("high");
    expect(flag([...level, 10])).toBe("low");
    expect(flag([...level, 50])).toBeNull();
  });

  test("trial limits call nothing exceptional, though the flag is there", () => {
    const values = [...level.slice(1), 90];
    expect(chartOf(values).last.specialCauseType).toBe("Above UCL");
    expect(flag(values)).toBeNull();
  });

  test("a run is no exceptional volume", () => {
    const run = [...level, 52, 52, 52, 52, 52, 52, 52];
    expect(chartOf(run).last.specialCauseFlag).toBe(true);
    expect(flag(run)).toBeNull();
  });

  test("nothing is low where the lower limit was cut", () => {
    const around0 = [1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, -9];
    expect(flag(around0, unbounded)).toBe("low");
    expect(flag(around0)).toBeNull();
  });

  test("nothing is high where the upper limit was cut", () => {
    const near100 = [99, 100, 99, 100, 99, 100, 99, 100, 99, 100, 99, 100, 109];
    expect(flag(near100, unbounded)).toBe("high");
    expect(flag(near100, percentBounds)).toBeNull();
  });
});
