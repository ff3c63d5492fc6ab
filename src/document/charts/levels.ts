import type { Stage } from "../../analysis/segments.ts";
import type { MeasureChart } from "../../figures/chart.ts";
import type { SegmentView } from "../views.ts";

/** Average and limits at one drawn period, in the unit that is shown. */
export type LevelsAt = {
  readonly mean: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly stage: Stage;
  /** First slot of the baseline segment, which tells one from another. */
  readonly segment: number;
};

/** How the three lines are named. */
export type LevelWords = {
  readonly mean: (value: number) => string;
  readonly limit: (value: number) => string;
};

/**
 * The stretches of a control chart on which average and limits stay the same: one for each baseline, or many where limits
 * follow bases or seasons. Their words stand once for each baseline, at its last stretch.
 *
 * @param levels one for each drawn period; null where there is no average
 */
export function segmentViews(levels: readonly (LevelsAt | null)[], words: LevelWords): SegmentView[] {
  const views: (SegmentView & { readonly segment: number })[] = [];
  levels.forEach((level, x) => {
    const last = views.at(-1);
    if (level === null) return;
    if (last !== undefined && last.to === x - 1 && isSame(last, level))
      views[views.length - 1] = { ...last, to: x };
    else views.push(viewOf(level, x, words));
  });
  return views.map(({ segment, ...view }, i) =>
    views[i + 1]?.segment === segment ? { ...view, meanText: "", lowerText: "", upperText: "" } : view,
  );
}

const isSame = (a: SegmentView & { readonly segment: number }, b: LevelsAt): boolean =>
  a.segment === b.segment && a.mean === b.mean && a.lower === b.lower && a.upper === b.upper;

function viewOf({ mean, lower, upper, stage, segment }: LevelsAt, x: number, words: LevelWords) {
  /** Limits on 6 to 12 values may still move. */
  const limit = stage === "trial" ? "trial limit" : "limit";
  return {
    segment,
    from: x,
    to: x,
    mean,
    lower,
    upper,
    meanText: words.mean(mean),
    lowerText: lower === null ? "" : `Lower ${limit} ${words.limit(lower)}`,
    upperText: upper === null ? "" : `Upper ${limit} ${words.limit(upper)}`,
  };
}

/** What a chart draws at one period; null where there is no average. */
export function drawnLevels(chart: MeasureChart, period: string): LevelsAt | null {
  const [segment, levels] = [chart.segmentAt(period), chart.levelsAt(period)];
  if (segment === null || levels === null) return null;
  const { stage, first } = segment.segment;
  return { mean: levels.centre, lower: levels.lower, upper: levels.upper, stage, segment: first };
}
