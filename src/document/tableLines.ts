import type { RowView, TableView } from "./views.ts";

/** A table in Markdown: heads of several rows read down into one, as a listener is told them. */
export function tableLines({ head, rows }: TableView): string {
  const heads = columnHeads(head);
  return [
    lineOf(heads),
    lineOf(heads.map(() => "---")),
    ...rows.map((row) => lineOf(cellsOf(row, heads.length))),
  ].join("\n");
}

const lineOf = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replace(/\s+/g, " ")).join(" | ")} |`;

const cellsOf = ({ head, detail, cells, kind }: RowView, columns: number): string[] => {
  const first = detail === null ? head : `${head} (${detail})`;
  const rest = kind === "break" ? [] : cells.map(({ text }) => text);
  return [first, ...rest, ...Array.from({ length: Math.max(0, columns - 1 - rest.length) }, () => "")];
};

/** What each column is headed by, from the top; a head that spans columns heads each of them. */
function columnHeads(head: TableView["head"]): string[] {
  const grid: string[][] = head.map(() => []);
  head.forEach((row, r) => {
    let column = 0;
    for (const { text, colspan, rowspan } of row) {
      while (grid[r]?.[column] !== undefined) column += 1;
      for (let across = 0; across < colspan; across += 1)
        for (let down = 0; down < rowspan; down += 1) {
          const below = grid[r + down];
          if (below !== undefined) below[column + across] = down === 0 ? text : "";
        }
      column += colspan;
    }
  });
  const width = Math.max(0, ...grid.map((row) => row.length));
  return Array.from({ length: width }, (_, c) =>
    grid
      .map((row) => row[c] ?? "")
      .filter((text) => text !== "")
      .join(" "),
  );
}
