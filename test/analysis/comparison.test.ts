import { describe, expect, test } from "@jest/globals";
import {
  type Comparison,
  compareCounts,
  comparePercentages,
  compareWithAverage,
  conjunction,
} from "../../src/analysis/comparison.ts";

const words = ({ size, direction }: Comparison) => (size === "in-line" ? size : `${size} ${direction}`);

describe("compareCounts", () => {
  // What the paper says (lines 950-1660) where the rule agrees with it.
  test.each([
    ["hate crime, a notable decrease", 43, 76, "notable decrease"],
    ["missing persons, a decrease", 112, 164, "notable decrease"],
    ["rape, a slight increase", 53, 48, "slight increase"],
    ["rape in the north, in line", 33, 33, "in-line"],
    ["other sexual offences, in line", 81, 80, "in-line"],
    ["domestic abuse, an increase", 1000, 898, "plain increase"],
    ["child at risk, a reduction", 676, 741, "plain decrease"],
    ["child sexual exploitation, a slight increase", 10, 8, "slight increase"],
    ["total crime, an increase", 3738, 3543, "plain increase"],
    ["robbery, an increase", 48, 35, "plain increase"],
    ["emergency incidents, a small increase", 3098, 3038, "slight increase"],
    ["101 calls, a decrease", 15667, 17174, "plain decrease"],
  ])("%s", (_, current, base, wanted) => {
    expect(words(compareCounts(current, base))).toBe(wanted);
  });

  test("one more or less is always in line, and so is 1%", () => {
    expect(words(compareCounts(1, 0))).toBe("in-line");
    expect(words(compareCounts(1010, 1000))).toBe("in-line");
    expect(words(compareCounts(1011, 1000))).toBe("slight increase");
    expect(words(compareCounts(0, 0))).toBe("in-line");
  });

  test("slight needs little chance and few percent, or very little chance", () => {
    // z = 0.99 and 4.5%; z = 1.00 and 4.6%; z = 0.71 and 20%; z = 0.47 and 25%.
    expect(words(compareCounts(1023, 979))).toBe("slight increase");
    expect(words(compareCounts(1024, 979))).toBe("plain increase");
    expect(words(compareCounts(12, 10))).toBe("slight increase");
    expect(words(compareCounts(13, 10))).toBe("plain increase");
  });

  test("notable needs three deviations and a quarter", () => {
    expect(words(compareCounts(1250, 1000))).toBe("notable increase");
    expect(words(compareCounts(1249, 1000))).toBe("plain increase");
    expect(words(compareCounts(9, 0))).toBe("notable increase");
    expect(words(compareCounts(8, 0))).toBe("plain increase");
  });

  test("a restless history asks for more", () => {
    expect(words(compareCounts(1250, 1000, 60))).toBe("notable increase");
    expect(words(compareCounts(1250, 1000, 70))).toBe("plain increase");
    expect(words(compareCounts(1250, 1000, 400))).toBe("slight increase");
  });

  test("gives difference and percent, unrounded, with their sign", () => {
    expect(compareCounts(43, 76)).toMatchObject({ difference: -33, percent: (-100 * 33) / 76 });
    expect(compareCounts(43, 76).percentNote).toBeUndefined();
  });

  test("gives no percent from 0 or from fewer than 20", () => {
    expect(compareCounts(2, 0)).toMatchObject({ percent: null, percentNote: "n/a (from 0)" });
    expect(compareCounts(25, 19)).toMatchObject({ percent: null, percentNote: "fewer than 20" });
    expect(compareCounts(25, 20)).toMatchObject({ percent: 25 });
  });
});

describe("compareWithAverage", () => {
  const between = { now: null, before: null };

  test.each([
    ["total crime above", 3738, 3490, "plain increase"],
    ["rural crime in line", 906, 903, "in-line"],
    ["other sexual offences above", 81, 79, "plain increase"],
    ["residential burglary below", 139, 141, "plain decrease"],
    ["response time above, in seconds", 14 * 60 + 1, 13 * 60 + 24, "plain increase"],
    ["response time against November, in seconds", 14 * 60 + 1, 13 * 60 + 58, "in-line"],
  ])("%s its average", (_, value, average, wanted) => {
    expect(words(compareWithAverage(value, average, between))).toBe(wanted);
    expect(compareWithAverage(value, average)).toEqual(compareWithAverage(value, average, between));
  });

  test("is significant only outside the limits, and remains so if last month was", () => {
    expect(compareWithAverage(922, 764, { now: "high", before: null })).toMatchObject({
      direction: "increase",
      size: "significant",
      remains: false,
    });
    expect(compareWithAverage(688, 1132, { now: "low", before: "low" })).toMatchObject({
      direction: "decrease",
      size: "significant",
      remains: true,
    });
    expect(compareWithAverage(688, 1132, { now: "low", before: "high" }).remains).toBe(false);
    expect(compareWithAverage(922, 764, { now: null, before: "high" })).toMatchObject({ size: "plain" });
  });
});

describe("comparePercentages", () => {
  test.each([
    ["file errors, a slight increase", 24, 22, "slight increase"],
    ["999 answered, increased slightly", 91, 89, "slight increase"],
    ["complaints finalised, an increase", 95, 88, "plain increase"],
    ["101 abandoned, improved notably", 9, 19, "notable decrease"],
    ["staff sickness, relatively stable", 4.83, 4.8, "in-line"],
    ["officer sickness, an increase", 5.29, 3.3, "plain increase"],
    ["999 abandoned, decreased", 0.1, 0.2, "plain decrease"],
  ])("%s", (_, current, base, wanted) => {
    expect(words(comparePercentages(current, base))).toBe(wanted);
  });

  test("bands are in points from 10% on and relative below", () => {
    expect(words(comparePercentages(10.9, 10))).toBe("in-line");
    expect(words(comparePercentages(10.9, 9.9))).toBe("plain increase");
    expect(words(comparePercentages(9.5, 9.2))).toBe("slight increase");
    expect(words(comparePercentages(60, 5))).toBe("plain increase");
  });

  test("a whole point is not stable, however it was computed", () => {
    expect(100 * (0.58 - 0.57)).toBeGreaterThan(1);
    expect(words(comparePercentages(100 * 0.58, 100 * 0.57))).toBe("slight increase");
    expect(words(comparePercentages(100 * 0.29, 100 * 0.28))).toBe("slight increase");
    expect(words(comparePercentages(13, 10))).toBe("plain increase");
  });

  test("from 0%, any percentage is an increase and 0% is in line", () => {
    expect(words(comparePercentages(0.1, 0))).toBe("plain increase");
    expect(words(comparePercentages(0, 0))).toBe("in-line");
  });

  test("the difference is in points, and there is no percent", () => {
    expect(comparePercentages(72, 52)).toMatchObject({ difference: 20, percent: null });
  });
});

describe("conjunction", () => {
  const [up, down, level] = [compareCounts(120, 90), compareCounts(90, 120), compareCounts(100, 100)];

  test.each([
    ["an increase and above", up, up, "and"],
    ["a decrease and below", down, down, "and"],
    ["an increase but below", up, down, "but"],
    ["a decrease but above", down, up, "but"],
    ["in line but below", level, down, "but"],
    ["an increase but in line", up, level, "but"],
    ["in line with both", level, level, "and"],
  ] as const)("%s", (_, a, b, wanted) => {
    expect(conjunction(a, b)).toBe(wanted);
  });
});
