import type { ProjectionChartView } from "../document/views.ts";
import { anywhere, around, dearer } from "./candidates.ts";
import type { Frame } from "./frame.ts";
import type { Segment, Spot } from "./geometry.ts";
import { area, type Layer, line, type Span, type Stroke } from "./layers.ts";
import type { Layout } from "./layout.ts";
import { inPlot } from "./notes.ts";
import type { Request } from "./placer.ts";
import { block, quiet, wrap } from "./text.ts";
import type { Theme } from "./theme.ts";

type Earlier = ProjectionChartView["earlier"];

/** Words are broken to this width, in points, and stand this far from the edge they name. */
const textWidth = 130;
const gap = 3;

/** The 80% band of an earlier projection; one of a single month is as wide as a month. */
export function earlierSpans(earlier: Earlier): Span[] {
  const spans = (earlier?.points ?? []).map(({ x, lo80, hi80 }) => ({ x, low: lo80, high: hi80 }));
  const [only] = spans;
  return only && spans.length === 1 ? [-0.5, 0.5].map((by) => ({ ...only, x: only.x + by })) : spans;
}

/** A pale band with thin edges, to stand behind the months that have been recorded since. */
export function earlierLayers(spans: readonly Span[], { colours, strokes, dashes }: Theme): Layer[] {
  const edge: Stroke = { stroke: colours.mark, width: strokes.edge, dash: dashes.solid };
  return [
    area(spans, colours.band),
    ...(["low", "high"] as const).map((side) =>
      line(
        spans.map((s) => ({ x: s.x, y: s[side] })),
        edge,
      ),
    ),
  ];
}

/** The words of the earlier projection, above or below its band where there is room, else led to it. */
export function earlierRequest(earlier: Earlier, layout: Layout, theme: Theme): Request[] {
  const spans = earlierSpans(earlier);
  const middle = spans[Math.floor((spans.length - 1) / 2)];
  if (!earlier || !middle || earlier.text === "") return [];
  const words = block(wrap(quiet(earlier.text, theme), textWidth, theme), theme);
  const [above, below] = [
    spotOf(middle.x, middle.high, layout.frame),
    spotOf(middle.x, middle.low, layout.frame),
  ];
  const candidates = [
    ...around(words, above, gap, -1),
    ...around(words, below, gap, 1).map((c) => dearer(c, 2)),
    ...anywhere(words, layout.frame.plot, [above, below], gap),
  ];
  return [{ block: words, candidates: inPlot(layout, candidates) }];
}

/** The edges as they lie on the drawing. */
export const earlierEdges = (spans: readonly Span[], frame: Frame): Segment[] =>
  spans.slice(1).flatMap((span, i) =>
    (["low", "high"] as const).map((side) => ({
      from: spotOf(spans[i]?.x ?? span.x, spans[i]?.[side] ?? span[side], frame),
      to: spotOf(span.x, span[side], frame),
    })),
  );

const spotOf = (x: number, value: number, frame: Frame): Spot => ({ x: frame.x(x), y: frame.y(value) });
