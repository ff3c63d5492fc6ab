import type { Figure } from "../figures/figure.ts";
import { toldFigure, toldMarked } from "./told.ts";
import type { CellView, HeadCellView } from "./views.ts";

/** A cell of numbers: right-aligned, nothing special unless said. */
export const cell = (text: string, more: Partial<CellView> = {}): CellView => ({
  text,
  align: "right",
  strong: false,
  quiet: false,
  shaded: false,
  heard: null,
  flag: null,
  target: null,
  arrow: null,
  bar: null,
  ...more,
});

export const figureCell = (figure: Figure, more: Partial<CellView> = {}): CellView =>
  cell(toldMarked(figure), { quiet: figure.value === null && figure.words === null, ...more });

/** Without the mark of its status: for differences, whose status their values already show. */
export const plainCell = (figure: Figure, more: Partial<CellView> = {}): CellView =>
  cell(toldFigure(figure), { quiet: figure.value === null && figure.words === null, ...more });

export const head = (text: string, more: Partial<HeadCellView> = {}): HeadCellView => ({
  text,
  align: "right",
  colspan: 1,
  rowspan: 1,
  group: false,
  ...more,
});

/** For a column whose head has the unit. */
export const withoutPercentSign = (figure: Figure): Figure => ({ ...figure, unit: "count" });
