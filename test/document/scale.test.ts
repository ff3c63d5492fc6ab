import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { periodScale, valueScale } from "../../src/document/scale.ts";
import { units } from "../../src/model/measure.ts";

const texts = (values: readonly number[], ...rest: [Parameters<typeof valueScale>[1], boolean?]): string[] =>
  valueScale(values, ...rest).ticks.map((t) => t.text);

describe("a value axis", () => {
  test("has round ticks", () => {
    expect(texts([3015, 3965], "count")).toEqual(["2,500", "3,000", "3,500", "4,000"]);
    expect(texts([3.2, 3.4], "percent")).toEqual(["3.1%", "3.2%", "3.3%", "3.4%"]);
  });

  test("starts at zero where zero is near, or is asked for", () => {
    expect(valueScale([2, 12], "count").min).toBe(0);
    expect(valueScale([900, 1000], "count").min).toBeGreaterThan(800);
    expect(valueScale([900, 1000], "count", true).min).toBe(0);
  });

  test("steps by whole events, and by round seconds and minutes", () => {
    expect(texts([0, 2], "count")).toEqual(["0", "1", "2"]);
    expect(texts([770, 890], "duration")).toEqual(["12:00", "13:00", "14:00", "15:00"]);
  });

  test("goes below zero with the values", () => {
    expect(texts([-38, 26], "rate")).toEqual(["−60", "−40", "−20", "0", "20"]);
    const { min, max } = valueScale([-80, -20], "rate");
    expect([min <= -80, max >= -20]).toEqual([true, true]);
  });

  test("of a percentage ends at 100", () => {
    expect(valueScale([88, 99], "percent").max).toBeLessThanOrEqual(100);
  });

  const value = fc.oneof(
    fc.integer({ min: 0, max: 100 }),
    fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100),
  );
  const axis = fc.record({
    values: fc.array(value, { minLength: 1, maxLength: 30 }),
    factor: fc.constantFrom(1, 7, 1000),
    unit: fc.constantFrom(...units),
    fromZero: fc.boolean(),
  });

  test("holds every value; its ticks lie inside, at one round step, and differ in words", () => {
    fc.assert(
      fc.property(axis, ({ values: raw, factor, unit, fromZero }) => {
        const values = raw.map((v) =>
          unit === "percent" ? v : unit === "count" ? Math.round(v * factor) : v * factor,
        );
        const { min, max, ticks } = valueScale(values, unit, fromZero);
        const slack = 1e-9 * Math.max(1, max);
        expect(min).toBeLessThanOrEqual(Math.min(...values) + slack);
        expect(max).toBeGreaterThanOrEqual(Math.max(...values) - slack);
        expect(min).toBeGreaterThanOrEqual(0);
        if (unit === "percent") expect(max).toBeLessThanOrEqual(100 + slack);
        const at = ticks.map((t) => t.value);
        expect(at.every((v) => v >= min - slack && v <= max + slack)).toBe(true);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(7);
        expect(new Set(ticks.map((t) => t.text)).size).toBe(ticks.length);
        const steps = at.slice(1).map((v, i) => v - (at[i] ?? 0));
        expect(steps.every((step) => Math.abs(step - (steps[0] ?? 0)) <= slack)).toBe(true);
      }),
    );
  });
});

const months = (count: number, from = 0): string[] =>
  Array.from(
    { length: count },
    (_, i) => `${2017 + Math.floor((from + i) / 12)}-${String(((from + i) % 12) + 1).padStart(2, "0")}`,
  );

describe("a period axis", () => {
  test("has a tick each quarter of a year, and the year below its first", () => {
    expect(periodScale("month", months(14))).toEqual({
      count: 14,
      ticks: [
        { x: 0, text: "Jan", year: "2017" },
        { x: 3, text: "Apr", year: null },
        { x: 6, text: "Jul", year: null },
        { x: 9, text: "Oct", year: null },
        { x: 12, text: "Jan", year: "2018" },
      ],
    });
  });

  test("takes larger steps where there would be too many", () => {
    expect(
      periodScale("month", months(60))
        .ticks.map((t) => t.text)
        .slice(0, 3),
    ).toEqual(["Jan", "Jul", "Jan"]);
    expect(periodScale("month", months(120)).ticks.every((t) => t.text === "Jan")).toBe(true);
  });

  test("marks the first week that ends in a month", () => {
    const weeks = ["2019-03-24", "2019-03-31", "2019-04-07", "2019-04-14", "2019-07-07"];
    expect(periodScale("week", weeks).ticks).toEqual([
      { x: 2, text: "Apr", year: "2019" },
      { x: 4, text: "Jul", year: null },
    ]);
  });

  test("names quarters", () => {
    expect(periodScale("quarter", ["2018-19-q4", "2019-20-q1"]).ticks.map((t) => [t.text, t.year])).toEqual([
      ["Q4", "2018"],
      ["Q1", "2019"],
    ]);
  });

  test("never has more than sixteen ticks for a life of figures, each on a period", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 190 }),
        fc.integer({ min: 0, max: 11 }),
        fc.constantFrom("month" as const, "year-to" as const),
        (count, from, kind) => {
          const { ticks } = periodScale(kind, months(count, from));
          expect(ticks.length).toBeLessThanOrEqual(16);
          expect(ticks.every((t, i) => t.x >= 0 && t.x < count && t.x > (ticks[i - 1]?.x ?? -1))).toBe(true);
        },
      ),
    );
  });
});
