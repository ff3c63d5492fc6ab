import type { AssuranceType } from "../analysis/assurance.ts";
import type { Exceptional } from "../figures/chart.ts";
import { decimalsOf } from "../figures/computed.ts";
import type { Register } from "../figures/register.ts";
import type { Measure } from "../model/measure.ts";
import { areasOf, measureOf, shortAreaName } from "./asked.ts";
import { formatNumber } from "./format.ts";
import type { ChartPoint, FlagView, Side, Signal, TargetView } from "./views.ts";

/** What it means for a measure that a value lies outside its limits on that side. */
export function signalOf(direction: Measure["improvementDirection"], side: Side): Signal {
  if (direction === "neutral") return "neutral";
  return (direction === "increase") === (side === "high") ? "improvement" : "concern";
}

/**
 * Which way is better, for a chart whose triangles tell it by their colours: "Lower is better."; nothing where no month is exceptional
 * or neither way is better. It begins with a space, to follow a sentence.
 */
export function directionWords(points: readonly Pick<ChartPoint, "signal" | "side">[]): string {
  const point = points.find(({ signal }) => signal === "concern" || signal === "improvement");
  if (point === undefined) return "";
  return (point.signal === "improvement") === (point.side === "high")
    ? " Higher\u00a0is\u00a0better."
    : " Lower\u00a0is\u00a0better.";
}

/** The force's latest value outside its limits, or null. */
export function forceFlag(register: Register, id: string): FlagView | null {
  return flagOf(register, id, "force", (side) => (side === "high" ? "High" : "Low"), false);
}

/** Each policing area whose latest value lies outside its own limits, named. */
export function areaFlags(register: Register, id: string): FlagView[] {
  return areasOf(register, id, "policing-area")
    .map((area) =>
      flagOf(register, id, area.id, (side) => `${shortAreaName(register, area.id)} ${side}`, true),
    )
    .filter((flag) => flag !== null);
}

function flagOf(
  register: Register,
  id: string,
  area: string,
  say: (side: Side) => string,
  hollow: boolean,
): FlagView | null {
  const side = latestExceptional(register, id, area);
  return side === null
    ? null
    : { signal: signalOf(measureOf(register, id).improvementDirection, side), side, hollow, text: say(side) };
}

/** Whether the latest value of an area lies outside its limits. */
export function latestExceptional(register: Register, id: string, area: string): Exceptional {
  const { latest } = register.series(id);
  return latest === null ? null : (register.chart(id, area, null)?.exceptionalAt(latest) ?? null);
}

/** How many of the last months decide whether a target is met, missed, or met in some months. */
const monthsJudged = 3;

/**
 * The measure's target or standard, or null where it has none or neither way is better: against the limits where there are full
 * ones, since these say what the months to come will bring; else against the last published months.
 */
export function targetView(register: Register, id: string): TargetView | null {
  const { targets, improvementDirection, unit } = measureOf(register, id);
  const target = targets.find((t) => t.kind !== "baseline");
  if (target === undefined || improvementDirection === "neutral") return null;
  const verdict = assured(register, id) ?? judged(register, id, target.value);
  if (verdict === null) return null;
  return {
    verdict: verdict.verdict,
    text: `${formatNumber(target.value, unit, decimalsOf(target.value))} ${verdict.words}`,
  };
}

type TargetVerdict = { readonly verdict: TargetView["verdict"]; readonly words: string };

/** What the limits promise of the target. */
function assured(register: Register, id: string): TargetVerdict | null {
  const { latest } = register.series(id);
  const chart = register.chart(id, "force", null);
  if (latest === null || chart === null || chart.assuranceType === null || !chart.hasLimits(latest))
    return null;
  return assurances[chart.assuranceType];
}

const assurances = {
  consistent_pass: { verdict: "met", words: "consistently met" },
  consistent_fail: { verdict: "missed", words: "consistently missed" },
  inconsistent: { verdict: "varies", words: "hit or miss" },
} as const satisfies Record<AssuranceType, TargetVerdict>;

/** How the last months stood to the target, as far as they were published. */
function judged(register: Register, id: string, target: number): TargetVerdict | null {
  const { improvementDirection } = measureOf(register, id);
  const series = register.series(id);
  const values = series.periods
    .filter((p) => p <= (series.latest ?? ""))
    .slice(-monthsJudged)
    .map((p) => series.at(p, "force", null))
    .flatMap((o) => (o === null || o.value === null || o.status === "estimated" ? [] : [o.value]));
  const met = values.map((v) => (improvementDirection === "increase" ? v >= target : v <= target));
  if (met.length === 0) return null;
  const verdict = met.every((m) => m) ? "met" : met.some((m) => m) ? "varies" : "missed";
  return { verdict, words: verdict };
}
