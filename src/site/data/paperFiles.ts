import { figuresData, tableData as tableAddress } from "../../document/site/addresses.ts";
import { fullTitle } from "../../document/worded.ts";
import type { SiteDocument, SiteFile } from "../site.ts";
import { type DataFile, slug } from "./catalogue.ts";
import { csvFile } from "./csv.ts";
import { figureColumns, figureTable } from "./figures.ts";
import { jsonFile } from "./json.ts";
import { durationsOf, tableColumns, tableData, tablesOf } from "./tables.ts";

type Paper = Pick<SiteDocument, "path" | "document" | "view" | "register">;

/** Every table that a paper prints as CSV, and its figures with how they were computed; for the catalogue. */
export const paperCsv = (paper: Paper): DataFile[] => [...tableFiles(paper), ...figureFiles(paper)];

function tableFiles(paper: Paper): DataFile[] {
  const durations = durationsOf(paper.register.printed());
  return tablesOf(paper.view).map(({ id, title, what, table }) => ({
    path: tableAddress(paper, id, "csv").slice(1),
    bytes: csvFile(tableData(table, durations)),
    name: slug(`table ${paper.path} ${paper.document} ${id}`),
    title: title === "" ? `${fullTitle(paper.view)}: ${id}` : title,
    description: `${what === "" ? "A table" : `${what}.`} From: ${fullTitle(paper.view)}.`,
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
      title: `${fullTitle(paper.view)}: every figure, and how it was computed`,
      description:
        "Each figure that the paper prints, with its formula and the lines of the sources it rests on.",
      columns: figureColumns,
    },
  ];
}

/** Every table that a paper prints as JSON: its data, one object a cell. */
export function paperJson(paper: Paper): SiteFile[] {
  const durations = durationsOf(paper.register.printed());
  return tablesOf(paper.view).map(({ id, title, what, table }) => {
    const { columns, rows } = tableData(table, durations);
    const cells = rows.map((row) =>
      Object.fromEntries(columns.map((column, i) => [column, cellValue(column, row[i])])),
    );
    return {
      path: tableAddress(paper, id, "json").slice(1),
      bytes: jsonFile({ id, title, what, paper: fullTitle(paper.view), cells }),
    };
  });
}

const cellValue = (column: string, cell: string | number | null | undefined): string | number | null =>
  column === "value" && typeof cell === "string" ? Number(cell) : (cell ?? null);
