import type { Diagnostic, Place } from "../diagnostic.ts";
import { didYouMean } from "../sources/suggest.ts";
import type { Measure, Unit } from "./measure.ts";
import { isPeriod, isRealDate, periodExample } from "./period.ts";

/** How far a value may be relied on; everything but `published` is said wherever the value is shown. */
export const statuses = [
  "published",
  "estimated",
  "provisional",
  "revised",
  "suppressed",
  "missing",
] as const;
export type Status = (typeof statuses)[number];

/** What a value was (and the n of a percentage of n in N), until the day on which the new one became known. */
type Revision = {
  readonly was: number;
  readonly numerator: number | null;
  readonly tied: boolean;
  readonly on: string;
};

/** One value of a series. `null` means not published or not available; zero means zero. */
export type Observation = {
  readonly period: string;
  /** An area, or a comparator such as the national average. */
  readonly area: string;
  readonly category: string | null;
  /** In the measure's unit: counts, percent 0 to 100, seconds, pounds, a place. */
  readonly value: number | null;
  /** For a percentage or a rate that is known as n of N, the n. */
  readonly numerator: number | null;
  /** The N of a percentage or a rate, the base of a count, or how many were ranked. */
  readonly denominator: number | null;
  /** True for a place that is shared with others. */
  readonly tied: boolean;
  /** Decimals with which the source gives the value. */
  readonly decimals: number;
  readonly status: Status;
  readonly reason: string | null;
  /** What the value was before it was revised, and from which day on the new one is known. */
  readonly revision: Revision | null;
  readonly place: Place;
};

/** What the values of a unit that is counted over a base are for so many of the base: percentages 100, rates 1,000. */
export const basePer = (unit: Unit): number | null =>
  unit === "percent" ? 100 : unit === "rate" ? 1000 : null;

/** A row as read from CSV or YAML: the text of each column and where it stands. */
export type SeriesRow = {
  readonly place: Place;
  readonly cells: Readonly<Record<string, { readonly text: string; readonly place: Place } | undefined>>;
};

/** The columns that a series may have. */
export const seriesColumns = [
  "period",
  "area",
  "category",
  "value",
  "denominator",
  "status",
  "reason",
  "was",
  "revised",
] as const;

/** What an area or category of this measure may be called. */
export type SeriesNames = { readonly areas: readonly string[]; readonly categories: readonly string[] };

/** Reads one row; problems are added to `problems` and the row is then left out (`null`). */
export function readObservation(
  row: SeriesRow,
  measure: Measure,
  names: SeriesNames,
  problems: Diagnostic[],
): Observation | null {
  const before = problems.length;
  const cell = (column: string) => row.cells[column]?.text ?? "";
  const wrong = (column: string, message: string, hint?: string): void => {
    problems.push({
      place: row.cells[column]?.place ?? row.place,
      message: `${column}: ${message}`,
      ...(hint ? { hint } : {}),
    });
  };
  const period = cell("period");
  if (!isPeriod(measure.periods, period))
    wrong(
      "period",
      `write a ${measure.periods} that exists, e.g. ${periodExample[measure.periods]}${period ? `, not \`${period}\`` : ""}`,
    );
  const area = cell("area") || "force";
  if (!names.areas.includes(area))
    wrong("area", `\`${area}\` is not an area of this measure`, didYouMean(area, names.areas));
  const category = cell("category") || null;
  if (category !== null && !names.categories.includes(category))
    wrong(
      "category",
      `\`${category}\` is not a category of this measure`,
      didYouMean(category, names.categories),
    );
  const status = (cell("status") || "published") as Status;
  if (!statuses.includes(status))
    wrong("status", `\`${status}\` is not a status`, didYouMean(status, statuses));
  const value = readValue(cell("value"), measure.unit);
  const denominator = cell("denominator") === "" ? null : readNumber(cell("denominator"));
  if (value === undefined) wrong("value", valueAdvice(measure.unit, cell("value")));
  else if (measure.unit === "percent") checkShare(value, denominator ?? null, wrong);
  else if (measure.unit === "rank") checkPlace(value, denominator ?? null, wrong);
  if (denominator === undefined) wrong("denominator", "write a plain number, e.g. 2606");
  if (typeof denominator === "number" && denominator <= 0 && basePer(measure.unit) !== null)
    wrong("denominator", `a ${measure.unit === "rate" ? "rate" : "percentage"} needs a denominator above 0`);
  const reason = cell("reason") || null;
  if (value !== undefined) checkStatus(status, value, reason, wrong);
  const revision = readRevision(status, cell("was"), cell("revised"), measure.unit, wrong);
  if (problems.length > before) return null;
  const per = basePer(measure.unit);
  const counted = per !== null && typeof denominator === "number" && value !== null;
  const inUnit = (number: number): number => (counted ? (per * number) / denominator : number);
  return {
    period,
    area,
    category,
    status,
    reason,
    revision: revision && {
      was: inUnit(revision.was),
      numerator: counted ? revision.was : null,
      tied: isTied(cell("was"), measure.unit),
      on: revision.on,
    },
    value: typeof value === "number" ? inUnit(value) : null,
    numerator: counted ? (value ?? null) : null,
    denominator: denominator ?? null,
    tied: isTied(cell("value"), measure.unit),
    decimals: /\.(\d+)$/.exec(cell("value"))?.[1]?.length ?? 0,
    place: row.cells["value"]?.place ?? row.place,
  };
}

