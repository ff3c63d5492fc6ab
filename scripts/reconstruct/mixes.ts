import { monthsFrom } from "../../src/analysis/calendar.ts";
import type { Plan, Row } from "./plan.ts";
import { normal, type Random } from "./random.ts";
import { estimates } from "./rows.ts";
import { firstThat, shareOut, sum } from "./solve.ts";

// Breakdowns of which one or a few percentages are printed: whole percentages that add up to 100.

type Mix = {
  readonly measure: string;
  readonly months: readonly string[];
  /** The usual percentages; what is printed stays. */
  readonly usual: Readonly<Record<string, number>>;
  accepts?(month: string, shares: ReadonlyMap<string, number>): boolean;
};

const mixPlan = (mix: Mix): Plan => ({
  measures: [mix.measure],
  rebuild(published, streams) {
    const rows = published(mix.measure);
    const random = streams(mix.measure);
    const estimated = mix.months.flatMap((month) => {
      const shares = firstThat(
        `${mix.measure} ${month}`,
        () => drawShares(mix, rows, month, random),
        (drawn) => mix.accepts?.(month, drawn) ?? true,
      );
      const total = { values: new Map([[month, 100]]) };
      return estimates(rows, [
        total,
        ...[...shares].map(([category, value]) => ({ category, values: new Map([[month, value]]) })),
      ]);
    });
    return new Map([[mix.measure, estimated]]);
  },
});

function drawShares(
  { usual }: Mix,
  rows: readonly Row[],
  month: string,
  random: Random,
): Map<string, number> {
  const known = new Map(
    rows
      .filter((row) => row.period === month && row.category !== "")
      .map((row) => [row.category, Number(row.value)]),
  );
  const free = Object.entries(usual).filter(([category]) => !known.has(category));
  const parts = shareOut(
    100 - sum(known.values()),
    free.map(([, share]) => share * Math.exp(0.07 * normal(random))),
  );
  return new Map(
    Object.keys(usual).map((category) => [
      category,
      known.get(category) ?? parts[free.findIndex(([id]) => id === category)] ?? 0,
    ]),
  );
}

/** "Fairly consistent": racial motives are the majority throughout. */
const hateCrimeTypes = mixPlan({
  measure: "hate-crime-types",
  months: monthsFrom("2019-10", "2019-12"),
  usual: { racial: 69, "sexual-orientation": 13, disability: 9, religion: 6, transgender: 3 },
});

/** Shoplifting remains the top type, with much the same share as in November. */
const businessCrimeTypes = mixPlan({
  measure: "business-crime-types",
  months: ["2018-12", "2019-11", "2019-12"],
  usual: {
    shoplifting: 40,
    "all-other-theft": 20,
    burglary: 14,
    "criminal-damage": 9,
    "violence-without-injury": 6,
    vehicle: 4,
    "public-order": 3,
    other: 4,
  },
  accepts: (_, shares) => Math.abs((shares.get("shoplifting") ?? 0) - 40) <= 2,
});

/** What the six most common types have in common, by month. */
const topSix: Readonly<Record<string, number>> = { "2019-11": 79, "2019-12": 82 };

const ruralCrimeTypes = mixPlan({
  measure: "rural-crime-types",
  months: ["2018-12", "2019-11", "2019-12"],
  usual: {
    "violence-without-injury": 20,
    vehicle: 16,
    "all-other-theft": 14,
    burglary: 12,
    "criminal-damage": 10,
    "violence-with-injury": 9,
    "public-order": 5,
    shoplifting: 4,
    "sexual-offences": 3,
    "drug-offences": 3,
    other: 4,
  },
  accepts: (month, shares) =>
    topSix[month] === undefined ||
    sum([...shares.values()].sort((a, b) => b - a).slice(0, 6)) === topSix[month],
});

const actionFraudAges = mixPlan({
  measure: "action-fraud-ages",
  months: ["2019-11"],
  usual: {
    "under-20": 3,
    "20-to-29": 15,
    "30-to-39": 15,
    "40-to-49": 17,
    "50-to-59": 23,
    "60-to-69": 14,
    "70-to-79": 9,
    "80-and-over": 4,
  },
  accepts: (_, shares) => [...shares].every(([age, share]) => age === "50-to-59" || share < 21),
});

/** "Comparable to previous months". */
const asbTypes = mixPlan({
  measure: "asb-types",
  months: monthsFrom("2019-01", "2019-12"),
  usual: { nuisance: 75, personal: 15, environmental: 10 },
  accepts: (_, shares) => Math.abs((shares.get("nuisance") ?? 0) - 75) <= 2,
});

export const mixPlans: Plan[] = [
  hateCrimeTypes,
  businessCrimeTypes,
  ruralCrimeTypes,
  actionFraudAges,
  asbTypes,
];
