import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { crimePlans } from "../../scripts/reconstruct/crime.ts";
import { seededRandom } from "../../scripts/reconstruct/random.ts";
import { mean } from "../../src/analysis/numbers.ts";
import { proposedRebase } from "../../src/analysis/rebase.ts";
import { roundDecimal, roundRatio } from "../../src/analysis/rounding.ts";
import { seedTrend } from "../../src/analysis/trend.ts";
import { chartOf, countOf, measureOf, months, organisation, rowAt, rowsOf, sumOf } from "./crimeData.ts";

// Everything that the Performance Summary of December 2019 prints of recorded crime, held against the files in data/.

const total = "total-recorded-crime";
const areas = ["force", "north", "south"];
const districts = {
  north: ["north-warks", "nuneaton-bedworth", "rugby"],
  south: ["stratford", "warwick"],
} as const;
const robberies = ["business-robbery", "personal-robbery"];
const society = [
  "drug-offences",
  "possession-of-weapons",
  "public-order-offences",
  "misc-crimes-against-society",
];
const groups = measureOf(total).parts;
const compared = [
  total,
  ...groups.filter((g) => g !== "homicide" && !society.includes(g)),
  ...robberies,
  "other-crimes-against-society",
];
const all = [...new Set([...groups, ...compared, ...society])];

/** April to December 2018 and 2019: "performance against annual projections". Its violence with injury counts a homicide. */
const yearToDate: readonly (readonly [string, number, number])[] = [
  [total, 32086, 31903],
  ["violence-with-injury", 3525, 3567],
  ["violence-without-injury", 6600, 7392],
  ["rape", 300, 416],
  ["other-sexual-offences", 662, 688],
  ["robbery", 347, 346],
  ["residential-burglary", 1624, 1288],
  ["business-community-burglary", 1487, 1493],
  ["vehicle-offences", 3818, 3480],
  ["theft-from-person", 359, 307],
  ["shoplifting", 2556, 2549],
  ["bicycle-theft", 576, 475],
  ["all-other-theft", 3445, 3497],
  ["criminal-damage-arson", 3528, 3116],
  ["drug-offences", 648, 660],
  ["possession-of-weapons", 328, 358],
  ["public-order-offences", 1781, 1767],
  ["misc-crimes-against-society", 502, 503],
];

/** Monthly averages in the text. */
const averages: readonly (readonly [string, string, number])[] = [
  [total, "force", 3490],
  ["violence-with-injury", "force", 378],
  ["violence-without-injury", "force", 764],
  ["rape", "force", 39],
  ["rape", "north", 22],
  ["other-sexual-offences", "force", 79],
  ["robbery", "force", 36],
  ["residential-burglary", "force", 141],
];

/** Where October, November and December 2019 lie outside the limits; everywhere else they lie inside. */
const outside: Readonly<Record<string, readonly (string | null)[]>> = {
  "violence-with-injury south": [null, null, "high"],
  "violence-without-injury force": [null, null, "high"],
  // 33 in both months: the one cannot be exceptional without the other.
  "rape north": [null, "high", "high"],
  "vehicle-offences north": [null, null, "high"],
  "drug-offences north": [null, null, "high"],
  "bicycle-theft force": [null, null, "low"],
};
const rising = [
  "violence-with-injury",
  "rape",
  "other-sexual-offences",
  "personal-robbery",
  "robbery",
  "shoplifting",
  "criminal-damage-arson",
  "drug-offences",
  "misc-crimes-against-society",
];
const inBreakdown = all.filter((id) => id !== "homicide" && id !== "other-crimes-against-society");

describe("the series", () => {
  test.each(all)("%s has every month for the force and its two areas", (id) => {
    for (const area of areas) expect(months.map((month) => countOf(id, month, area))).toHaveLength(36);
  });

  test.each(compared)("%s has the districts for October to December 2019 and no other month", (id) => {
    const found = rowsOf(id).filter((row) => !["", "north", "south"].includes(row.area));
    expect(found.map(({ period }) => period)).toEqual(
      ["2019-10", "2019-11", "2019-12"].flatMap((month) => Array<string>(5).fill(month)),
    );
  });

  test("the total is the one of the first paper", () => {
    const monthly = [
      3043, 2951, 3187, 3118, 3342, 3251, 3421, 3288, 3336, 3171, 3262, 3064, 3148, 2957, 3176, 3498, 3661,
      3622, 3934, 3655, 3471, 3452, 3296, 3497, 3190, 2934, 3177, 3388, 3502, 3431, 3574, 3468, 3467, 3792,
      3543, 3738,
    ];
    expect(months.map((month) => countOf(total, month))).toEqual(monthly);
  });

  test.each(all.filter((id) => id !== "homicide"))("%s is neither flat nor a saw", (id) => {
    const values = months.map((month) => countOf(id, month));
    const steps = values.slice(1).map((value, i) => value - (values[i] ?? 0));
    const turns = steps.slice(1).filter((step, i) => step * (steps[i] ?? 0) < 0).length;
    expect(new Set(values).size).toBeGreaterThan(8);
    expect(turns).toBeLessThan(32);
  });
});

