import { monthsFrom } from "../../src/analysis/calendar.ts";
import type { Row } from "./plan.ts";
import { normal, type Random } from "./random.ts";
import { estimates, printed, printedBases } from "./rows.ts";
import { at, type Series, shareIn, shareOut, sum } from "./solve.ts";

// Repeat victims since September 2017. December 2019 is the highest number and the highest share of all.

export const periods = monthsFrom("2017-09", "2019-12");
export const december = "2019-12";

/** Repeat victims and all victims of one area. */
export type Counted = { readonly repeats: Map<string, number>; readonly victims: Map<string, number> };

export type Pattern = {
  readonly victims: (month: string) => number;
  readonly share: (month: string) => number;
  readonly noise: number;
};

const wiggle = (value: number, noise: number, random: Random): number =>
  Math.round(value * Math.exp(noise * normal(random)));

export function drawCounted(rows: readonly Row[], area: string, pattern: Pattern, random: Random): Counted {
  const [repeats, victims] = [printed(rows, area), printedBases(rows, area)];
  for (const month of periods) {
    if (!victims.has(month)) victims.set(month, wiggle(pattern.victims(month), 0.04, random));
    if (!repeats.has(month))
      repeats.set(month, wiggle(at(victims, month) * pattern.share(month), pattern.noise, random));
  }
  return { repeats: inOrder(repeats), victims: inOrder(victims) };
}

export const inOrder = (series: Series): Map<string, number> =>
  new Map(periods.map((month) => [month, at(series, month)]));
export const plus = (a: Series, b: Series): Map<string, number> =>
  new Map(periods.map((month) => [month, at(a, month) + at(b, month)]));

/** True when the last month is above every other, in number and as a share. */
export const decemberIsHighest = ({ repeats, victims }: Counted): boolean =>
  periods.every(
    (month) =>
      month === december ||
      (at(repeats, month) < at(repeats, december) &&
        shareIn(repeats, victims, month) < shareIn(repeats, victims, december)),
  );

/** Splits each month's repeat victims into groups with the usual shares; what is printed stays. */
export function intoGroups(
  rows: readonly Row[],
  totals: Series,
  groups: Readonly<Record<string, (month: string) => number>>,
  random: Random,
): Map<string, Map<string, number>> {
  const ids = Object.keys(groups);
  const result = new Map(ids.map((id) => [id, printed(rows, "force", id)]));
  for (const month of periods) {
    const free = ids.filter((id) => !result.get(id)?.has(month));
    const left = at(totals, month) - sum(ids.map((id) => result.get(id)?.get(month) ?? 0));
    const usual = free.map((id) => left * (groups[id]?.(month) ?? 0));
    const parts = shareOut(
      left,
      usual.map((n) => n * Math.exp((0.8 / Math.sqrt(n + 1)) * normal(random))),
    );
    free.forEach((id, i) => {
      result.get(id)?.set(month, parts[i] ?? 0);
    });
  }
  return result;
}

export const groupRows = (rows: readonly Row[], totals: Series, groups: ReadonlyMap<string, Series>): Row[] =>
  estimates(rows, [
    { values: totals },
    ...[...groups].map(([category, values]) => ({ category, values: inOrder(values) })),
  ]);

export const flat = (value: number) => (): number => value;
