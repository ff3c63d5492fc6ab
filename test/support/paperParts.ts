import type { FlowBlock } from "../../src/document/papers/views.ts";
import type { CellView, ChartView, HeadCellView, Prose, TableView } from "../../src/document/views.ts";

export const prose = (markdown: string): Prose => ({ markdown });
export const say = (markdown: string): FlowBlock => ({ kind: "prose", prose: prose(markdown) });
export const heading = (level: 2 | 3 | 4, text: string, number: string | null = null): FlowBlock => ({
  kind: "heading",
  level,
  number,
  text,
  id: text.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
});
export const question = (
  number: string,
  title: string,
  text: string,
  parts: readonly [string, string][] = [],
) => ({
  id: `question-${number}`,
  number,
  title,
  prose: prose(text),
  parts: parts.map(([id, part]) => ({ id, prose: prose(part) })),
});

/** A table of words or numbers, the first column its row heads. */
export function table(
  size: TableView["size"],
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  align: "left" | "right" = "right",
): TableView {
  const head = (text: string, i: number): HeadCellView => ({
    text,
    align: i === 0 ? "left" : align,
    colspan: 1,
    rowspan: 1,
    group: false,
  });
  const cell = (text: string): CellView => ({
    text,
    align,
    strong: false,
    quiet: false,
    shaded: false,
    heard: null,
    flag: null,
    target: null,
    arrow: null,
    bar: null,
  });
  return {
    head: [heads.map(head)],
    rows: rows.map(([first = "", ...cells]) => ({
      head: first,
      detail: null,
      cells: cells.map(cell),
      kind: first === "Force" || first === "Quarter" ? "total" : "row",
    })),
    widths: [],
    size,
  };
}

export const chart = (id: string, width: number): ChartView => ({
  id,
  kind: "bars",
  width,
  height: 120,
  alt: "Bars",
  max: 10,
  periodNames: ["December 2019"],
  rows: [],
  hollowText: null,
});

export const plain = {
  form: "paper",
  lang: "en-GB",
  subtitle: "",
  organisation: "Warwickshire Police and Crime Panel",
  author: "Democratic Services",
  isoDate: "2020-03-16",
  marking: "OFFICIAL",
  urn: null,
  footLeft: "Version 1.0, 16 March 2020",
  pageName: "Page",
  ofPages: false,
  draft: false,
  details: [],
  attendance: null,
  letter: null,
  index: [],
  notes: [],
  signature: null,
} as const;
