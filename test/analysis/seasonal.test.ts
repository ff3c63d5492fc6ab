import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { controlChart } from "../../src/analysis/controlChart.ts";
import { sum } from "../../src/analysis/numbers.ts";
import { seasonalResidualChart, seasonalResiduals } from "../../src/analysis/seasonalChart.ts";
import { seasonalEffects } from "../../src/analysis/seasonalEffects.ts";
import { slotsOf } from "./slots.ts";

/** Summers up, winters down; the twelve sum to 0. */
const planted = [-30, -25, -10, 0, 10, 25, 40, 30, 10, -5, -15, -30];
const season = (i: number): number => planted[i % 12] ?? 0;
const months = (count: number, at: (i: number) => number) =>
  slotsOf(Array.from({ length: count }, (_, i) => at(i)));
/** A small unrest that no season explains and no year repeats. */
const unrest = (i: number): number => ((i * 7) % 5) - 2;
const neutral = { improvementDirection: "neutral" } as const;

describe("seasonalEffects", () => {
  test("are the mean distance of each month of the year from the mean", () => {
    // Januaries 130, 100 and 130, every other month 100: mean 3660 / 36, effects as far above as their own means.
    const slots = months(36, (i) => (i === 0 || i === 24 ? 130 : 100));
    const mean = 3660 / 36;
    const [january, ...others] = seasonalEffects(slots) ?? [];
    expect(january).toBeCloseTo(120 - mean, 10);
    others.forEach((effect) => {
      expect(effect).toBeCloseTo(100 - mean, 10);
    });
  });

  test("are centred: years that are not whole shift the mean, not the effects", () => {
    for (const count of [36, 40, 47])
      seasonalEffects(months(count, (i) => 200 + season(i)))?.forEach((effect, m) => {
        expect(effect).toBeCloseTo(season(m), 9);
      });
  });

  test("belong to the month of the year, wherever the series begins", () => {
    const slots = months(50, (i) => 200 + season(i)).slice(5);
    seasonalEffects(slots)?.forEach((effect, m) => {
      expect(effect).toBeCloseTo(season(m), 9);
    });
  });

  test("are found across steps, with segments that hold half a year", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 40 }),
        fc.integer({ min: -300, max: 300 }),
        fc.integer({ min: 36, max: 60 }),
        (step, height, count) => {
          const slots = months(count, (i) => 500 + season(i) + (i < step ? 0 : height));
          const rebase = [slots[step]?.period ?? "2030-01"];
          const effects = seasonalEffects(slots, { rebase }) ?? [];
          return effects.length === 12 && effects.every((e, m) => Math.abs(e - season(m)) < 1e-8);
        },
      ),
    );
  });

  test("sum to 0, and leave no month of the year with a mean of its own", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 36, maxLength: 36 }), (values) => {
        const found = seasonalResiduals(slotsOf(values));
        const means = Array.from({ length: 12 }, (_, m) =>
          sum([m, m + 12, m + 24].map((i) => found?.residuals[i]?.value ?? Number.NaN)),
        );
        expect(Math.abs(sum(found?.effects ?? [1]))).toBeLessThan(1e-8);
        expect(Math.max(...means) - Math.min(...means)).toBeLessThan(1e-8);
      }),
    );
  });

  test("need 36 final values, and two of each month of the year", () => {
    const at = (i: number) => 200 + season(i);
    expect(seasonalEffects(months(35, at))).toBeNull();
    expect(seasonalEffects([])).toBeNull();
    const gap = months(37, at).map((slot, i) => (i === 3 ? { ...slot, value: null } : slot));
    expect(seasonalEffects(gap)).not.toBeNull();
    const provisional = months(36, at).map((slot, i) => ({ ...slot, provisional: i === 35 }));
    expect(seasonalEffects(provisional)).toBeNull();
    const oneApril = months(47, at).map((slot, i) =>
      slot.period.endsWith("-04") && i > 12 ? { ...slot, value: null } : slot,
    );
    expect(oneApril.filter(({ value }) => value !== null).length).toBeGreaterThanOrEqual(36);
    expect(seasonalEffects(oneApril)).toBeNull();
  });

  test("are of months: weeks are refused", () => {
    expect(() => seasonalEffects([{ period: "2019-12-29", value: 3 }])).toThrow("not a month: 2019-12-29");
  });
});

describe("seasonalResidualChart", () => {
  const slots = months(40, (i) => 200 + season(i) + unrest(i));

  test("flags nothing where the seasons are all there is, though the values are full of runs", () => {
    expect(controlChart(slots, neutral).points.some((p) => p.hits.run !== 0)).toBe(true);
    const points = seasonalResidualChart(slots, neutral)?.chart.points ?? [];
    expect(points).toHaveLength(40);
    expect(points.some((p) => p.specialCauseFlag)).toBe(false);
  });

  test("finds the month that is out of season, which the values hide", () => {
    const quietJuly = slots.map((slot, i) => (i === 30 ? { ...slot, value: 205 } : slot));
    const found = seasonalResidualChart(quietJuly, neutral);
    expect(controlChart(quietJuly, neutral).points[30]?.specialCauseFlag).toBe(false);
    expect(found?.chart.points[30]?.specialCauseType).toBe("Below LCL");
    expect(found?.residuals[30]).toMatchObject({ observed: 205, period: "2019-07" });
    expect(found?.residuals[30]?.value).toBeCloseTo(205 - (found?.effects[6] ?? 0), 12);
  });

  test("keeps level, gaps, provisional months and steps of the series", () => {
    const given = slots.map((slot, i) => ({
      ...slot,
      value: i === 8 ? null : (slot.value ?? 0) + (i < 24 ? 0 : 100),
      provisional: i === 39,
    }));
    const chart = seasonalResidualChart(given, { ...neutral, rebase: ["2019-01"] })?.chart;
    expect(chart?.points[8]).toMatchObject({ value: null, relativeToMean: null });
    expect(chart?.points[39]).toMatchObject({ provisional: true, outsideLimits: null });
    expect(Math.abs((chart?.points[0]?.mean ?? 0) - 200)).toBeLessThan(1);
    expect(Math.abs((chart?.points[30]?.mean ?? 0) - 300)).toBeLessThan(1);
  });

  test("gives none with too short a history", () => {
    expect(seasonalResidualChart(slots.slice(0, 35), neutral)).toBeNull();
    expect(seasonalResiduals(slots.slice(0, 35))).toBeNull();
  });
});
