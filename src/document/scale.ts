import type { Unit } from "../model/measure.ts";
import type { PeriodKind } from "../model/period.ts";
import { formatNumber } from "./format.ts";
import { shortMonth } from "./periods.ts";
import type { PeriodScale, PeriodTick, ValueScale } from "./views.ts";

/** Steps that read well; a duration steps in seconds. */
const niceSteps = [1, 2, 5, 10];
const niceSeconds = [5, 10, 15, 30, 60, 120, 300, 600];
const wantedTicks = 4;
/** Room above and below the values, as a share of their range. */
const headroom = 0.12;

/**
 * A value axis for the values given: four or five ticks inside it. It starts at zero when zero is near the values (below a
 * third of their range) or `fromZero` asks for it, unless there are values below zero; a percentage that is not below 0 never
 * leaves 0 to 100.
 */
export function valueScale(values: readonly number[], unit: Unit, fromZero = false): ValueScale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const range = high - low || Math.abs(high) || 1;
  const atZero = low >= 0 && (fromZero || low - range / 3 <= 0);
  const bottom = atZero ? 0 : low - range * headroom;
  const top = high + range * headroom;
  const step = niceStep((top - bottom) / wantedTicks, unit);
  const min = Math.floor(bottom / step + 1e-9) * step;
  const capped = unit === "percent" ? Math.min(100, top) : top;
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const ticks = Array.from(
    { length: Math.max(2, Math.floor((capped - min) / step + 1e-9) + 1) },
    (_, i) => min + i * step,
  );
  return {
    min,
    max: Math.max(capped, ticks.at(-1) ?? capped),
    ticks: ticks.map((value) => ({ value, text: signedNumber(value, unit, decimals) })),
  };
}

function signedNumber(value: number, unit: Unit, decimals: number): string {
  const text = formatNumber(value, unit, decimals);
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

function niceStep(rough: number, unit: Unit): number {
  if (unit === "duration") return niceSeconds.find((s) => s >= rough) ?? Math.ceil(rough / 600) * 600;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (niceSteps.find((s) => s * power >= rough * 0.999) ?? 10) * power;
  return unit === "count" || unit === "rank" ? Math.max(1, Math.ceil(step)) : step;
}

/** Most ticks that stand side by side on a period axis. */
const mostTicks = 16;

/** The period axis: a tick each quarter (each year when there are too many), the year under its first tick. */
export function periodScale(kind: PeriodKind, periods: readonly string[]): PeriodScale {
  const starts = periods.flatMap((p, x) => (isTick(kind, p, periods[x - 1]) ? [{ p, x }] : []));
  const calendar = kind === "month" || kind === "week";
  const every = [3, 6, 12].find((n) => starts.filter(({ p }) => inStep(p, n)).length <= mostTicks) ?? 12;
  const chosen = calendar ? starts.filter(({ p }) => inStep(p, every)) : thinned(starts);
  let year = "";
  const ticks = chosen.map(({ p, x }): PeriodTick => {
    const own = p.slice(0, 4);
    const tick = {
      x,
      text: kind === "quarter" ? p.slice(-2).toUpperCase() : shortMonth(p),
      year: own === year ? null : own,
    };
    year = own;
    return tick;
  });
  return { count: periods.length, ticks };
}

/** Every first, second, third … so that not too many are left, the last one among them. */
function thinned<T>(all: readonly T[]): T[] {
  const step = Math.ceil(all.length / mostTicks);
  return all.filter((_, i) => (all.length - 1 - i) % step === 0);
}

/** For weeks, the first one that ends in a month stands for the month. */
const isTick = (kind: PeriodKind, period: string, before: string | undefined): boolean =>
  kind !== "week" || before === undefined || before.slice(0, 7) !== period.slice(0, 7);

const inStep = (period: string, every: number): boolean => (Number(period.slice(5, 7)) - 1) % every === 0;
