import { describe, expect, test } from "@jest/globals";
import { finalValue, oneSlotEach } from "../../src/analysis/series.ts";

describe("oneSlotEach", () => {
  test("puts months in order and an empty slot where one is missing", () => {
    const points = [
      { period: "2020-02", value: 3 },
      { period: "2019-11", value: 0 },
      { period: "2019-12", value: null },
    ];
    expect(oneSlotEach("month", points)).toEqual([
      { period: "2019-11", value: 0 },
      { period: "2019-12", value: null },
      { period: "2020-01", value: null },
      { period: "2020-02", value: 3 },
    ]);
  });

  test("weeks and quarters step in their own way", () => {
    const weeks = oneSlotEach("week", [
      { period: "2019-12-15", value: 1 },
      { period: "2019-12-29", value: 2 },
    ]);
    expect(weeks.map((slot) => slot.period)).toEqual(["2019-12-15", "2019-12-22", "2019-12-29"]);
    const quarters = oneSlotEach("quarter", [
      { period: "2018-19-q3", value: 1 },
      { period: "2019-20-q1", value: 2 },
    ]);
    expect(quarters.map((slot) => slot.period)).toEqual(["2018-19-q3", "2018-19-q4", "2019-20-q1"]);
  });

  test("a month that comes twice, a week out of step and a period of another kind are refused", () => {
    const twice = [
      { period: "2019-12", value: 1 },
      { period: "2019-12", value: 2 },
    ];
    expect(() => oneSlotEach("month", twice)).toThrow("2019-12 comes twice or out of step");
    const outOfStep = [
      { period: "2019-12-22", value: 1 },
      { period: "2019-12-30", value: 2 },
    ];
    expect(() => oneSlotEach("week", outOfStep)).toThrow("2019-12-30 comes twice or out of step");
    expect(() => oneSlotEach("month", [...twice, { period: "2019-20-q3", value: 1 }])).toThrow(
      "not a month: 2019-20-q3",
    );
  });

  test("an empty series stays empty", () => {
    expect(oneSlotEach("month", [])).toEqual([]);
  });
});

test("a provisional value is not final", () => {
  expect(finalValue({ period: "2019-12", value: 5 })).toBe(5);
  expect(finalValue({ period: "2019-12", value: 5, provisional: true })).toBeNull();
});
