import { figuresData, tableData as tableAddress } from "../../document/site/addresses.ts";
import { isFlowView } from "../../document/worded.ts";
import type { SiteDocument, SiteFile } from "../site.ts";
import { type DataFile, slug } from "./catalogue.ts";
import { csvFile } from "./csv.ts";
import { figureColumns, figureTable } from "./figures.ts";
import { jsonFile } from "./json.ts";
import { durationsOf, tableColumns, tableData, tablesOf } from "./tables.ts";

type Paper = Pick<SiteDocument, "path" | "document" | "view" | "register">;

const titleOf = ({ view }: Paper): string => (isFlowView(view) ? view.fullTitle : view.paper.fullTitle);

/** Every table that papers print as CSV, and the figures of each paper with how they were computed; for the catalogue. */
export const paperCsv = (documents: readonly Paper[]): DataFile[] =>
  documents.flatMap((paper) => [...tableFiles(paper), ...figureFiles(paper)]);

function tableFiles(paper: Paper): DataFile[] {
  const durations = durationsOf(paper.register.printed());
  return tablesOf(paper.view).map(({ id, title, what, table }) => ({
    path: tableAddress(paper, id, "csv").slice(1),
    bytes: csvFile(tableData(table, durations)),
    name: slug(`table ${paper.path} ${paper.document} ${id}`),
    title: title === "" ? `${titleOf(paper)}: ${id}` : title,
    description: `${what === "" ? "A table" : `${what}.`} From: ${titleOf(paper)}.`,
    columns: tableColumns,
  }));
}

function figureFiles(paper: Paper): DataFile[] {
  const table = figureTable(paper.register.printed());
  if (table.rows.length === 0) return [];
  return [
    {
      path: figuresData(paper).slice(1),
      bytes: csvFile(table),
      name: slug(`figures ${paper.path} ${paper.document}`),
      title: `${titleOf(paper)}: every figure, and how it was computed`,
      description:
        "Each figure that the paper prints, with its formula and the lines of the sources it rests on.",
      columns: figureColumns,
    },
  ];
}

/** Every table that papers print as JSON: its data, one object a cell. */
export const paperJson = (documents: readonly Paper[]): SiteFile[] =>
  documents.flatMap((paper) => {
    const durations = durationsOf(paper.register.printed());
    return tablesOf(paper.view).map(({ id, title, what, table }) => {
      const { columns, rows } = tableData(table, durations);
      const cells = rows.map((row) =>
        Object.fromEntries(columns.map((column, i) => [column, cellValue(column, row[i])])),
      );
      return {
        path: tableAddress(paper, id, "json").slice(1),
        bytes: jsonFile({ id, title, what, paper: titleOf(paper), cells }),
      };
    });
  });

const cellValue = (column: string, cell: string | number | null | undefined): string | number | null =>
  column === "value" && typeof cell === "string" ? Number(cell) : (cell ?? null);
