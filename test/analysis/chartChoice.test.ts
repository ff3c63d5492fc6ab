import { describe, expect, test } from "@jest/globals";
import { chartChoice, seasonalRules } from "../../src/analysis/chartChoice.ts";
import { makingDataCount } from "../../src/analysis/ruleProfile.ts";

const count = { kind: "count" } as const;
const xmr = (rules: readonly string[], notes: readonly string[]) => ({
  chart: "xmr",
  ruleProfile: { ...makingDataCount, rules },
  notes,
});
const all = makingDataCount.rules;

describe("chartChoice", () => {
  test("counts of 5 and more a month have every rule", () => {
    expect(chartChoice(count, 5)).toEqual(xmr(all, []));
  });

  test("counts of 1 to 5 have the limits only", () => {
    expect(chartChoice(count, 4.99)).toEqual(xmr(["outside-limits"], ["low-mean"]));
    expect(chartChoice(count, 1)).toEqual(xmr(["outside-limits"], ["low-mean"]));
  });

  test("counts below 1 have no chart", () => {
    expect(chartChoice(count, 0.99)).toEqual({ chart: "none", reason: "mean-below-1" });
  });

  test("a small percentage or a short duration is not a small count", () => {
    expect(chartChoice({ kind: "other" }, 0.1)).toEqual(xmr(all, []));
  });

  test("rolling figures are a line, and so is a survey of fewer than 30 a month", () => {
    expect(chartChoice({ kind: "rolling" }, 800)).toEqual({ chart: "line", reason: "rolling" });
    expect(chartChoice({ kind: "survey", respondentsPerMonth: 10 }, 72)).toEqual({
      chart: "line",
      reason: "few-respondents",
    });
    expect(chartChoice({ kind: "survey", respondentsPerMonth: 30 }, 72)).toEqual(xmr(all, []));
  });

  test("a seasonal series keeps the limits and two in three; a rare seasonal one the limits", () => {
    const months = { months: 24 };
    expect(chartChoice(count, 900, months)).toEqual(
      xmr(["outside-limits", "two-in-three"], ["seasonal-short-history"]),
    );
    expect(chartChoice(count, 3, months)).toEqual(
      xmr(["outside-limits"], ["low-mean", "seasonal-short-history"]),
    );
  });

  test("rules that the measure had switched off stay off", () => {
    const profile = { ...makingDataCount, rules: ["outside-limits"] } as const;
    expect(chartChoice(count, 900, null, profile)).toEqual(xmr(["outside-limits"], []));
  });
});

test("seasonalRules say whether the history is too short to take the seasons out", () => {
  expect(seasonalRules(makingDataCount, 35).note).toBe("seasonal-short-history");
  expect(seasonalRules(makingDataCount, 36).note).toBe("seasonal");
  expect(seasonalRules(makingDataCount, 36).ruleProfile.rules).toEqual(["outside-limits", "two-in-three"]);
});
