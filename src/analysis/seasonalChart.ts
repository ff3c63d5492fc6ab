import { type ChartOptions, type ControlChart, controlChart } from "./controlChart.ts";
import { monthOfYear, type SeasonalEffects, seasonalEffects } from "./seasonalEffects.ts";
import type { SegmentOptions } from "./segments.ts";
import type { SeriesPoint } from "./series.ts";

/** One month with its season taken out: `value` is what was observed less the effect, still at the level of the series. */
export type SeasonalResidual = SeriesPoint & {
  readonly observed: number | null;
  readonly effect: number;
};

export type SeasonalChart = {
  /** January first; they sum to 0. */
  readonly effects: SeasonalEffects;
  readonly residuals: readonly SeasonalResidual[];
  /** XmR chart of the residuals, slot for slot. */
  readonly chart: ControlChart;
};

/** The series without its month-of-year effects, or null when `seasonalEffects` has none to give. Failures as there. */
export function seasonalResiduals(
  slots: readonly SeriesPoint[],
  options: SegmentOptions = {},
): { effects: SeasonalEffects; residuals: SeasonalResidual[] } | null {
  const effects = seasonalEffects(slots, options);
  if (effects === null) return null;
  const residuals = slots.map((slot) => {
    const effect = effects[monthOfYear(slot.period)] ?? 0;
    return { ...slot, value: slot.value === null ? null : slot.value - effect, observed: slot.value, effect };
  });
  return { effects, residuals };
}

/**
 * XmR chart of a seasonal monthly series after its 12 month-of-year effects are taken out. Every rule means on it what it
 * means elsewhere, and its mean and a target are on the level of the series.
 *
 * @param slots one for each month in time order, as `oneSlotEach` gives them
 * @returns null when there are too few months for the effects: then chart the values with the rules of `seasonalRules`
 * @throws RangeError as `seasonalEffects` does
 */
export function seasonalResidualChart(
  slots: readonly SeriesPoint[],
  options: ChartOptions,
): SeasonalChart | null {
  const found = seasonalResiduals(slots, options);
  return found === null ? null : { ...found, chart: controlChart(found.residuals, options) };
}
