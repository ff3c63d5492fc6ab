import type { CalloutView, ChartPoint } from "../document/views.ts";
import { wordBox } from "./axis.ts";
import { anywhere, around, at } from "./candidates.ts";
import { type Box, grown, type Segment, type Spot, within } from "./geometry.ts";
import type { Layout } from "./layout.ts";
import { type Candidate, onLine, type Placed, place, type Request } from "./placer.ts";
import { isExceptional, known, markBoxes, signalColour, strokesOf } from "./series.ts";
import { block, quiet, strong, type TextBlock } from "./text.ts";
import type { Theme } from "./theme.ts";

/** The words that stand inside a plot, beside what they name. */
export type Notes = {
  /** Every series of the plot: no words may cover their dots. */
  readonly series: readonly (readonly ChartPoint[])[];
  /** Lines other than those of the series: limits, averages, targets. */
  readonly lines: readonly Segment[];
  readonly callouts: readonly CalloutView[];
  readonly hollowText: string | null;
  /** Words that are placed before all others, with places of their own, such as the latest value of a projection. */
  readonly first?: readonly Request[];
  /** Room, besides that of dots and words, which no words may take. */
  readonly kept?: readonly Box[];
  /** Further words that bring places of their own, such as the limits of an earlier baseline. */
  readonly others: readonly Request[];
};

/** Free room, in points, between the middle of a dot or of a triangle and words. */
const dotGap = 5.5;
const triangleGap = 8;
/** Room, in points, between the sides of the plot and the meaning of hollow, which belongs to no place there. */
const sideGap = 4;
/** Cost of a place below the axis: where the meaning of hollow goes rather than across a line. */
const lastResort = onLine - 25;

/** Finds places for all words inside the plot: badges first, then callouts, other words, and what hollow means. */
export function placeNotes(notes: Notes, layout: Layout, theme: Theme): Placed[] {
  const { series, callouts, hollowText, others, first = [], kept = [] } = notes;
  const points = series.flat();
  const requests = [
    ...first,
    ...known(points.filter((point) => point.provisional)).map((point) => badge(point, layout, theme)),
    ...callouts.map((callout) => calloutRequest(callout, layout, theme)),
    ...others,
    ...(hollowText === null ? [] : [hollowRequest(hollowText, points, layout, theme)]),
  ];
  return place(requests, {
    bounds: layout.area,
    dots: [...kept, ...points.flatMap((point) => markBoxes([point], layout.frame, theme))],
    words: taken(layout, theme),
    lines: [...series.flatMap((one) => strokesOf(one, layout.frame)), ...notes.lines, ...layout.uprights],
  });
}

/** Places inside the plot, or at most half a line above it. */
export function inPlot({ frame, area }: Layout, candidates: readonly Candidate[]): Candidate[] {
  const { plot } = frame;
  const inside = { ...plot, top: Math.max(area.top, plot.top - 6), bottom: plot.bottom - 1 };
  return candidates.filter(({ box }) => within(box, inside));
}

/** The small p of a provisional value. */
function badge(point: { x: number; value: number }, layout: Layout, theme: Theme): Request {
  const letter = { ...quiet("p", theme), size: theme.text.badge };
  const words = { ...block([letter], theme), height: theme.text.badge, heights: [theme.text.badge] };
  return {
    block: words,
    candidates: inPlot(
      layout,
      around(words, spotOf(point, layout), 4, -1).filter((c) => !c.leader),
    ),
  };
}

function calloutRequest(callout: CalloutView, layout: Layout, theme: Theme): Request {
  const exceptional = isExceptional(callout);
  const colour = signalColour(callout.signal, theme);
  const detail = quiet(callout.detail, theme);
  const words = block(
    [
      { ...strong(callout.text, theme), colour },
      { ...detail, colour: exceptional ? colour : detail.colour },
    ],
    theme,
  );
  const [spot, gap] = [spotOf(callout, layout), exceptional ? triangleGap : dotGap];
  const near = around(words, spot, gap, callout.side === "low" ? 1 : -1);
  return {
    block: words,
    candidates: inPlot(layout, [...near, ...anywhere(words, layout.frame.plot, [spot], gap)]),
  };
}

/** What hollow means, led to one of the hollow dots; below the axis when there is no room anywhere in the plot. */
function hollowRequest(text: string, points: readonly ChartPoint[], layout: Layout, theme: Theme): Request {
  const words = block([quiet(text, theme)], theme);
  const spots = known(points)
    .filter((point) => point.estimated && !isExceptional(point))
    .map((point) => spotOf(point, layout));
  const led = [
    ...spots.flatMap((spot) => around(words, spot, dotGap, 1)),
    ...anywhere(words, layout.frame.plot, spots, dotGap),
  ].filter((c) => c.leader);
  return {
    block: words,
    candidates: [...clearOfSides(layout, inPlot(layout, led)), ...underAxis(words, layout)],
  };
}

/** Places that keep off the words left and right of the plot. */
const clearOfSides = ({ frame: { plot } }: Layout, candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter(({ box }) => box.left >= plot.left + sideGap && box.right <= plot.right - sideGap);

/** Level with the years or the months, at the right end of the axis or further left; beyond the plot only at the last. */
function underAxis(words: TextBlock, { frame: { plot }, area }: Layout): Candidate[] {
  const rows = [0, 14].map((up) => area.bottom - words.height - up);
  const rights = [0, 30, 60, 90, 120, 150].map((by) => ({ x: plot.right - by, cost: lastResort + by / 30 }));
  return [...rights, { x: area.right, cost: 2 * lastResort }].flatMap(({ x, cost }) =>
    rows.map((y, i) => at(words, { x, y }, "right", cost + 14 * i)),
  );
}

const spotOf = ({ x, value }: { x: number; value: number }, { frame }: Layout): Spot => ({
  x: frame.x(x),
  y: frame.y(value),
});

/** Room taken by the words around the plot. */
const taken = ({ words }: Layout, theme: Theme): Box[] => words.map((word) => grown(wordBox(word, theme), 1));
