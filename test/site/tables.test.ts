import { expect, test } from "@jest/globals";
import { cell, head } from "../../src/document/cells.ts";
import type { TableView } from "../../src/document/views.ts";
import { readCell, tableData } from "../../src/site/data/tables.ts";

test.each([
  ["3,738", "3738", null, null],
  ["3,738 [e]", "3738", null, "[e]"],
  ["−5.5%", "-5.5", "%", null],
  ["+1 point", "1", "point", null],
  ["−£1,250.50", "-1250.50", "£", null],
  ["[x]", null, null, "[x]"],
  ["14:01", "841", "seconds", null],
  ["14:01 [e]", "841", "seconds", "[e]"],
  ["10:30", null, null, null],
  ["3= of 43", null, null, null],
  ["–", null, null, null],
  ["1,23", null, null, null],
])("%s", (text, value, unit, symbol) => {
  expect(readCell(text, new Map([["14:01", 841]]))).toEqual({ value, unit, symbol });
});

test("each cell of a table is a row with the heads of its row and column", () => {
  const table: TableView = {
    head: [
      [
        head("Area", { rowspan: 2 }),
        head("December 2019", { colspan: 2, group: true }),
        head("Change", { rowspan: 2 }),
      ],
      [head("Number"), head("Rate")],
    ],
    rows: [
      { head: "North", detail: null, cells: [], kind: "break" },
      { head: "Rugby", detail: "(district)", cells: [cell("1,012"), cell("9.51"), cell("+4%")], kind: "row" },
      {
        head: "All",
        detail: null,
        cells: [cell("[c]"), cell("–"), cell("−2%", { heard: "fell" })],
        kind: "total",
      },
    ],
    widths: [],
    size: "normal",
  };
  const { columns, rows } = tableData(table, new Map());
  expect(columns).toEqual(["group", "row", "column", "value", "unit", "symbol", "text", "note"]);
  expect(rows).toEqual([
    ["North", "Rugby (district)", "December 2019, Number", "1012", null, null, "1,012", null],
    ["North", "Rugby (district)", "December 2019, Rate", "9.51", null, null, "9.51", null],
    ["North", "Rugby (district)", "Change", "4", "%", null, "+4%", null],
    ["North", "All", "December 2019, Number", null, null, "[c]", "[c]", null],
    ["North", "All", "December 2019, Rate", null, null, null, "–", null],
    ["North", "All", "Change", "-2", "%", null, "−2%", "fell"],
  ]);
});