/** A percentage runs from 0 to 100, and the number behind it is a part of the denominator. */
function checkShare(value: number | null, denominator: number | null, wrong: Wrong): void {
  if (value === null || value <= (denominator ?? 100)) return;
  wrong(
    "value",
    denominator === null
      ? "a percentage is at most 100"
      : `write the number behind the percentage, at most the denominator ${denominator}`,
  );
}

/** A place is one of those that were ranked. */
function checkPlace(place: number | null, ranked: number | null, wrong: Wrong): void {
  if (ranked !== null && !Number.isInteger(ranked))
    wrong("denominator", "write how many were ranked, a whole number, e.g. 43");
  if (place === null) return;
  if (place === 0) wrong("value", "the first place is 1");
  if (ranked !== null && place > ranked) wrong("value", `a place among ${ranked} is at most ${ranked}`);
}

type Wrong = (column: string, message: string, hint?: string) => void;

function checkStatus(status: Status, value: number | null, reason: string | null, wrong: Wrong): void {
  const without = status === "missing" || status === "suppressed";
  if (without && value !== null) wrong("value", `leave the value empty when the status is ${status}`);
  if (!without && value === null)
    wrong("value", "write the value, or give the status `missing` and a reason");
  if (without && reason === null) wrong("reason", `say why the value is ${status}`);
}

function readRevision(
  status: Status,
  was: string,
  on: string,
  unit: Unit,
  wrong: Wrong,
): Pick<Revision, "was" | "on"> | null {
  if (status !== "revised") {
    if (was !== "" || on !== "") wrong("status", "write `revised` where `was` or `revised` is given");
    return null;
  }
  const old = readValue(was, unit);
  if (typeof old !== "number") wrong("was", "give the value that was published before");
  if (!isRealDate(on)) wrong("revised", "give the day of the revision, e.g. 2020-02-14");
  return typeof old === "number" ? { was: old, on } : null;
}

/** `undefined` means the text is no value of that unit; an empty text means none. */
function readValue(text: string, unit: Unit): number | null | undefined {
  if (text === "") return null;
  if (unit === "duration") return readDuration(text);
  if (unit === "rank") return readRank(text);
  return isWhole(unit) && text.includes(".") ? undefined : readNumber(text);
}

/** Fifteen digits are what a number holds exactly. */
const readNumber = (text: string): number | undefined =>
  /^\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : undefined;

const readRank = (text: string): number | undefined =>
  /^\d{1,15}=?$/.test(text) ? Number(text.replace("=", "")) : undefined;
const isTied = (text: string, unit: Unit): boolean => unit === "rank" && text.endsWith("=");

/** Events and heads come whole. */
const isWhole = (unit: Unit): boolean => unit === "count" || unit === "headcount";

function readDuration(text: string): number | undefined {
  const [, hours, minutes, seconds] = /^(?:(\d+):)?(\d{1,2}):([0-5]\d)$/.exec(text) ?? [];
  return minutes === undefined
    ? undefined
    : Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
}

function valueAdvice(unit: Unit, text: string): string {
  if (unit === "duration") return `write minutes and seconds, e.g. 14:01, not \`${text}\``;
  if (unit === "rank") return `write a place, e.g. 3, or 3= where it is shared, not \`${text}\``;
  return `write a plain ${isWhole(unit) ? "whole " : ""}number without commas or signs, e.g. ${unit === "percent" ? "75" : "3738"}, not \`${text}\``;
}
