import { describe, expect, test } from "@jest/globals";
import { currentBaseline, segments } from "../../src/analysis/segments.ts";
import { slotsOf } from "./slots.ts";

const months = (n: number) => Array.from({ length: n }, (_, i) => 50 + (i % 2));

describe("stage", () => {
  test.each([
    [1, "none"],
    [2, "mean only"],
    [5, "mean only"],
    [6, "trial"],
    [12, "trial"],
    [13, "full"],
  ])("%d values: %s", (n, stage) => {
    expect(segments(slotsOf(months(n)))[0]?.stage).toBe(stage);
  });

  test("counts values: a missing or provisional month is none", () => {
    expect(segments(slotsOf([...months(12), null]))[0]?.stage).toBe("trial");
    const provisional = slotsOf(months(13)).map((slot, i) => ({ ...slot, provisional: i === 12 }));
    expect(segments(provisional)[0]?.stage).toBe("trial");
  });

  test("starts anew with each segment, and is not held back by fixed limits", () => {
    const stages = segments(slotsOf(months(20)), { rebase: ["2018-03"] }).map((each) => each.stage);
    expect(stages).toEqual(["full", "trial"]);
    expect(segments(slotsOf(months(20)), { fixAfterNPoints: 12 })[0]?.stage).toBe("full");
  });
});

describe("currentBaseline", () => {
  test("is the mean of the last segment, with its window and number of values", () => {
    const slots = slotsOf([10, 10, 10, 20, null, 24]);
    expect(currentBaseline(slots)).toEqual({ from: "2017-01", to: "2017-06", n: 5, mean: 14.8 });
    expect(currentBaseline(slots, { rebase: ["2017-04"] })).toEqual({
      from: "2017-04",
      to: "2017-06",
      n: 2,
      mean: 22,
    });
  });

  test("keeps the window that limits are fixed on", () => {
    const baseline = currentBaseline(slotsOf([...months(12), 99]), { fixAfterNPoints: 12 });
    expect(baseline).toEqual({ from: "2017-01", to: "2017-12", n: 12, mean: 50.5 });
  });

  test("is null while nothing is published", () => {
    expect(currentBaseline([])).toBeNull();
    expect(currentBaseline(slotsOf([5, null]), { rebase: ["2017-02"] })).toBeNull();
  });
});
