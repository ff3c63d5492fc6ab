import type { ChartPoint, VolumeShareChartView } from "../document/views.ts";
import type { Rect, Stroke } from "./layers.ts";
import { known } from "./series.ts";
import type { Theme } from "./theme.ts";

/** The layers of stacked bars, bottom first. */
export type Stack = VolumeShareChartView["volume"]["layers"];
/** One layer of one bar, from its lower to its upper value. */
export type Piece = {
  readonly x: number;
  readonly low: number;
  readonly high: number;
  readonly rank: number;
  readonly estimated: boolean;
};

/** Half the width of a bar, and the width of the shaded spine of a hollow one, in periods. */
export const halfBar = 0.35;
const spine = 0.18;

/** Every layer of every bar, from where the layer below it ends; a layer without a value has no height. */
export function piecesOf(layers: Stack): Piece[] {
  const heights = new Map<number, number>();
  return layers.flatMap(({ points: all }, rank) =>
    known(all).map(({ x, value, estimated }) => {
      const low = heights.get(x) ?? 0;
      heights.set(x, low + value);
      return { x, low, high: low + value, rank, estimated };
    }),
  );
}

/** The tops of the bars as points, for the badges that stand on them. */
export function topsOf(layers: Stack): ChartPoint[] {
  const tops = new Map(piecesOf(layers).map((piece) => [piece.x, piece.high]));
  return (layers[0]?.points ?? []).map((point) => ({ ...point, value: tops.get(point.x) ?? null }));
}

/** A published piece is filled; an estimated one is hollow; where layers must be told apart, but for a spine. */
export function barRects(
  { x, low, high, rank, estimated }: Piece,
  { colours, stack, strokes }: Theme,
  alone: boolean,
): Rect[] {
  const fill = stack[rank % stack.length] ?? colours.mark;
  const edge: Pick<Stroke, "stroke" | "width"> = { stroke: colours.quiet, width: strokes.outline };
  const whole = { x: x - halfBar, x2: x + halfBar, y: low, y2: high };
  if (!estimated) return [{ ...whole, fill, ...edge }];
  if (alone) return [{ ...whole, fill: colours.paper, ...edge }];
  return [
    { ...whole, fill: colours.paper, ...edge },
    { ...whole, x2: whole.x + spine, fill },
  ];
}
