import { describe, expect, test } from "@jest/globals";
import { monthsFrom } from "../../src/analysis/calendar.ts";
import { proposedRebase } from "../../src/analysis/rebase.ts";
import { xmrLimits } from "../../src/analysis/xmr.ts";
import { at, between, december, mean, others, percentages, rowsOf, series, sum } from "./measureCsv.ts";

// The rebuilt series of everything but the crime groups, as they stand in data/measures, against what the Performance Summary of
// December 2019 (and the scrutiny report of the same month) prints of them.

/** Averages that are printed, and where the average starts when not with the series. */
const averages: readonly (readonly [name: string, average: number, start?: string])[] = [
  ["hate-crime", 71],
  ["missing-persons", 169],
  ["domestic-abuse", 889],
  ["marac", 67, "2019-03"],
  ["child-at-risk", 622, "2018-10"],
  ["cse", 24],
  ["business-crime", 579],
  ["rural-crime", 903],
  ["cyber-crime", 94],
  ["action-fraud", 238],
  ["asb", 1132],
  ["asb.north", 589],
  ["emergency-response-time", 13 * 60 + 24],
];

test.each(averages)("the average of %s is %d", (name, average, start = "") => {
  expect(Math.round(mean(between(series(name), start)))).toBe(average);
});

test.each([
  ["rape-recent", 57],
  ["cse-non-recent", 45],
] as const)("the average of %s is %d%%", (name, average) => {
  const percents = new Map([...series(name), ...percentages(name)]);
  expect(percents.size).toBe(36);
  expect(Math.round(mean(percents))).toBe(average);
});

test.each([
  ["hate-crime", 689, 619],
  ["domestic-abuse", 7976, 8197],
  ["child-at-risk", 4045, 5870],
  ["cse", 210, 239],
])("%s from April to December: %d, then %d", (name, lastYear, thisYear) => {
  expect(sum(between(series(name), "2018-04", "2018-12"))).toBe(lastYear);
  expect(sum(between(series(name), "2019-04", "2019-12"))).toBe(thisYear);
});

const byArea = [
  "hate-crime",
  "missing-persons",
  "missing-persons-under-18",
  "domestic-abuse",
  "child-at-risk",
  "cse",
  "road-casualties",
  "business-crime",
  "rural-crime",
  "cyber-crime",
  "asb",
  "repeat-victims",
];

test.each(byArea)("the policing areas of %s add up to the force", (name) => {
  const [force, north, south] = [series(name), series(`${name}.north`), series(`${name}.south`)];
  expect(north.size).toBe(force.size);
  for (const [month, all] of force)
    expect([month, at(north, month) + at(south, month)]).toEqual([month, all]);
});

test.each([
  ["repeat-victims-by-offences", ["two-offences", "three-to-five", "six-or-more"]],
  ["da-repeat-victims-by-offences", ["two-offences", "three-to-five", "six-to-nine", "ten-or-more"]],
  ["hate-crime-types", ["racial", "sexual-orientation", "disability", "religion", "transgender"]],
  ["asb-types", ["nuisance", "personal", "environmental"]],
] as const)("the categories of %s add up", (name, categories) => {
  for (const [period, all] of series(name))
    expect([period, categories.reduce((total, c) => total + at(series(`${name}.${c}`), period), 0)]).toEqual([
      period,
      all,
    ]);
});

/** The months of the segment from `start` outside the limits that a chart shows. */
function exceptional(name: string, start = "", end = "9999"): string[] {
  const points = between(series(name), start, end);
  const limits = xmrLimits([...points.values()]);
  if (limits === null) throw new Error(`${name} has no limits`);
  return [...points].filter(([, v]) => v > limits.ucl || v < Math.max(0, limits.lcl)).map(([month]) => month);
}

