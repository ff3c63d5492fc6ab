import { xmrLimits } from "../../src/analysis/xmr.ts";
import { mean, type Series } from "./solve.ts";

/** The periods of the segment from `start` that lie outside its displayed limits; a lower limit below zero marks nothing. */
export function outside(series: Series, start = ""): string[] {
  const points = [...series].filter(([period]) => period >= start);
  const limits = xmrLimits(points.map(([, value]) => value));
  if (limits === null) return [];
  const lowest = Math.max(0, limits.lcl);
  return points.filter(([, value]) => value > limits.ucl || value < lowest).map(([period]) => period);
}

const runForRebase = 8;
const earlierForRebase = 12;

/** The first period that completes eight on one side of the average of the earlier ones of the segment; null when none does. */
export function proposedRebase(series: Series, start = ""): string | null {
  const points = [...series].filter(([period]) => period >= start);
  for (let end = earlierForRebase + runForRebase; end <= points.length; end++) {
    const earlier = mean(points.slice(0, end - runForRebase).map(([, value]) => value));
    const last = points.slice(end - runForRebase, end);
    const above = last.filter(([, value]) => value > earlier).length;
    const below = last.filter(([, value]) => value < earlier).length;
    if (above === runForRebase || below === runForRebase) return last.at(-1)?.[0] ?? null;
  }
  return null;
}
