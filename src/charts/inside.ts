import { anywhere, around, at } from "./candidates.ts";
import type { End } from "./ends.ts";
import type { Layout } from "./layout.ts";
import { inPlot } from "./notes.ts";
import type { Candidate, Request } from "./placer.ts";

/** Parts of the plot's width, from its right edge, at which words along a line may stand. */
const parts = Array.from({ length: 21 }, (_, i) => i / 20);
/** Free room, in points, between a line or dot and words that a leader ties to it. */
const gap = 7;

/**
 * Words that would stand at the right ends of lines, for a drawing too narrow for that: those of limits, averages and targets
 * just above or below their line, the latest value beside its dot.
 */
export const insideEnds = (ends: readonly End[], layout: Layout): Request[] =>
  [...ends]
    .sort((a, b) => Number(a.pinned) - Number(b.pinned))
    .map((end) => ({ block: end.block, candidates: inPlot(layout, placesOf(end, layout)) }));

function placesOf(end: End, layout: Layout): Candidate[] {
  const { block, spot } = end;
  const { plot } = layout.frame;
  const near = end.pinned ? alongLine(end, layout) : around(block, spot, gap, -1);
  return [
    ...near,
    ...anywhere(block, plot, [end.pinned ? { x: (plot.left + plot.right) / 2, y: spot.y } : spot], gap),
  ];
}

function alongLine({ block, spot }: End, { frame }: Layout): Candidate[] {
  const { left, right } = frame.plot;
  return parts.flatMap((part) => {
    const x = right - 2 - part * (right - left - block.width - 4);
    return [
      at(block, { x, y: spot.y - block.height }, "right", part * 3),
      at(block, { x, y: spot.y + 1 }, "right", part * 3 + 2),
    ];
  });
}
