import { z } from "zod";
import { isMonth, isRealDate, periodKinds } from "./period.ts";

/** A short name for files, references and addresses: `residential-burglary`. */
export const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use small letters, digits and hyphens, e.g. residential-burglary");
export const Month = z.string().refine(isMonth, "write the year and month, e.g. 2026-04");
export const IsoDate = z
  .string()
  .refine(isRealDate, "write a date that exists as year-month-day, e.g. 2026-04-30");
const Words = z.string().trim().min(1, "write at least a word here");

/**
 * What the numbers of a series are. `percent` runs from 0 to 100; a duration is written mm:ss or h:mm:ss and kept in seconds; a
 * rank is a place, 1 the first, written `3` or `3=` where it is shared, and its denominator is how many were ranked.
 */
export const units = ["count", "percent", "duration", "rate", "fte", "headcount", "pounds", "rank"] as const;
export type Unit = (typeof units)[number];

/** A category of a series that is broken down: an offence type, a stage of satisfaction, an outcome group. */
const Category = z.strictObject({
  id: Id,
  title: Words,
  /** What stands beside the title in a table, e.g. the outcome codes of a group. */
  detail: Words.optional(),
});

/** Where a new average starts. A person decides it; panelpack only proposes. */
const Baseline = z.strictObject({
  start: Words,
  reason: Words,
  confirmedBy: Words,
  confirmedOn: IsoDate,
});

/** A published or local standard that the value is held against, in the unit of the measure. */
const Target = z.strictObject({
  kind: z.enum(["target", "baseline", "standard"]),
  value: z.number(),
  label: Words,
  note: Words.optional(),
});

/** Something that happened and belongs on the chart. */
const Event = z.strictObject({
  period: Words,
  label: Words,
  kind: z.enum(["event", "method"]).default("event"),
});

/** The figures come from a survey, so their differences are tested, where the numbers of answers are known and no month is shared. */
const Survey = z.strictObject({
  /** Months that the value of a month covers, that month the last of them. */
  months: z.int().min(1, "a value covers at least one month").max(60).default(1),
});

/** A sum that does not add up, and why: the check accepts it and the page says so. */
const Difference = z.strictObject({
  period: Words,
  area: Id.default("force"),
  of: z.enum(["areas", "districts", "parts", "categories"]),
  reason: Words,
});

/** The charts that a measure can ask for; `line` and `none` have no limits. */
const chartKinds = ["xmr", "p", "pp", "u", "up", "c", "g", "t", "line", "none"] as const;

/** The rules that a control chart may have. */
const ruleNames = ["outside-limits", "trend", "two-in-three", "run"] as const;

/** How control charts are made and judged. Source: docs/deviations.md; the defaults are those of Making Data Count. */
export const RuleSettings = z.strictObject({
  runLength: z.literal([7, 8]),
  trendLength: z.literal([6, 7]),
  rules: z.array(z.enum(ruleNames)),
  /** What "increasing trend" means: a rising trend or a run above the average, or the printed papers' rule (docs/deviations.md). */
  increasingTrend: z.enum(["rules", "seedTrend"]),
  /** Leave outlying moving ranges out of the limits. */
  screenOutliers: z.boolean(),
  /** Freeze average and limits of each baseline on its first so many months; null for all. */
  fixAfter: z.int().min(12, "limits can be fixed after 12 or more months").nullable(),
});
export type RuleSettings = z.infer<typeof RuleSettings>;

export const usualRules: RuleSettings = {
  runLength: 7,
  trendLength: 7,
  rules: [...ruleNames],
  increasingTrend: "rules",
  screenOutliers: true,
  fixAfter: null,
};

/** The settings with some of them set otherwise. */
export const withRules = (usual: RuleSettings, own: Partial<OwnRules>): RuleSettings => ({
  runLength: own.runLength ?? usual.runLength,
  trendLength: own.trendLength ?? usual.trendLength,
  rules: own.rules ?? usual.rules,
  increasingTrend: own.increasingTrend ?? usual.increasingTrend,
  screenOutliers: own.screenOutliers ?? usual.screenOutliers,
  fixAfter: own.fixAfter === undefined ? usual.fixAfter : own.fixAfter,
});
type OwnRules = { [setting in keyof RuleSettings]: RuleSettings[setting] | undefined };

/** A projection that was published for a whole financial year, printed as data. */
const AnnualProjection = z.strictObject({
  year: z.string().regex(/^\d{4}\/\d{2}$/, "write the financial year, e.g. 2019/20"),
  changePercent: z.number(),
});

/** A published performance measure, as written in `data/measures/<id>.yaml`. Its series may stand in `<id>.csv` beside it. */
export const Measure = z.strictObject({
  id: Id,
  title: z.string().min(1, "give the title the panel will read"),
  priority: Id,
  /** What is counted, as the sentences say it: "53 rape offences were recorded". */
  counted: z.strictObject({
    one: Words,
    many: Words,
    verb: Words.default("were recorded"),
    verbOne: Words.default("was recorded"),
  }),
  unit: z.enum(units),
  /** Most decimals that are printed; a count has none. */
  decimals: z.int().min(0).max(4).default(0),
  improvementDirection: z.enum(["increase", "decrease", "neutral"]),
  signsOfImprovement: z.array(Words).min(1, "say what an improvement would look like"),
  definition: Words,
  source: z.strictObject({
    system: Words,
    extracted: IsoDate.optional(),
    url: z.url("give the web address the figures were taken from").optional(),
  }),
  periods: z.enum(periodKinds),
  areas: z.array(Id).min(1).default(["force"]),
  /** Whole months between the end of a period and the day its figures can be used. */
  availabilityLag: z.strictObject({ months: z.int().min(0).max(24), reason: Words }).optional(),
  comparableFrom: z.strictObject({ period: Words, reason: Words }).optional(),
  /** Chosen by docs/deviations.md's table when absent; `why` is printed on the method page. */
  chart: z.strictObject({ kind: z.enum(chartKinds), why: Words }).optional(),
  /** Where this measure's chart goes by other rules than the office's; `why` is printed on the method page. */
  rules: RuleSettings.partial().extend({ why: Words }).optional(),
  seasonal: z.boolean().default(false),
  baselines: z.array(Baseline).default([]),
  /** The days on which events of a rare kind happened: where there are enough, the days between them are charted. */
  occurrences: z.array(IsoDate).default([]),
  denominator: z.strictObject({ title: Words, note: Words.optional() }).optional(),
  survey: Survey.optional(),
  /** The base of the rate per 1,000, a list in organisation.yaml. */
  rateBase: z.enum(["population", "households"]).optional(),
  targets: z.array(Target).default([]),
  peers: z.array(Id).default([]),
  events: z.array(Event).default([]),
  categories: z.array(Category).default([]),
  categoriesAddUp: z.boolean().default(false),
  /** Measures that together make up this one. */
  parts: z.array(Id).default([]),
  differences: z.array(Difference).default([]),
  annualProjection: AnnualProjection.optional(),
  caveats: z.array(Words).default([]),
  /** Each row may have the columns of a CSV: period, area, category, value, denominator, status, reason, was, revised. */
  series: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))).optional(),
});
export type Measure = z.infer<typeof Measure>;
