import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type CsvTable, readCsv } from "../../src/sources/csv.ts";
import { limits } from "../../src/sources/limits.ts";
import type { SourceText } from "../../src/sources/text.ts";
import { got, problemsOf, sourceOf, timed } from "./reading.ts";

const columns = { required: ["period", "value"], optional: ["area", "reason"] };
const read = (text: string): CsvTable => got(readCsv(sourceOf(text), columns));
const wrong = (text: string): string[] => problemsOf(readCsv(sourceOf(text), columns));
const texts = ({ rows }: CsvTable): Record<string, string>[] =>
  rows.map(({ cells }) => Object.fromEntries(Object.entries(cells).map(([name, { text }]) => [name, text])));

describe("rows and cells", () => {
  test("are named by the first line, whatever its order", () => {
    const table = read("area, value ,period\nnorth, 12 ,2019-10\n,,2019-11");
    expect(texts(table)).toEqual([
      { area: "north", value: "12", period: "2019-10" },
      { area: "", value: "", period: "2019-11" },
    ]);
    expect(table.rows[0]?.cells["value"]?.place).toMatchObject({ line: 2, column: 8, length: 2 });
    expect(table.rows[0]?.cells["reason"]).toBeUndefined();
  });

  test("skip comments, blank lines and the rows of commas a spreadsheet leaves", () => {
    const text =
      '# from the force, 7 January\n\nperiod,value\n  \n# "open quote\n2019-10,1\n,\n"# a, b",\n2019-11,2\n';
    const table = read(text);
    expect(texts(table).map(({ period }) => period)).toEqual(["2019-10", "2019-11"]);
    expect(table.rows.map(({ place }) => place.line)).toEqual([6, 9]);
  });

  test("may be quoted and hold commas, quotation marks and line breaks", () => {
    const table = read('period,reason,value\r\n2019-10,"late, says ""é"" 😀\r\nagain",3\r\n2019-11,,4\r\n');
    expect(texts(table)[0]).toEqual({ period: "2019-10", reason: 'late, says "é" 😀\r\nagain', value: "3" });
    expect(table.rows[0]?.cells["reason"]?.place).toMatchObject({ line: 2, column: 9 });
    expect(table.rows[0]?.cells["value"]?.place).toMatchObject({ line: 3, column: 8, text: 'again",3' });
    expect(table.rows[1]?.place).toMatchObject({ line: 4, column: 1 });
  });

  test("a byte order mark and empty columns at the end are no matter", () => {
    const table = read("\uFEFFperiod,value,,\n2019-10,1,,\n2019-11,2\n");
    expect(texts(table)).toEqual([
      { period: "2019-10", value: "1" },
      { period: "2019-11", value: "2" },
    ]);
    expect(table.rows[0]?.cells["value"]?.place).toMatchObject({ line: 2, column: 9 });
  });

  test("a comment may come before the first line, behind a byte order mark too", () => {
    expect(texts(read("\uFEFF# a;b\nperiod,value\n1,2\n"))).toEqual([{ period: "1", value: "2" }]);
  });

  test("a table may have no rows", () => expect(read("period,value\n").rows).toEqual([]));
});

