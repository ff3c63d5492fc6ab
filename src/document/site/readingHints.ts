import type { ChartView } from "../views.ts";

/** How to read a chart, in sentences: only of what it shows. */
export function readingHints(chart: ChartView): string[] {
  if (chart.kind !== "control" && chart.kind !== "lines") return [];
  const points = chart.kind === "control" ? chart.points : chart.lines.flatMap((line) => line.points);
  const limits = chart.kind === "control" && chart.segments.some(({ upper }) => upper !== null);
  const out = points.some(({ side }) => side !== null);
  return [
    ...(limits
      ? [
          "The grey band is the range to expect if nothing has changed. A figure outside it is exceptional; a rise or fall inside it needs no explanation.",
        ]
      : []),
    ...(out
      ? [
          "A triangle is an exceptional figure: it points up where it is above the band and down where it is below. Orange is worse, blue is better, and purple is neither.",
        ]
      : []),
    ...(points.some(({ estimated }) => estimated)
      ? ["Hollow points are estimates, not published figures. Filled points are published figures."]
      : []),
    ...(chart.kind === "control" && chart.marks.some(({ kind }) => kind === "baseline")
      ? ["The band moves where a person has confirmed a new average: see Revisions below."]
      : []),
    ...(chart.target === null ? [] : ["The line of dashes and dots is the target."]),
  ];
}
