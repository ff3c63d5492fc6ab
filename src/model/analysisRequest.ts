import { z } from "zod";

/** More than any series of months has. */
const mostValues = 5_000;
/** Fifteen digits are what a number holds exactly. */
const furthest = 1e15;

const Value = z.number().refine((value) => Math.abs(value) < furthest, "write a number of at most 15 digits");
const list = <T extends z.ZodType>(item: T) =>
  z.array(item).max(mostValues, `a series has at most ${mostValues} values`);

/** A month or, for g and t, a day; a number stands for the place of an event. */
const Label = z.string().max(40, "write the year and month, e.g. 2019-12");

const Title = z
  .string()
  .min(1, "write the title, or leave the key out")
  .max(200, "a title has at most 200 characters")
  .regex(/^\P{Cc}*$/u, "write the title in one line of ordinary characters");

/** What may be wanted of the control chart. */
export const AnalysisOptions = z.strictObject({
  improvementDirection: z.enum(["increase", "decrease", "neutral"]).nullish(),
  target: Value.nullish(),
  rebase: list(Label).nullish(),
  fixAfterNPoints: z.int().min(12, "limits can be fixed after 12 or more points").nullish(),
  screenOutliers: z.boolean().nullish(),
});

/** A series from outside any report and what is wanted of it, as JSON or YAML; what is not used may be null or left out. */
export const AnalysisRequest = z.strictObject({
  title: Title.nullish(),
  /** What the values are where they have no denominators. */
  unit: z.enum(["count", "percent", "duration", "rate", "pounds"]).nullish(),
  months: list(Label).nullish(),
  values: list(Value.nullable()).min(1, "give at least one value"),
  denominators: list(Value.nonnegative("a base is a number from 0").nullable()).nullish(),
  chart: z.enum(["xmr", "p", "pp", "u", "up", "c", "g", "t"]).nullish(),
  options: AnalysisOptions.nullish(),
  projection: z
    .strictObject({
      horizon: z.int().min(1, "project one month or more").max(60, "project at most 60 months").nullish(),
      window: z
        .int()
        .min(12, "look back on 12 months or more")
        .max(600, "look back on at most 600 months")
        .nullish(),
    })
    .nullish(),
});
export type AnalysisRequest = z.infer<typeof AnalysisRequest>;