describe("exceptional volumes", () => {
  const areas = ["", ".north", ".south"];
  const onlyThese: Readonly<Record<string, string[]>> = {
    "asb.north": [december],
    "missing-persons-under-18.south": [december],
  };
  const starts: Readonly<Record<string, string>> = { "child-at-risk": "2018-10" };
  const charted = byArea
    .filter((name) => name !== "repeat-victims")
    .flatMap((name) => areas.map((area) => [`${name}${area}`, starts[name] ?? ""] as const));
  test.each([
    ...charted,
    ["marac", "2019-03"],
    ["action-fraud", ""],
    ["dvpn", ""],
    ["emergency-response-time", ""],
    ["emergency-incidents", ""],
    ["calls-999", ""],
    ["calls-101", ""],
  ] as const)("%s: only where the paper says so", (name, start) => {
    expect(exceptional(name, start)).toEqual(onlyThese[name] ?? []);
  });
  test("the old segments of child at risk and MARAC too", () => {
    expect(exceptional("child-at-risk", "", "2018-09")).toEqual([]);
    expect(exceptional("marac", "", "2019-02")).toEqual([]);
  });
});

describe("new averages", () => {
  const detected = (name: string) =>
    proposedRebase([...series(name)].map(([period, value]) => ({ period, value })))[0];
  test("MARAC: eight months above 51 by October 2019", () => {
    expect(Math.round(mean(between(series("marac"), "", "2019-02")))).toBe(51);
    expect(detected("marac")).toMatchObject({
      start: "2019-03",
      detectedAt: "2019-10",
      direction: "increased",
    });
  });
  test("child at risk: the assumed step is one that the data show", () => {
    expect(detected("child-at-risk")).toMatchObject({ start: "2018-10", direction: "increased" });
  });
  test.each(["hate-crime", "domestic-abuse", "cse", "business-crime", "rural-crime", "action-fraud"])(
    "none for %s",
    (name) => {
      expect(detected(name)).toBeUndefined();
    },
  );
});

describe("other statements", () => {
  test("anti-social behaviour: December is the lowest month, about a quarter less this year, in winter low and in summer high", () => {
    const asb = series("asb");
    for (const value of others(asb, december)) expect(value).toBeGreaterThan(at(asb, december));
    const change = sum(between(asb, "2019-04", december)) / sum(between(asb, "2018-04", "2018-12")) - 1;
    expect(change).toBeGreaterThan(-0.28);
    expect(change).toBeLessThan(-0.22);
    const summer = (year: number): number => mean(between(asb, `${year}-06`, `${year}-08`));
    expect(summer(2019)).toBeLessThan(Math.min(summer(2017), summer(2018)));
    expect(summer(2019)).toBeGreaterThan(mean(between(asb, "2019-01", "2019-03")));
  });
  test("missing persons decline from year to year; children are among all", () => {
    const years = [2017, 2018, 2019].map((year) =>
      mean(between(series("missing-persons"), `${year}-01`, `${year}-12`)),
    );
    expect(years).toEqual([...years].sort((a, b) => b - a));
    for (const area of ["north", "south"])
      for (const [month, children] of series(`missing-persons-under-18.${area}`))
        expect(children).toBeLessThan(at(series(`missing-persons.${area}`), month));
    expect(at(series("missing-persons-under-18.north"), december)).toBeLessThan(
      at(series("missing-persons-under-18.north"), "2019-11"),
    );
  });
  test("child at risk peaks in September 2019; child sexual exploitation rose in the north in December", () => {
    expect(Math.max(...series("child-at-risk").values())).toBe(at(series("child-at-risk"), "2019-09"));
    expect(at(series("cse.north"), december)).toBeGreaterThan(at(series("cse.north"), "2019-11"));
  });
  test("cyber crime grows from year to year", () => {
    const years = [2017, 2018, 2019].map((year) =>
      mean(between(series("cyber-crime"), `${year}-01`, `${year}-12`)),
    );
    expect(years).toEqual([...years].sort((a, b) => a - b));
  });
  test("confidence: above both averages until March 2019, below both in June", () => {
    for (const peer of ["msg", "england-and-wales"]) {
      const ahead = ["2018-12", "2019-03", "2019-06"].map((q) =>
        Math.sign(at(series("confidence"), q) - at(series(`confidence.${peer}`), q)),
      );
      expect(ahead).toEqual([1, 1, -1]);
    }
  });
  test("victim satisfaction peaks in September 2017 (86%) and is flat in 2019/20", () => {
    const values = series("victim-satisfaction");
    for (const value of others(values, "2017-09")) expect(value).toBeLessThan(86);
    for (const value of between(values, "2019-04").values())
      expect(Math.abs(value - 75.5)).toBeLessThanOrEqual(1.5);
  });
  test("hate crime satisfaction falls from June to October 2019", () => {
    const values = [...between(series("hate-crime-satisfaction"), "2019-06", "2019-10").values()];
    values.slice(1).forEach((value, i) => {
      expect(value).toBeLessThan(values[i] ?? 0);
    });
  });
  test.each(["victim-satisfaction", "hate-crime-satisfaction"])(
    "%s of the force lies between its areas",
    (name) => {
      for (const [month, value] of series(name)) {
        const areas = [at(series(`${name}.north`), month), at(series(`${name}.south`), month)];
        expect(value).toBeGreaterThanOrEqual(Math.min(...areas));
        expect(value).toBeLessThanOrEqual(Math.max(...areas));
      }
    },
  );
  test("the six most common rural types make up 79%, then 82%", () => {
    const categories = [...new Set(rowsOf("rural-crime-types").map((row) => row.category))].filter(
      (c) => c !== "",
    );
    const top = (month: string): number =>
      categories
        .map((c) => at(series(`rural-crime-types.${c}`), month))
        .sort((a, b) => b - a)
        .slice(0, 6)
        .reduce((a, b) => a + b, 0);
    expect([top("2019-11"), top(december)]).toEqual([79, 82]);
  });
  test("the backlog of intelligence reports is stable for four weeks, and was far higher", () => {
    const weeks = [...series("intelligence-outstanding").values()];
    expect(weeks).toHaveLength(91);
    for (const value of weeks.slice(-4)) expect(Math.abs(value - 49)).toBeLessThanOrEqual(3);
    expect(Math.max(...weeks)).toBeGreaterThan(1000);
  });
  test("28 of the case files with errors are 24%", () =>
    expect(Math.round(at(percentages("file-quality"), december))).toBe(24));
  test.each(["officer-sickness", "staff-sickness"])(
    "%s is below last year's in every month since April",
    (name) => {
      for (const month of monthsFrom("2019-04", december))
        expect(at(series(name), month)).toBeLessThan(at(series(name), month.replace("2019", "2018")));
    },
  );
  test.each([
    ["answered-999", 94],
    ["answered-101", 75],
  ] as const)("the baseline of %s is the average of three financial years", (name, baseline) => {
    const years = between(series(name), "2016-04", "2019-03");
    expect(years.size).toBe(36);
    expect(Math.round(mean(years))).toBe(baseline);
  });
  test("91% of 999 calls were answered in time from April to December 2019", () => {
    expect(Math.round(mean(between(series("answered-999"), "2019-04", december)))).toBe(91);
  });
});

