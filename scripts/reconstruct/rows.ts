import { estimated, type Row } from "./plan.ts";
import type { Series } from "./solve.ts";

/** The printed values of one area and category, as numbers; durations in seconds, of a percentage with a denominator the numerator. */
export function printed(rows: readonly Row[], area = "force", category = ""): Map<string, number> {
  return valuesOf(rows, area, category, (row) => row.value);
}

/** The printed denominators of one area and category. */
export function printedBases(rows: readonly Row[], area = "force", category = ""): Map<string, number> {
  return valuesOf(rows, area, category, (row) => row.denominator);
}

/** The printed percentages of the force: 100 n/N where a row has a denominator. */
export function printedPercents(rows: readonly Row[]): Map<string, number> {
  const bases = printedBases(rows);
  return new Map(
    [...printed(rows)].map(([period, value]) => [
      period,
      bases.has(period) ? (100 * value) / (bases.get(period) ?? 1) : value,
    ]),
  );
}

function valuesOf(
  rows: readonly Row[],
  area: string,
  category: string,
  text: (row: Row) => string,
): Map<string, number> {
  const own = rows.filter((row) => row.area === area && row.category === category && text(row) !== "");
  return new Map(
    own.map((row) => [row.period, text(row).includes(":") ? seconds(text(row)) : Number(text(row))]),
  );
}

function seconds(text: string): number {
  const [minutes = "", rest = ""] = text.split(":");
  return 60 * Number(minutes) + Number(rest);
}

export const minutesAndSeconds = (all: number): string =>
  `${Math.floor(all / 60)}:${String(all % 60).padStart(2, "0")}`;

/** A rebuilt series of one area and category; `write` puts a value as the file wants it. */
export type Rebuilt = {
  readonly area?: string;
  readonly category?: string;
  readonly values: Series;
  readonly bases?: Series;
  write?(value: number): string;
};

/** An estimated row for each value that was not printed. */
export function estimates(rows: readonly Row[], rebuilt: readonly Rebuilt[]): Row[] {
  const kept = new Set(rows.map((row) => key(row.period, row.area, row.category)));
  return rebuilt.flatMap(({ area = "force", category = "", values, bases, write = String }) =>
    [...values]
      .filter(([period]) => !kept.has(key(period, area, category)))
      .map(([period, value]) =>
        estimated(period, area, write(value), { category, denominator: String(bases?.get(period) ?? "") }),
      ),
  );
}

const key = (period: string, area: string, category: string): string => `${period}|${area}|${category}`;
