import type { ChartView } from "../views.ts";

/** A chart with its title, a sentence with the finding, and what was measured. */
export type Drawn = { readonly title: string; readonly what: string; readonly chart: ChartView };

/** In points. */
export type Size = { readonly width: number; readonly height: number };

/** The printed sizes of charts, in points: the text column is 170 mm, 482 pt, wide. */
export const sizes = {
  control: { width: 482, height: 194 },
  lines: { width: 482, height: 172 },
  volumeShare: { width: 482, height: 228 },
  multiples: { width: 482, height: 166 },
  /** Height of a chart of bars for each row, and what is added for heads. */
  bars: { width: 482, row: 12.5, group: 4, above: 4 },
} as const;
