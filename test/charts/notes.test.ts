import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { lengthInside, type Segment } from "../../src/charts/geometry.ts";
import { type Layout, layOut } from "../../src/charts/layout.ts";
import { inPoints } from "../../src/charts/levels.ts";
import { placeNotes } from "../../src/charts/notes.ts";
import type { Placed } from "../../src/charts/placer.ts";
import { segmentRules } from "../../src/charts/segments.ts";
import { strokesOf } from "../../src/charts/series.ts";
import type { CalloutView, ChartPoint, ControlChartView } from "../../src/document/views.ts";
import { durations, places, recordedCrime, series, theme } from "./samples.ts";

const area = { left: 0, top: 0, right: 482, bottom: 194 };
type Drawn = { placed: Placed[]; layout: Layout; limits: Segment[]; strokes: Segment[] };

/** The words inside the plot of a control chart, and the lines they should keep off. */
function notesOf(chart: ControlChartView, box = area): Drawn {
  const layout = layOut({ ...chart, marks: [], highest: chart.scale.max, ends: () => [] }, box, theme);
  const rules = chart.segments.flatMap((segment) => segmentRules(segment, theme));
  const limits = rules.map((rule) => inPoints(rule, layout.frame));
  const notes = { ...chart, series: [chart.points], lines: limits, others: [] };
  return {
    placed: placeNotes(notes, layout, theme),
    layout,
    limits,
    strokes: strokesOf(chart.points, layout.frame),
  };
}

const covered = ({ placed }: Drawn, lines: readonly Segment[]): string[] =>
  placed
    .filter(({ box }) => lines.some((line) => lengthInside(line, box) > 0))
    .map(({ block }) => block.lines.map(({ text }) => text).join(" "));

const chartOf = (points: readonly ChartPoint[], more: Partial<ControlChartView> = {}): ControlChartView => ({
  ...{
    ...recordedCrime,
    scale: { ...recordedCrime.scale, min: 0, max: 250 },
    marks: [],
    callouts: [],
    hollowText: null,
  },
  ...{ points, segments: durations.segments.map((s) => ({ ...s, lower: 97, mean: 141, upper: 185 })) },
  ...more,
});

describe("what hollow means", () => {
  const text = "Hollow: estimated month (note 2)";
  const values = fc.array(fc.integer({ min: 85, max: 195 }), { minLength: 36, maxLength: 36 });

  test("crosses no limit, no average and not the series, for there is room below", () => {
    fc.assert(
      fc.property(values, (some) => {
        const drawn = notesOf(chartOf(series(some, { estimated: places(0, 33) }), { hollowText: text }));
        expect(drawn.placed).toHaveLength(1);
        expect(covered(drawn, [...drawn.limits, ...drawn.strokes])).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test("stays between the sides of the plot, whichever month it is led to", () => {
    for (const estimated of places(0, 36).map((x) => [x])) {
      const points = series(
        places(0, 36).map((x) => 120 + 9 * (x % 5)),
        { estimated },
      );
      const { placed, layout } = notesOf(chartOf(points, { hollowText: text }), { ...area, right: 200 });
      const { left, right } = layout.frame.plot;
      expect(placed[0]?.box.left).toBeGreaterThanOrEqual(left + 4);
      expect(placed[0]?.box.right).toBeLessThanOrEqual(right - 4);
    }
  });

  test("goes below the axis, within its length, where the plot is full", () => {
    const full = chartOf(
      series(
        places(0, 36).map((x) => (x % 2 ? 0 : 250)),
        { estimated: places(0, 36) },
      ),
    );
    const { placed, layout } = notesOf({ ...full, hollowText: text });
    expect(placed[0]?.box.top).toBeGreaterThan(layout.frame.plot.bottom - 1);
    expect(placed[0]?.box.right).toBeLessThanOrEqual(layout.frame.plot.right);
  });
});

describe("words of exceptional months", () => {
  const callout = (x: number, value: number): CalloutView => ({
    ...{ x, value, text: `Month ${x}: ${value}`, detail: "above the upper limit (estimated)" },
    ...{ signal: "concern", side: "high" },
  });

  test("do not lie across the series or a limit while another place is free", () => {
    // Three in a row: residential burglary from October to December 2018.
    const values = [
      ...[127, 104, 95, 110, 133, 120, 113, 113, 126, 144, 148, 125, 124, 106, 111, 155, 173, 152],
      ...[198, 186, 120, 210, 220, 211, 118, 113, 133, 125, 138, 138, 148, 155, 142, 170, 133, 139],
    ];
    const peaks = [21, 22, 23].map((x) => callout(x, values[x] ?? 0));
    const drawn = notesOf(chartOf(series(values), { callouts: peaks }));
    expect(drawn.placed).toHaveLength(3);
    expect(covered(drawn, [...drawn.strokes, ...drawn.limits])).toEqual([]);
  });
});
