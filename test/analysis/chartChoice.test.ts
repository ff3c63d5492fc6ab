import { describe, expect, test } from "@jest/globals";
import { chartChoice, seasonalRules } from "../../src/analysis/chartChoice.ts";
import { makingDataCount } from "../../src/analysis/ruleProfile.ts";

const count = { kind: "count" } as const;
const all = makingDataCount.rules;
const ruled = (chart: string, rules: readonly string[] = all, notes: readonly string[] = []) => ({
  chart,
  ruleProfile: { ...makingDataCount, rules },
  notes,
  why: null,
});
const xmr = (rules?: readonly string[], notes?: readonly string[]) => ({
  ...ruled("xmr", rules, notes),
  residualRules: null,
});
const line = (reason: string) => ({ chart: "line", reason, why: null });
const none = { chart: "none", reason: "mean-below-1", why: null };

describe("counts", () => {
  test("of 5 and more a month have every rule", () => {
    expect(chartChoice(count, 5)).toEqual(xmr());
  });

  test("of 1 to 5 have the limits only", () => {
    expect(chartChoice(count, 4.99)).toEqual(xmr(["outside-limits"], ["low-mean"]));
    expect(chartChoice(count, 1)).toEqual(xmr(["outside-limits"], ["low-mean"]));
  });

  test("below 1 have no chart of months", () => {
    expect(chartChoice(count, 0.99)).toEqual(none);
  });

  test("below 1 are charted by the days between them: t, or g where two fell on one day", () => {
    const rare = (daysBetween: readonly number[]) => chartChoice({ ...count, daysBetween }, 0.3);
    expect(rare([90, 30, 120, 45, 200, 10])).toEqual(ruled("t"));
    expect(rare([90, 0, 120, 45, 200, 10])).toEqual(ruled("g"));
    expect(rare([90, 30, 120, 45, 200])).toEqual(none);
    expect(chartChoice({ ...count, daysBetween: [9, 3, 12, 4, 20, 1] }, 1)).toMatchObject({ chart: "xmr" });
  });
});

describe("shares and rates", () => {
  test("a percentage with its numbers is a p' chart, and p where chance explains it all", () => {
    expect(chartChoice({ kind: "percentage", sigmaZ: 1.01 }, 0.7)).toEqual(ruled("pp"));
    expect(chartChoice({ kind: "percentage", sigmaZ: 1 }, 0.7)).toEqual(ruled("p"));
    expect(chartChoice({ kind: "percentage", sigmaZ: null }, 0.7)).toEqual(ruled("pp"));
  });

  test("a survey of fewer than 30 a month is a line, else a p' chart if its numbers are known", () => {
    const survey = (respondentsPerMonth: number, known: { sigmaZ?: number } = {}) =>
      chartChoice({ kind: "survey", respondentsPerMonth, ...known }, 72);
    expect(survey(29.9, { sigmaZ: 2 })).toEqual(line("few-respondents"));
    expect(survey(30)).toEqual(xmr());
    expect(survey(30, { sigmaZ: 2 })).toEqual(ruled("pp"));
    expect(survey(30, { sigmaZ: 0.8 })).toEqual(ruled("p"));
  });

  test("a rate is a u' chart, and XmR where the base is the same all year", () => {
    expect(chartChoice({ kind: "rate", baseFixedAllYear: false }, 0.004)).toEqual(ruled("up"));
    expect(chartChoice({ kind: "rate", baseFixedAllYear: true }, 0.004)).toEqual(xmr());
  });

  test("a small percentage or a short duration is not a small count", () => {
    expect(chartChoice({ kind: "other" }, 0.1)).toEqual(xmr());
  });

  test("rolling figures are a line", () => {
    expect(chartChoice({ kind: "rolling" }, 800)).toEqual(line("rolling"));
  });
});

describe("seasons", () => {
  test("a short seasonal series keeps the limits and two in three; a rare seasonal one the limits", () => {
    const months = { months: 35 };
    expect(chartChoice(count, 900, months)).toEqual(
      xmr(["outside-limits", "two-in-three"], ["seasonal-short-history"]),
    );
    expect(chartChoice(count, 3, months)).toEqual(
      xmr(["outside-limits"], ["low-mean", "seasonal-short-history"]),
    );
  });

  test("36 months have a chart of residuals with every rule, but for small counts", () => {
    const months = { months: 36 };
    expect(chartChoice(count, 900, months)).toEqual({
      ...xmr(["outside-limits", "two-in-three"], ["seasonal"]),
      residualRules: makingDataCount,
    });
    expect(chartChoice(count, 3, months)).toEqual(xmr(["outside-limits"], ["low-mean", "seasonal"]));
  });

  test("a seasonal share stays a p' chart, without trends and runs", () => {
    expect(chartChoice({ kind: "percentage", sigmaZ: 2 }, 0.7, { months: 60 })).toEqual(
      ruled("pp", ["outside-limits", "two-in-three"], ["seasonal"]),
    );
  });

  test("seasonalRules say whether the history is too short to take the seasons out", () => {
    expect(seasonalRules(makingDataCount, 35).note).toBe("seasonal-short-history");
    expect(seasonalRules(makingDataCount, 36).note).toBe("seasonal");
    expect(seasonalRules(makingDataCount, 36).ruleProfile.rules).toEqual(["outside-limits", "two-in-three"]);
  });
});

describe("a measure's own choice", () => {
  const why = "No average has been set.";

  test("comes before the table, and its reason is kept", () => {
    const asLine = { override: { chart: "line", why } } as const;
    expect(chartChoice(count, 900, null, asLine)).toEqual({ chart: "line", reason: "measure", why });
    const asNone = { override: { chart: "none", why } } as const;
    expect(chartChoice(count, 900, null, asNone)).toEqual({ chart: "none", reason: "measure", why });
    const asXmr = { override: { chart: "xmr", why } } as const;
    expect(chartChoice({ kind: "percentage", sigmaZ: 2 }, 0.7, null, asXmr)).toEqual({ ...xmr(), why });
  });

  test("leaves the rules to the numbers: a c chart of small counts has the limits only", () => {
    expect(chartChoice(count, 3, null, { override: { chart: "c", why } })).toEqual({
      ...ruled("c", ["outside-limits"], ["low-mean"]),
      why,
    });
  });

  test("must have a reason, and denominators for a chart of them", () => {
    expect(() => chartChoice(count, 9, null, { override: { chart: "line", why: " " } })).toThrow(
      "say why the chart is line",
    );
    expect(() => chartChoice(count, 9, null, { override: { chart: "p", why } })).toThrow(
      "a p chart needs denominators",
    );
    const rate = { kind: "rate", baseFixedAllYear: false } as const;
    expect(chartChoice(rate, 0.1, null, { override: { chart: "u", why } })).toMatchObject({ chart: "u" });
  });

  test("rules that the measure had switched off stay off", () => {
    const ruleProfile = { ...makingDataCount, rules: ["outside-limits"] } as const;
    expect(chartChoice(count, 900, null, { ruleProfile })).toEqual(xmr(["outside-limits"]));
    expect(chartChoice(count, 900, { months: 40 }, { ruleProfile })).toMatchObject({
      residualRules: ruleProfile,
    });
  });
});
