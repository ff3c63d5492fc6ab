import { describe, expect, test } from "@jest/globals";
import { controlChart } from "../../src/analysis/controlChart.ts";
import { makingDataCount, type RuleProfile, withoutRules } from "../../src/analysis/ruleProfile.ts";
import { slotsOf } from "./slots.ts";

const pointsOf = (values: readonly (number | null)[], ruleProfile: RuleProfile = makingDataCount) =>
  controlChart(slotsOf(values), { improvementDirection: "increase", ruleProfile }).points;
const typesOf = (values: readonly (number | null)[], profile?: RuleProfile) =>
  pointsOf(values, profile).map((point) => point.specialCauseType);

/** Wide limits around 50, so that only the shape of what follows matters. */
const restless = [40, 60, 40, 60, 40, 60, 40, 60, 40, 60, 40, 60];
const rising = [47, 48, 49, 50, 51, 52, 53];

describe("trend", () => {
  test("flags all seven points, and not the one before", () => {
    const types = typesOf([...restless, 55, ...rising, 45]);
    expect(types.slice(13, 20)).toEqual(rising.map(() => "7 Point Trend (Increasing)"));
    expect(types[12]).toBe("Common Cause");
    expect(types[20]).toBe("Common Cause");
  });

  test("six points make none, unless the profile says six", () => {
    const values = [...restless, 55, ...rising.slice(1), 45];
    expect(new Set(typesOf(values))).toEqual(new Set(["Common Cause"]));
    const six = typesOf(values, { ...makingDataCount, trendLength: 6 });
    expect(six.slice(13, 19)).toEqual(rising.slice(1).map(() => "6 Point Trend (Increasing)"));
  });

  test("a tie or a missing month breaks it", () => {
    expect(typesOf([...restless, 55, 47, 48, 49, 49, 50, 51, 52, 45])).not.toContain(
      "7 Point Trend (Increasing)",
    );
    expect(typesOf([...restless, 55, 47, 48, 49, null, 50, 51, 52, 45])).not.toContain(
      "7 Point Trend (Increasing)",
    );
  });

  test("the peak of two trends is named after the step that follows it", () => {
    const types = typesOf([...restless, 55, ...rising, 52, 51, 50, 49, 48, 47, 55]);
    expect(types[18]).toBe("7 Point Trend (Increasing)");
    expect(types[19]).toBe("7 Point Trend (Decreasing)");
    expect(types[25]).toBe("7 Point Trend (Decreasing)");
  });

  test("the top of a trend that drops into another rising one stays increasing", () => {
    const types = typesOf([...restless, 55, ...rising, ...rising, 45]);
    expect(types.slice(13, 27)).toEqual([...rising, ...rising].map(() => "7 Point Trend (Increasing)"));
  });
});

describe("two in three", () => {
  // Mean 50, limits 50 ± 2.66 x 2 at first: 54.5 is close, 60 outside.
  const calm = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 49 : 51));

  test("flags the two close points and not the third", () => {
    const types = typesOf([...calm, 49, 54.5, 51, 54.5, 49]);
    expect(types.slice(40)).toEqual([
      "Common Cause",
      "2 in 3 Above CL",
      "Common Cause",
      "2 in 3 Above CL",
      "Common Cause",
    ]);
  });

  test("does not hold with the third on the other side", () => {
    expect(typesOf([...calm, 49, 54.5, 49, 54.5, 49])).not.toContain("2 in 3 Above CL");
  });

  test("does not hold across a missing month", () => {
    expect(typesOf([...calm, 49, 54.5, null, 54.5, 49])).not.toContain("2 in 3 Above CL");
  });

  test("the third may be outside the limits, and is flagged for that", () => {
    const types = typesOf([...calm, 49, 45.5, 30, 45.5, 51]);
    expect(types.slice(41, 44)).toEqual(["2 in 3 Below CL", "Below LCL", "2 in 3 Below CL"]);
  });
});

describe("run", () => {
  const above = [53, 52, 53, 52, 53, 52, 53];

  test("seven on one side are flagged, six are not", () => {
    expect(typesOf([...restless, ...above, 40]).filter((type) => type === "7 Points Above CL")).toHaveLength(
      8,
    );
    expect(
      typesOf([...restless, 40, ...above, 40]).filter((type) => type === "7 Points Above CL"),
    ).toHaveLength(7);
    expect(typesOf([...restless, 40, ...above.slice(1), 40])).not.toContain("7 Points Above CL");
  });

  test("eight are needed where the profile says so, and the name says eight", () => {
    const eight: RuleProfile = { ...makingDataCount, runLength: 8 };
    expect(typesOf([...restless, 40, ...above, 40], eight)).not.toContain("8 Points Above CL");
    expect(typesOf([...restless, 40, 52, ...above, 40], eight)).toContain("8 Points Above CL");
  });

  test("a point on the mean breaks it", () => {
    const broken = [...restless, 47, 53, 52, 53, 50, 53, 52, 53, 47, 40];
    expect(pointsOf(broken)[16]?.relativeToMean).toBe(0);
    expect(typesOf(broken)).not.toContain("7 Points Above CL");
    expect(typesOf(broken.with(16, 51))).toContain("7 Points Above CL");
  });
});

describe("rule profile", () => {
  const values = [...restless, 40, ...[93, 92, 93, 92, 93, 92, 93], 200];

  test("a rule that does not count flags nothing", () => {
    expect(typesOf(values)).toEqual(expect.arrayContaining(["7 Points Above CL", "Above UCL"]));
    expect(typesOf(values, withoutRules(makingDataCount, ["run"]))).not.toContain("7 Points Above CL");
    expect(typesOf(values, withoutRules(makingDataCount, ["outside-limits"]))).not.toContain("Above UCL");
  });

  test("the order of the names is kept, and the profile given is left as it was", () => {
    expect(withoutRules(makingDataCount, ["trend"]).rules).toEqual(["outside-limits", "two-in-three", "run"]);
    expect(makingDataCount.rules).toHaveLength(4);
  });
});

describe("point type", () => {
  const last = (value: number, improvementDirection: "increase" | "decrease" | "neutral") =>
    controlChart(slotsOf([...restless, 40, 60, value]), { improvementDirection }).variationType;

  test.each([
    [300, "increase", "special_cause_improvement"],
    [300, "decrease", "special_cause_concern"],
    [300, "neutral", "special_cause_neutral_high"],
    [-300, "increase", "special_cause_concern"],
    [-300, "decrease", "special_cause_improvement"],
    [-300, "neutral", "special_cause_neutral_low"],
    [50, "increase", "common_cause"],
  ] as const)("%d with %s better is %s", (value, direction, wanted) => {
    expect(last(value, direction)).toBe(wanted);
  });

  test("a rising trend below the mean is a high signal: its direction counts", () => {
    const points = pointsOf([...restless, 55, 41, 42, 43, 44, 45, 46, 47, 55]);
    expect(points[13]).toMatchObject({ relativeToMean: -1, pointType: "special_cause_improvement" });
  });
});