describe("problems", () => {
  test.each([
    ["", "1:1 this file is empty: its first line must name the columns: period, value, area, reason"],
    ["\n# nothing\n", "1:1 this file is empty"],
    ["period,valeu\n1,2\n", "1:8 there is no column `valeu`"],
    ["area\nnorth\n", "1:1 columns are missing: add `period`, `value`"],
    ["# c\nperiod\n1\n", "2:1 a column is missing: add `value`"],
    ["period,value,period\n1,2,3\n", "1:14 the column `period` is there twice"],
    ["period,,value\n1,2,3\n", "1:8 this column has no name"],
    ["period,value\n1\n", "2:1 this row has 1 cells, but there are 2 columns"],
    ["period,value\n1,2\n2019-10,1,234\n", "3:11 this row has 3 cells, but there are 2 columns"],
    ['period,value\n1,"2\n3,4\n', "2:3 this quotation mark is never closed"],
    ['period,value\n# "x"\n\n"1,2\n3,4\n', "4:1 this quotation mark is never closed"],
    ['"period,value\n3,4\n', "1:1 this quotation mark is never closed"],
    ['period,value\n1,the "old" one\n', "2:3 a quotation mark stands inside this cell"],
    ['period,value\n1, "2"\n', "2:3 a quotation mark stands inside this cell"],
    ['period,value\n1,"the "old" one"\n', "2:3 text follows the closing quotation mark"],
    ['period,value\n1,"Kent"#1\n', "2:3 text follows the closing quotation mark"],
    ["# c\nperiod;value\n1;2\n", "2:1 columns are separated by ;: save the file as comma separated"],
    ["period\tvalue\n1\t2\n", "1:1 columns are separated by tabs: save the file as comma separated"],
    ["period,value\r1,2\r", "1:1 this file is all one line"],
  ])("%j", (text, start) =>
    expect(wrong(text).map((problem) => problem.slice(0, start.length))).toEqual([start]),
  );

  test("come together, with hints", () => {
    const checked = readCsv(sourceOf("Period,value,extra\n1,2\n1,234,5,6\n"), columns);
    expect(problemsOf(checked).map((problem) => problem.slice(0, 4))).toEqual([
      "1:1 ",
      "1:14",
      "2:1 ",
      "3:9 ",
    ]);
    const hints = checked.ok ? [] : checked.problems.map(({ hint }) => hint);
    expect(hints[0]).toBe("Did you mean `period`?");
    expect(hints[1]).toBe("Use one of: period, value, area, reason");
    expect(hints[3]).toContain("must be in quotation marks");
  });

  test.each([
    ["a million commas", ",".repeat(1_000_000), /more than 500,000 cells/],
    [
      "rows of a wrong length",
      `period,value\n${"1\n".repeat(200_000)}`,
      /10,000 rows above have more or fewer cells/,
    ],
    ["too much", "a".repeat(limits.csvCharacters + 1), /too large/],
  ])("%s are given up quickly", (_, text, message) => {
    const { result, ms } = timed(() => wrong(text));
    expect(result[0]).toMatch(message);
    expect(ms).toBeLessThan(3000);
  });
});

/** Cells as people write them: with blanks, quotation marks, commas, line breaks and other scripts inside. */
const cell = fc.string({
  unit: fc.constantFrom("a", "é", "😀", '"', ",", " ", "\n", "\r\n", "#"),
  maxLength: 6,
});
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const written = (text: string, quote: boolean): string =>
  quote || /[",\n\r]/.test(text) || text.startsWith("#") ? quoted(text) : text;

/** What a cell's place points at: the raw text from its line and column on. */
function rawAt(source: SourceText, line: number, column: number): string {
  const start =
    source.text
      .split("\n")
      .slice(0, line - 1)
      .join("\n").length + (line > 1 ? 1 : 0);
  return source.text.slice(start + column - 1);
}

test("every cell's place points at its text, whatever stands around it", () => {
  const row = fc.record({
    a: cell,
    b: cell,
    quote: fc.boolean(),
    gap: fc.constantFrom("", "\n", '# é, "x\n', ",\n"),
  });
  fc.assert(
    fc.property(fc.array(row), fc.constantFrom("\n", "\r\n"), fc.boolean(), (rows, lineEnd, marked) => {
      const lines = rows.map(
        ({ a, b, quote, gap }) => `${gap}${written(a, quote)},${written(b, quote)}${lineEnd}`,
      );
      const source = sourceOf(`${marked ? "\uFEFF" : ""}period,value${lineEnd}${lines.join("")}`);
      const table = got(readCsv({ ...source }, { required: ["period", "value"], optional: [] }));
      const kept = rows.filter(({ a, b }) => !a.startsWith("#") && (a.trim() !== "" || b.trim() !== ""));
      expect(texts(table)).toEqual(kept.map(({ a, b }) => ({ period: a.trim(), value: b.trim() })));
      for (const { cells } of table.rows)
        for (const { text, place } of Object.values(cells)) {
          const raw = rawAt(sourceOf(source.text.replace("\uFEFF", "")), place.line, place.column);
          expect(
            raw.startsWith(text) || raw.replace(/^"\s*/, "").startsWith(text.replaceAll('"', '""')),
          ).toBe(true);
        }
    }),
    { numRuns: 300 },
  );
});

test("no text makes readCsv throw, and problems lie inside the file", () => {
  const pieces = fc.constantFrom(
    "period",
    "value",
    ",",
    ",",
    '"',
    "\n",
    "\r\n",
    " ",
    "#",
    "é",
    ";",
    "\t",
    "\r",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const source = sourceOf(parts.join(""));
      const checked = readCsv(source, columns);
      const lineCount = source.text.split("\n").length;
      for (const { place } of checked.ok ? [] : checked.problems)
        expect(place.line).toBeLessThanOrEqual(lineCount);
    }),
    { numRuns: 1000 },
  );
});
