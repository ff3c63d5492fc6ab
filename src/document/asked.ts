import type { Figure } from "../figures/figure.ts";
import type { Reference, Statistic } from "../figures/reference.ts";
import type { Register } from "../figures/register.ts";
import type { MeasureFacts } from "../model/facts.ts";
import type { Measure } from "../model/measure.ts";
import type { Area } from "../model/organisation.ts";

type Words = {
  readonly area?: string;
  readonly category?: string | null;
  readonly period?: string | null;
  readonly statistic?: Statistic;
};

/** A figure of a measure by its words; the force's latest value when nothing more is said. */
export const ask = (register: Register, measure: string, words: Words = {}): Figure =>
  register.figure(refer(measure, words));

/** The reference for those words. */
export const refer = (
  measure: string,
  { area = "force", category = null, period = null, statistic = "value" }: Words = {},
): Reference => ({
  measure,
  area,
  category,
  period,
  statistic,
});

/** The facts of a measure whose id was checked when it was read. */
export function factsOf(register: Register, id: string): MeasureFacts {
  return register.series(id).facts;
}

export const measureOf = (register: Register, id: string): Measure => factsOf(register, id).measure;

/** The force, its policing areas or its districts, in the order of organisation.yaml, where the measure is kept for them. */
export function areasOf(register: Register, id: string, kind: Area["kind"]): Area[] {
  const kept = measureOf(register, id).areas;
  return register.facts.organisation.areas.filter(
    (a) => a.kind === kind && (kept.includes(a.id) || kind === "force"),
  );
}

/** The name of an area or comparator. */
export function areaName(register: Register, id: string): string {
  const { areas, comparators } = register.facts.organisation;
  return areas.find((a) => a.id === id)?.name ?? comparators.find((c) => c.id === id)?.name ?? id;
}

export function shortAreaName(register: Register, id: string): string {
  const { areas, comparators } = register.facts.organisation;
  const found = areas.find((a) => a.id === id) ?? comparators.find((c) => c.id === id);
  return found?.short ?? found?.name ?? id;
}

/** The last `count` periods up to the latest with a value, missing ones included, oldest first. */
export function lastPeriods(register: Register, id: string, count: number): string[] {
  const { periods, latest } = register.series(id);
  const seen = latest === null ? [] : periods.filter((p) => p <= latest);
  return seen.slice(-count);
}
