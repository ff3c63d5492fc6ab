import { describe, expect, test } from "@jest/globals";
import { controlChart } from "../../src/analysis/controlChart.ts";
import { makingDataCount, withoutRules } from "../../src/analysis/ruleProfile.ts";
import { increasingTrend, seedTrend } from "../../src/analysis/trend.ts";
import { breakdown, october } from "./breakdownTable.ts";
import { slotsOf } from "./slots.ts";

const monthsOf = ([name, current, previous, , lastYear]: (typeof breakdown)[number]) => ({
  current,
  previous,
  beforePrevious: october[name] ?? null,
  lastYear,
});

describe("seedTrend", () => {
  const decided = breakdown.filter(([name]) => name !== "Possession of Weapons");

  test.each(decided)("%s: the printed cell follows from printed numbers", (...row) => {
    expect(seedTrend(monthsOf(row))).toBe(row[6]);
  });

  test("without the October values, 15 of the 20 cells still follow from the table alone", () => {
    const alone = breakdown.map((row) => seedTrend({ ...monthsOf(row), beforePrevious: null }));
    expect(alone.filter((answer) => answer !== null)).toHaveLength(15);
  });

  test("possession of weapons is not decided by printed numbers: its N means 41 or more in October", () => {
    const row = breakdown.find(([name]) => name === "Possession of Weapons") ?? breakdown[0];
    expect(row[0]).toBe("Possession of Weapons");
    expect(seedTrend(monthsOf(row))).toBeNull();
    expect(seedTrend({ ...monthsOf(row), beforePrevious: 41 })).toBe(false);
    expect(seedTrend({ ...monthsOf(row), beforePrevious: 40 })).toBe(true);
  });

  const months = { current: 110, previous: 100, beforePrevious: 120, lastYear: 90 };

  test("a rise of exactly 10% is steep enough, one of less needs a second rise", () => {
    expect(seedTrend(months)).toBe(true);
    expect(seedTrend({ ...months, current: 109 })).toBe(false);
    expect(seedTrend({ ...months, current: 109, beforePrevious: 99 })).toBe(true);
  });

  test("level with either base is no rise, whatever is missing", () => {
    expect(seedTrend({ ...months, previous: 110, lastYear: null })).toBe(false);
    expect(seedTrend({ ...months, previous: null, lastYear: 110 })).toBe(false);
  });

  test("a rise from 0 is steep", () => {
    expect(seedTrend({ ...months, current: 1, previous: 0, lastYear: 0 })).toBe(true);
  });

  test.each([{ current: null }, { previous: null }, { lastYear: null }])(
    "nothing is said without %o",
    (missing) => {
      expect(seedTrend({ ...months, ...missing })).toBeNull();
    },
  );
});

describe("increasingTrend", () => {
  const level = [50, 52, 49, 51, 48, 50, 52, 49, 51, 50];
  const chart = (values: readonly number[], options = {}) =>
    controlChart(slotsOf(values), { improvementDirection: "neutral", ...options }).points;

  test("holds at the end of seven rising points, also where the last is outside the limits", () => {
    const points = chart([...level, 44, 45, 46, 47, 48, 49, 80]);
    expect(points.at(-1)?.specialCauseType).toBe("Above UCL");
    expect(increasingTrend(points)).toBe(true);
  });

  test("holds in a run above the mean", () => {
    expect(increasingTrend(chart([...level, ...[60, 58, 61, 59, 60, 58, 61]]))).toBe(true);
  });

  test("does not hold downwards, six points long, or with these rules off", () => {
    expect(increasingTrend(chart([...level, ...[40, 42, 39, 41, 40, 42, 39]]))).toBe(false);
    expect(increasingTrend(chart([...level, ...[60, 58, 61, 59, 60, 58]]))).toBe(false);
    const off = withoutRules(makingDataCount, ["trend", "run"]);
    const values = [...level, ...[60, 58, 61, 59, 60, 58, 61]];
    expect(increasingTrend(chart(values, { ruleProfile: off }))).toBe(false);
  });

  test("a provisional month after the run does not end it; a series without months has none", () => {
    const slots = slotsOf([...level, ...[60, 58, 61, 59, 60, 58, 61], 20]);
    const provisional = slots.map((slot, i) => ({ ...slot, provisional: i === slots.length - 1 }));
    expect(increasingTrend(controlChart(provisional, { improvementDirection: "neutral" }).points)).toBe(true);
    expect(increasingTrend([])).toBe(false);
  });
});
