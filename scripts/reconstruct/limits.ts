import { proposedRebase } from "../../src/analysis/rebase.ts";
import { xmrLimits } from "../../src/analysis/xmr.ts";
import type { Series } from "./solve.ts";

/** The periods of the segment from `start` that lie outside its displayed limits; a lower limit below zero marks nothing. */
export function outside(series: Series, start = ""): string[] {
  const points = [...series].filter(([period]) => period >= start);
  const limits = xmrLimits(points.map(([, value]) => value));
  if (limits === null) return [];
  const lowest = Math.max(0, limits.lcl);
  return points.filter(([, value]) => value > limits.ucl || value < lowest).map(([period]) => period);
}

/** The period that would first make a new average be proposed for the whole series; null when none does. */
export function rebaseDetected(series: Series): string | null {
  const slots = [...series].map(([period, value]) => ({ period, value }));
  return proposedRebase(slots)[0]?.detectedAt ?? null;
}