describe("every row", () => {
  const rebuilt = [
    ...byArea,
    "marac",
    "marac-repeat",
    "da-repeat-victims",
    "da-outcome-16",
    "da-outcome-15",
    "action-taken",
    "outcome-16",
    "outcome-14",
    "action-fraud",
    "emergency-incidents",
    "emergency-response-time",
    "calls-999",
    "calls-101",
  ];
  test.each(rebuilt)("%s: months without a gap, whole numbers, printed or estimated", (name) => {
    const rows = rowsOf(name);
    const months = [...new Set(rows.filter((row) => row.area === "force").map((row) => row.period))];
    expect(months).toEqual(monthsFrom(months[0] ?? "", december));
    expect(months.length).toBeGreaterThanOrEqual(27);
    for (const { value, status, reason } of rows) {
      expect(status === "missing" ? value + String(reason === "") : value).toMatch(
        status === "missing" ? /^false$/ : /^\d+(:[0-5]\d)?$/,
      );
      expect(["published", "estimated", "missing"]).toContain(status);
    }
  });
  test.each(rebuilt)("%s is neither flat nor a saw", (name) => {
    const steps = [...series(name).values()].flatMap((value, i, all) =>
      i === 0 ? [] : [Math.sign(value - (all[i - 1] ?? 0))],
    );
    const turns = steps.filter((step, i) => i > 0 && step !== steps[i - 1]).length;
    expect(steps.filter((step) => step === 0).length).toBeLessThan(steps.length / 4);
    expect(turns).toBeLessThan(0.9 * (steps.length - 1));
  });
});
