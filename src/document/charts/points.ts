import type { Register } from "../../figures/register.ts";
import type { Observation } from "../../model/observation.ts";
import type { ChartPoint, Side, Signal } from "../views.ts";

/** A drawn point for each of the periods; `signal` says what an exceptional one means. */
export function chartPoints(
  register: Register,
  measure: string,
  area: string,
  category: string | null,
  periods: readonly string[],
  signal: (side: Side) => Signal = () => "none",
): ChartPoint[] {
  const series = register.series(measure);
  const chart = register.chart(measure, area, category);
  return periods.map((period, x) => {
    const side = chart?.exceptionalAt(period) ?? null;
    const o = series.at(period, area, category);
    return { ...pointOf(x, o), value: o?.value ?? null, signal: side === null ? "none" : signal(side), side };
  });
}

/** The point of an observation without its value, which a share or a sum replaces. */
export const pointOf = (x: number, o: Observation | null): ChartPoint => ({
  x,
  value: null,
  estimated: o?.status === "estimated",
  provisional: o?.status === "provisional",
  signal: "none",
  side: null,
});

export const anyEstimated = (points: readonly ChartPoint[]): boolean => points.some((p) => p.estimated);
export const valuesOf = (points: readonly ChartPoint[]): number[] =>
  points.map((p) => p.value).filter((v) => v !== null);

/** "Hollow: estimated month (note 2)", or null when no point is. */
export function hollowText(
  points: readonly ChartPoint[],
  note: { readonly number: number } | null,
  period = "month",
): string | null {
  if (!anyEstimated(points)) return null;
  return `Hollow: estimated ${period}${note === null ? "" : ` (note ${note.number})`}`;
}
