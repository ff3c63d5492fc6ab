import { formatFigure } from "../../document/format.ts";
import type { Figure } from "../../figures/figure.ts";
import type { CsvTable } from "./csv.ts";

/** The columns of the list of a document's figures. `type` is the one of Table Schema. */
export const figureColumns = [
  { name: "figure", type: "string", description: "The name of the figure, as sentences call it" },
  { name: "printed", type: "string", description: "The figure as it is printed" },
  { name: "value", type: "number", description: "The number before it was rounded; empty for words" },
  { name: "unit", type: "string", description: "What it is counted in; a duration is in seconds" },
  { name: "measure", type: "string", description: "Short name of the measure" },
  { name: "area", type: "string", description: "Short name of the area" },
  { name: "period", type: "string", description: "The period that it is of" },
  { name: "status", type: "string", description: "How far it may be relied on; see symbols.csv" },
  { name: "formula", type: "string", description: "How it was computed" },
  { name: "reason", type: "string", description: "What is unusual about it" },
  { name: "from", type: "string", description: "Files and lines of the values it rests on" },
] as const;

/** Every figure that a document prints and how it came about, by name. */
export const figureTable = (printed: readonly Figure[]): CsvTable => ({
  columns: figureColumns.map(({ name }) => name),
  rows: printed
    .filter(({ value, words }) => value !== null || words !== null)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((figure) => [
      figure.name,
      formatFigure(figure),
      figure.value,
      figure.unit,
      figure.reference.measure,
      figure.reference.area,
      figure.period,
      figure.status,
      figure.formula,
      figure.reason,
      placesOf(figure.from),
    ]),
});

/** As many lines are listed; of more, the first, the last and their number. */
const listedLines = 12;

/** "data/measures/rape.csv:12, 15": each file once, its lines in order; "…:2 to 104 (35 lines)" where an average rests on many. */
function placesOf(from: Figure["from"]): string {
  const files = new Map<string, Set<number>>();
  for (const { file, line } of from) files.set(file, (files.get(file) ?? new Set()).add(line));
  return [...files]
    .map(([file, found]) => {
      const lines = [...found].sort((a, b) => a - b);
      return lines.length <= listedLines
        ? `${file}:${lines.join(", ")}`
        : `${file}:${lines[0]} to ${lines.at(-1)} (${lines.length} lines)`;
    })
    .join("; ");
}
