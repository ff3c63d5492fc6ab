import { describe, expect, test } from "@jest/globals";
import { durationText, weightedMeanDuration } from "../../src/analysis/durations.ts";

describe("durationText", () => {
  test.each([
    [0, "00:00"],
    [9, "00:09"],
    [841, "14:01"],
    [3599, "59:59"],
    [3600, "1:00:00"],
    [3599.5, "1:00:00"],
    [36_061, "10:01:01"],
    [840.5, "14:01"],
    [840.49, "14:00"],
  ])("%d seconds are %s", (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });

  test("a negative duration, or none, is refused", () => {
    expect(() => durationText(-1)).toThrow("a duration is not negative, got -1");
    expect(() => durationText(Number.NaN)).toThrow(RangeError);
  });
});

describe("weightedMeanDuration", () => {
  test("counts each incident once, not each district", () => {
    const parts = [
      { seconds: 600, incidents: 3 },
      { seconds: 1200, incidents: 1 },
    ];
    expect(weightedMeanDuration(parts)).toBe(750);
  });

  test("rounds a half second up", () => {
    const parts = [
      { seconds: 10, incidents: 1 },
      { seconds: 11, incidents: 1 },
    ];
    expect(weightedMeanDuration(parts)).toBe(11);
  });

  test("is null without incidents", () => {
    expect(weightedMeanDuration([{ seconds: 600, incidents: 0 }])).toBeNull();
    expect(weightedMeanDuration([])).toBeNull();
  });
});
