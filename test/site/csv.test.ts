import { expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { type Cell, csvFile, safeCell } from "../../src/site/data/csv.ts";

const read = (bytes: Uint8Array): string[][] =>
  parse(Buffer.from(bytes), { bom: true, record_delimiter: "\r\n" }) as string[][];

test("what is written is read back as it was, whatever signs it has", () => {
  const words = fc.string({ unit: "grapheme" }).map((text) => `w${text}`);
  fc.assert(
    fc.property(fc.array(fc.tuple(words, words), { minLength: 1 }), (rows) => {
      const [head, ...data] = read(csvFile({ columns: ["a", "b"], rows }));
      expect(head).toEqual(["a", "b"]);
      expect(data).toEqual(rows);
    }),
  );
});

test("a spreadsheet is told that it is UTF-8, and lines end as RFC 4180 says", () => {
  const bytes = csvFile({
    columns: ["area", "value"],
    rows: [
      ["Tŷ “Gwyn”, north", 3],
      [null, "£5"],
    ],
  });
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(Buffer.from(bytes).toString("utf8").slice(1)).toBe('area,value\r\n"Tŷ “Gwyn”, north",3\r\n,£5\r\n');
});

test.each([
  "=1+1",
  '=HYPERLINK("https://example.org","here")',
  "+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  " =1",
  "＝1+1",
  "－1+1",
  "-",
  "=",
  "-1,2,3",
])("%j is words to a spreadsheet, not a formula", (formula) => {
  expect(safeCell(formula)).toBe(`'${formula}`);
});

test.each<[Cell, string]>([
  [-5, "-5"],
  ["-5", "-5"],
  ["+195", "+195"],
  ["-1,195.5", "-1,195.5"],
  ["+5.5%", "+5.5%"],
  [0, "0"],
  [null, ""],
  ["−5.5%", "−5.5%"],
  ["3,738 [e]", "3,738 [e]"],
  ["Nuneaton and Bedworth", "Nuneaton and Bedworth"],
])("%j stays as it is", (cell, text) => {
  expect(safeCell(cell)).toBe(text);
});
