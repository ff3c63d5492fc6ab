import { expect, test } from "@jest/globals";
import { wordedOf } from "../../src/check.ts";
import { paperLines } from "../../src/document/paperLines.ts";
import { tableLines } from "../../src/document/tableLines.ts";
import type { HeadCellView, TableView } from "../../src/document/views.ts";
import { load } from "../../src/load.ts";
import { inMemory, minimal } from "../support/project.ts";

const section = "data/quarters/2019-20-q3/performance-summary/01-burglary.md";

test("a worded paper in Markdown: what an author wrote knows its line, what was computed has none", async () => {
  const text = `${minimal().get(section) ?? ""}\nOf {{burglary}} burglaries\nmost were at night.\n`;
  const { facts } = await load("data", inMemory(minimal({ file: section, text })));
  const worded = wordedOf(facts, { path: "2019-20-q3", document: "performance-summary" }, true);
  const lines = worded === null ? [] : paperLines(worded);
  const last = text.split("\n").length - 1;
  expect(lines.find((line) => line.text === "Of 54 burglaries")?.place).toMatchObject({
    file: section,
    line: last - 1,
  });
  expect(lines.find((line) => line.text === "most were at night.")?.place).toMatchObject({
    file: section,
    line: last,
  });
  expect(lines.find((line) => line.text.startsWith("54 burglaries were recorded"))?.place).toBeNull();
  expect(lines.filter((line) => line.text.startsWith("| "))).not.toEqual([]);
});

test("heads of several rows are read down into one", () => {
  const head = (text: string, colspan = 1, rowspan = 1): HeadCellView => ({
    text,
    align: "left",
    colspan,
    rowspan,
    group: colspan > 1,
  });
  const table: TableView = {
    head: [
      [head("Area", 1, 2), head("Change", 2)],
      [head("Number"), head("Percent")],
    ],
    rows: [{ head: "North", detail: "a | b", cells: [], kind: "break" }],
    widths: [],
    size: "normal",
  };
  expect(tableLines(table)).toBe(
    "| Area | Change Number | Change Percent |\n| --- | --- | --- |\n| North (a \\| b) |  |  |",
  );
});