describe("sums", () => {
  test.each(all)("the areas of %s add up to the force", (id) => {
    for (const month of months)
      expect(countOf(id, month, "north") + countOf(id, month, "south")).toBe(countOf(id, month));
  });

  test.each([
    [total, groups],
    ["robbery", robberies],
    ["other-crimes-against-society", society],
  ])("the parts of %s add up to it in every month and area", (whole, parts) => {
    expect(measureOf(whole).parts).toEqual(parts);
    for (const area of areas)
      for (const month of months)
        expect(parts.reduce((sum, part) => sum + countOf(part, month, area), 0)).toBe(
          countOf(whole, month, area),
        );
  });

  test.each(compared)("the districts of %s add up to its areas, or a difference is declared", (id) => {
    const found = ["2019-10", "2019-11", "2019-12"].flatMap((month) =>
      (["north", "south"] as const)
        .filter(
          (area) =>
            districts[area].reduce((sum, d) => sum + countOf(id, month, d), 0) !== countOf(id, month, area),
        )
        .map((area) => `${month} ${area}`),
    );
    expect(measureOf(id).differences.map(({ period, area }) => `${period} ${area}`)).toEqual(found);
    expect(found.filter((place) => place.startsWith("2019-12"))).toEqual([]);
  });

  test.each(yearToDate)("%s from April to December is %d and %d", (id, before, now) => {
    expect(sumOf(id, "2018-04", "2018-12")).toBe(before);
    expect(sumOf(id, "2019-04", "2019-12")).toBe(now);
  });
});

describe("charts", () => {
  test.each(averages)("the average of %s (%s) is %d", (id, area, printed) => {
    expect(roundDecimal(chartOf(id, area).mean, 0).value).toBe(printed);
  });

  test.each(
    [...inBreakdown, "other-crimes-against-society"].flatMap((id) => areas.map((area) => `${id} ${area}`)),
  )("%s is exceptional where the paper says so and nowhere else", (name) => {
    const [id = "", area] = name.split(" ");
    expect(chartOf(id, area).sides).toEqual(outside[name] ?? [null, null, null]);
  });

  test.each(inBreakdown)("%s has the printed trend", (id) => {
    const trend = seedTrend({
      current: countOf(id, "2019-12"),
      previous: countOf(id, "2019-11"),
      beforePrevious: countOf(id, "2019-10"),
      lastYear: countOf(id, "2018-12"),
    });
    expect(trend).toBe(rising.includes(id));
  });

  test.each(all.filter((id) => measureOf(id).baselines.length > 0))("%s steps as its baseline says", (id) => {
    const starts = measureOf(id).baselines.map(({ start }) => start);
    expect(starts).toEqual(["2018-04"]);
    const before = mean(months.filter((m) => m < "2018-04").map((m) => countOf(id, m))) ?? 0;
    const eight = months.slice(15, 23).map((m) => Math.sign(countOf(id, m) - before));
    expect(new Set(eight).size).toBe(1);
  });

  test.each(all.filter((id) => id !== "homicide"))("%s asks for no further average", (id) => {
    const rebase = measureOf(id).baselines.map(({ start }) => start);
    for (const area of areas)
      expect(
        proposedRebase(
          months.map((period) => ({ period, value: countOf(id, period, area) })),
          { rebase },
        ),
      ).toEqual([]);
  });
});

type Cell = { readonly ref: string; readonly printed: string; readonly held?: string };
type Printed = readonly { readonly table: string; readonly cells: readonly Cell[] }[];

describe("the printed tables", () => {
  const file = join(import.meta.dirname, "..", "fixtures", "printed", "crime-tables.yaml");
  const tables = parse(readFileSync(file, "utf8")) as Printed;
  const cells = tables.flatMap(({ cells }) => cells);
  /** A measure, perhaps an area, a statistic and a month. */
  const parts = (ref: string) => {
    const [path = "", month = "2019-12"] = ref.split("@");
    const [id = "", ...words] = path.split(".");
    const area = words.find((word) => organisation.areas.some((a) => a.id === word)) ?? "force";
    return { id, area, month, statistic: words.find((word) => word !== area) ?? "value" };
  };

  test("every printed count stands in the files, published, and every other count is estimated", () => {
    const counts = cells.filter(({ ref }) => ["value", "previous", "yearAgo"].includes(parts(ref).statistic));
    const printed = new Set<string>();
    for (const { ref, printed: asPrinted, held } of counts) {
      const { id, area, month, statistic } = parts(ref);
      const at = { value: month, previous: "2019-11", yearAgo: "2018-12" }[statistic] ?? month;
      expect([ref, rowAt(id, at, area)?.value, rowAt(id, at, area)?.status]).toEqual([
        ref,
        held ?? asPrinted,
        "",
      ]);
      printed.add(`${id} ${area} ${at}`);
    }
    const published = all.flatMap((id) =>
      rowsOf(id)
        .filter(({ status }) => status === "")
        .map((row) => `${id} ${row.area || "force"} ${row.period}`),
    );
    expect(published.filter((name) => !printed.has(name) && !isSumOfPrinted(name))).toEqual([]);
  });

  /** Not printed themselves, but the plain sum of printed counts: the areas and robbery of December, and two of the groups. */
  const isSumOfPrinted = (name: string): boolean =>
    name.endsWith(" 2019-12") || /^other-crimes-against-society force (2018-12|2019-11)$/.test(name);

  test("every rate is the printed one", () => {
    const rates = cells.filter(({ ref }) => parts(ref).statistic === "rate");
    expect(rates).toHaveLength(288);
    for (const { ref, printed, held } of rates) {
      const { id, area, month } = parts(ref);
      const base = organisation.bases[measureOf(id).rateBase ?? "population"].areas[area] ?? Number.NaN;
      expect([ref, roundRatio(1000 * countOf(id, month, area), base, 2).text]).toEqual([
        ref,
        held ?? printed,
      ]);
    }
  });
});

describe("the script", () => {
  test("makes the same rows again", () => {
    for (const plan of crimePlans) {
      const rebuilt = plan.rebuild(
        (id) => rowsOf(id).filter(({ status }) => status !== "estimated"),
        seededRandom,
      );
      for (const id of plan.measures)
        expect(rebuilt.get(id)).toEqual(rowsOf(id).filter(({ status }) => status === "estimated"));
    }
  });
});
