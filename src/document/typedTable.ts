import type { MarkdownTable } from "../sources/markdown.ts";
import { cell, head } from "./cells.ts";
import { type Filling, fillPlain, fillTitle } from "./prose.ts";
import type { BlockView, CellView, RowView } from "./views.ts";

/** A table that the author typed, with its figures filled in and its number. */
export function typedTableView(
  { title, head: heads, aligns, rows }: MarkdownTable,
  number: number,
  filling: Filling,
): Extract<BlockView, { kind: "table" }> {
  const fill = (text: string, place: MarkdownTable["place"]): string => fillPlain(text, place, filling);
  const titled = (text: string, place: MarkdownTable["place"]): string => fillTitle(text, place, filling);
  const cellView = (text: string, i: number): CellView =>
    cell(text === "" ? "–" : text, { align: aligns[i] ?? "left" });
  return {
    kind: "table",
    id: `table-${number}`,
    title: `Table ${number}. ${titled(title.text, title.place)}`,
    what: "",
    landscape: false,
    table: {
      head: [heads.map(({ text, place }, i) => head(titled(text, place), { align: aligns[i] ?? "left" }))],
      rows: rows.map(([first, ...rest]) => ({
        head: first === undefined ? "" : titled(first.text, first.place),
        detail: null,
        kind: kindOf([first?.text ?? "", ...rest.map(({ text }) => text)]),
        cells: rest.map(({ text, place }, i) => cellView(fill(text, place), i + 1)),
      })),
      widths: [],
      size: heads.length > 7 ? "small" : "normal",
    },
  };
}

/** A row with nothing but its head breaks the table: what stands below it was made in another way. */
function kindOf([first = "", ...rest]: readonly string[]): RowView["kind"] {
  if (rest.every((text) => text === "")) return "break";
  return /^total\b/i.test(first) ? "total" : "row";
}
