import type { Register } from "../../figures/register.ts";
import { areaName, ask, measureOf } from "../asked.ts";
import { formatMarked } from "../format.ts";
import { shortPeriod } from "../periods.ts";
import { capitalised } from "../words.ts";

/** What a drawn value says to whoever points at it; the table of all periods beside the drawing says the same. */
export type PointWords = {
  /** The period's place on the axis, counted from 0. */
  readonly x: number;
  /** "Dec 2019", as the table's row has it. */
  readonly period: string;
  /** The value as it is printed, with its mark: "3,497 [e]". */
  readonly value: string;
  /** Where it lies: "inside the limits"; empty where nothing can be said. */
  readonly reading: string;
};

/** The drawn values of one line, by the name that its column or row of a table has. */
export type SeriesWords = { readonly name: string; readonly points: readonly PointWords[] };

/** The words of each value of an area's line over these periods. */
export const seriesWords = (
  register: Register,
  id: string,
  area: string,
  periods: readonly string[],
  reading: (period: string) => string = () => "",
): SeriesWords => ({
  name: areaName(register, area),
  points: periods.flatMap((period, x): PointWords[] => {
    const figure = ask(register, id, { area, period });
    if (figure.value === null) return [];
    const { periods: kind } = measureOf(register, id);
    const when = capitalised(shortPeriod(kind, period));
    return [{ x, period: when, value: formatMarked(figure), reading: reading(period) }];
  }),
});

/** Whether a control chart of the force is drawn whose points are the measure's own periods: rare events are drawn by their days apart. */
export function hasControlChart(register: Register, id: string): boolean {
  const chart = register.chart(id, "force", null);
  return chart !== null && chart.chart !== "g" && chart.chart !== "t";
}

/** "inside the limits", "above the upper limit": what the control chart of the force says of a period; empty where it says nothing. */
export function limitReading(register: Register, id: string, period: string): string {
  const chart = register.chart(id, "force", null);
  const held = register.series(id).at(period, "force", null);
  if (chart === null || held === null || held.value === null || chart.levelsAt(period) === null) return "";
  if (held.status === "provisional") return "not judged yet";
  if (!chart.hasLimits(period)) return "too few months to judge";
  const side = chart.exceptionalAt(period);
  if (side === null) return "inside the limits";
  return side === "high" ? "above the upper limit" : "below the lower limit";
}
