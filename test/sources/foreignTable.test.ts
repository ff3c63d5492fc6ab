import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Diagnostic } from "../../src/diagnostic.ts";
import { type ForeignSeries, readForeignTable } from "../../src/sources/foreignTable.ts";
import { decodeForeign } from "../../src/sources/foreignText.ts";

const read = (...lines: readonly string[]) => readForeignTable({ file: "a.csv", text: lines.join("\n") });

function seriesOf(...lines: readonly string[]): ForeignSeries {
  const found = read(...lines);
  if (!found.ok) throw new Error(found.problems.map(shown).join("\n"));
  return found.value;
}

const shown = ({ place, message }: Diagnostic): string => `${place.line}:${place.column} ${message}`;

function problemsOf(...lines: readonly string[]): string[] {
  const found = read(...lines);
  return found.ok ? [] : found.problems.map(shown);
}

const valuesOf = (series: ForeignSeries) => series.rows.map(({ month, value }) => [month, value]);
const two = [
  ["2019-01", 5],
  ["2019-02", 7],
];

describe("a table is understood", () => {
  test.each<[string, readonly string[]]>([
    ["without a header", ["2019-01,5", "2019-02,7"]],
    ["with the columns turned round", ["5,2019-01", "7,2019-02"]],
    ["with other names, in another order", ["Count,Notes,Date", "5,,01/01/2019", "7,late,01/02/2019"]],
    ["with semicolons", ["month;value", "Jan-19;5", "Feb-19;7"]],
    ["with tabs", ["month\tvalue", "Jan-19\t5", "Feb-19\t7"]],
    ["with empty columns at the end", ["month,value,,", "2019-01,5,,", "2019-02,7,,", ",,,"]],
    [
      "with titles, comments and footnotes",
      ["# by hand", "Theft,,", "", "month,value", "2019-01,5", "2019-02,7", "Source: us"],
    ],
    ["with a total", ["month,value", "2019-01,5", "2019-02,7", "Total,12"]],
    ["out of order", ["month,value", "2019-02,7", "2019-01,5"]],
    ["with the year in a merged cell", ["year,month,offences", "2019,January,5", ",February,7"]],
    ["with a financial year", ["fy,month,offences", "2018/19,Jan,5", ",Feb,7"]],
    ["with a value column of its own name", ["month,bicycles", "2019-01,5", "2019-02,7"]],
    ["with quotation marks and CRLF", ['"month","value"\r', '"2019-01","5"\r', '"2019-02","7"\r']],
    ["with n as the only number", ["month,n", "2019-01,5", "2019-02,7"]],
    ["with the year in a line of its own", ["month,value", "2019,", "Jan,5", "Feb,7"]],
    ["with the year in a line of its own and no header", ["2019", "Jan,5", "Feb,7"]],
    [
      "with the month in a cell merged over areas",
      ["month,area,value", "2019-01,Force,5", ",North,3", "2019-02,Force,7"],
    ],
    [
      "with notes that hold commas",
      ["month,value", "2019-01,5", "2019-02,7", "Source: the force, 2019", "Last updated:,05/03/2019"],
    ],
    [
      "with totals of many names",
      [
        "month,value",
        "2019-01,5",
        "2019-02,7",
        "2019 Total,12",
        "Sub-total,12",
        "Monthly average,6",
        "Q4 total,12",
        "FYTD,12",
        "2018/19 total,12",
      ],
    ],
    ["with marks beside the months", ["month,value", "2019-01 [p],5", "Feb 2019 (revised),7"]],
    ["with a separator that its first line names", ["sep=;", "month;value", "Jan-19;5", "Feb-19;7"]],
    ["with texts as formulas", ["month,value", '="Jan-19",5', '="2019-02",="7"']],
    [
      "with the whole called Total",
      ["month,area,value", "2019-01,Total,5", "2019-01,North,3", "2019-02,Total,7"],
    ],
    [
      "with areas beside the whole",
      ["period,area,value", "2019-01,,5", "2019-01,north,3", "2019-02,force,7"],
    ],
  ])("%s", (_, lines) => expect(valuesOf(seriesOf(...lines))).toEqual(two));

  test("says what was done to read it", () => {
    const { title, remarks } = seriesOf("# Theft", "month,value", "2019-02,7", "2019-01,-", "Total,7");
    expect(title).toBe("Theft");
    expect(remarks).toEqual([
      "Line 5, a total or average, was left out.",
      "The months were not in order in the file; they were sorted.",
      "A dash in place of a figure was read as a missing month, not as zero; write 0 where there was none.",
    ]);
  });

  test.each([
    ["month,count,n"],
    ["month,value,denominator"],
    ["month,number,base"],
    ["month,satisfied,surveyed"],
    ["date,numerator,respondents"],
  ])("the base of %s is its last column", (header) => {
    expect(seriesOf(header, "2019-01,90,120").rows).toMatchObject([{ value: 90, denominator: 120 }]);
  });

  test("a name with % makes plain numbers percentages", () => {
    expect(seriesOf("month,% satisfied", "2019-01,75.5")).toMatchObject({ unit: "percent", decimals: 1 });
  });

  test.each([["43466"], ["201905"], ["12.34"], ["2018"]])("the value %s is no month", (value) => {
    const [header, line] = ["month,value", `2019-12,${value}`];
    expect(valuesOf(seriesOf(line))).toEqual([["2019-12", Number(value)]]);
    expect(valuesOf(seriesOf(header, line))).toEqual([["2019-12", Number(value)]]);
  });

  test("times may be called so beside a month", () => {
    expect(seriesOf("Month,Time", "Jan-19,14:01")).toMatchObject({
      unit: "duration",
      rows: [{ value: 841 }],
    });
  });

  test("a percentage that base and count say again is not read, and that is told", () => {
    const { rows, remarks } = seriesOf("month,yes,surveyed,% yes,note", "2019-01,90,120,75%,new form");
    expect(rows).toMatchObject([{ value: 90, denominator: 120 }]);
    expect(remarks).toEqual(["The columns “% yes” and “note” were not read."]);
  });

  test("a third column without a name is a base, and that is told", () => {
    const { rows, remarks } = seriesOf("2019-01,90,120", "2019-02,80,110");
    expect(rows).toMatchObject([{ denominator: 120 }, { denominator: 110 }]);
    expect(remarks).toEqual([
      "The table has no header; the second number of a line was taken as the base of the first.",
    ]);
  });

  test("the months of two years follow each other under their years", () => {
    expect(valuesOf(seriesOf("fy,month,value", "2018/19,Dec,3", ",Jan,5", "2019/20,Apr,7"))).toEqual([
      ["2018-12", 3],
      ["2019-01", 5],
      ["2019-04", 7],
    ]);
    expect(valuesOf(seriesOf("month,value", "2019", "Feb,5", "Jan,3", "2018", "Dec,7"))).toEqual([
      ["2018-12", 7],
      ["2019-01", 3],
      ["2019-02", 5],
    ]);
  });

  test("the mark of a month is that of its figure", () => {
    const { rows } = seriesOf("month,value", "2019-01 [p],5", "2019-02 [note 3],7", "2019-03 [r],7 [e]");
    expect(rows.map(({ status }) => status)).toEqual(["provisional", "published", "estimated"]);
  });

  test("a title keeps nothing that a screen would obey", () => {
    expect(seriesOf("Theft\u001b[31m\u0007", "2019-01,5").title).toBe("Theft[31m");
  });

  test("a status may stand in a column of its own", () => {
    const { rows } = seriesOf("month,value,status", "2019-01,5,provisional", "2019-02,7,[r]", "2019-03,c,");
    expect(rows.map(({ status }) => status)).toEqual(["provisional", "revised", "suppressed"]);
  });

  test("whatever the months, each is there once and in order", () => {
    const months = fc.uniqueArray(
      fc.tuple(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 12 })),
      {
        minLength: 1,
        maxLength: 40,
        selector: ([year, month]) => year * 12 + month,
      },
    );
    fc.assert(
      fc.property(months, (all) => {
        const names = all.map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`);
        const { rows } = seriesOf("month,value", ...names.map((name, i) => `${name},${i}`));
        expect(rows.map(({ month }) => month)).toEqual([...names].sort());
        expect(rows.map(({ month, value }) => names[value ?? -1] === month)).not.toContain(false);
      }),
    );
  });
});

describe("what is not certain is refused, all at once", () => {
  test("each at its place", () => {
    expect(
      problemsOf("month,value", "Foo,5", "2019-01,1,23", '2019-02,"1,23"', "2019-03,7", "2019-03,", ",9"),
    ).toEqual([
      "2:1 `Foo` is no month: write the year and month, e.g. 2019-12",
      "3:11 this line has 3 cells, but there are 2 columns",
      "4:9 `1,23` has two readings, with a comma for thousands or for decimals: write 123 or 1.23",
      "7:1 this line has values but no month: write its month, e.g. 2019-12 (merged cells keep it only in their first line)",
      "6:1 2019-03 is already in line 5: keep one of the two",
    ]);
  });

  test.each<[string, readonly string[], string]>([
    [
      "no month at all",
      ["a,b", "c,d"],
      "1:1 no line of this file holds a month and a value: write a line for each, e.g. 2019-12,53",
    ],
    [
      "an empty file",
      [""],
      "1:1 no line of this file holds a month and a value: write a line for each, e.g. 2019-12,53",
    ],
    [
      "months side by side",
      ["area,2019-01,2019-02,2019-03", "force,5,7,9"],
      "1:1 the months stand side by side: write them below each other, one line for each, e.g. 2019-12,53",
    ],
    [
      "two columns of values",
      ["month,north,south", "2019-01,5,7"],
      "1:13 several columns may hold the values (`north`, `south`): name the one that is meant `value`, or keep it alone",
    ],
    [
      "three numbers without names",
      ["2019-01,5,7,9"],
      "1:13 there are several columns of numbers and no header: name the columns in a line above them, e.g. month,value,denominator",
    ],
    [
      "a percentage beside its base",
      ["month,value,n", "2019-01,75%,120"],
      "2:13 beside a base the value must be the number behind it: write e.g. 90 of 120, not 75%",
    ],
    [
      "two units",
      ["month,value", "2019-01,75%", "2019-02,76"],
      "3:9 this is a plain number, but the first value is a percentage: write all alike",
    ],
    [
      "several areas and no whole",
      ["month,area,value", "2019-01,north,5", "2019-01,south,7"],
      "2:1 this file holds several series: keep the lines of one area and category",
    ],
    [
      "an open quotation mark",
      ['month,"value', "2019-01,5"],
      "1:7 this quotation mark is never closed: add the closing one at the end of the cell",
    ],
    [
      "months side by side, two of them",
      ["area,2019-01,2019-02", "force,5,7"],
      "1:1 the months stand side by side: write them below each other, one line for each, e.g. 2019-12,53",
    ],
    [
      "years side by side",
      ["month,2018,2019", "January,5,7"],
      "1:12 the years stand side by side (`2018`, `2019`): write all months below each other, one line for each, e.g. 2019-12,53",
    ],
    [
      "percentages beside their base",
      ["month,% satisfied,surveyed", "2019-01,75,120"],
      "1:7 beside a base the values must be the numbers behind the percentages: write e.g. 90 of 120, not 75, or leave the base out",
    ],
    [
      "thousands without quotation marks or header",
      ["2019-01,1,234", "2019-02,1,250"],
      "1:9 these may be 1 of 234, or 1,234 without quotation marks: name the columns in a line above, e.g. month,value,denominator, or put the number in quotation marks",
    ],
    [
      "a thousand with a nought behind its comma",
      ["month,value,n", "2019-01,1,050"],
      "2:11 `050` may be the end of a number with a comma, such as 1,050: put such numbers in quotation marks",
    ],
    [
      "January after December under a calendar year",
      ["year,month,value", "2018,Dec,5", ",Nov,6", ",Dec,7"],
      "4:2 `Dec` may be of 2018 or of the year beside it: write the year and month, e.g. 2019-12, or 2019/20 for a financial year",
    ],
    [
      "a total without its name that looks like a year",
      ["month,value", "2019-01,5", ",2019"],
      "3:1 this line has values but no month: write its month, e.g. 2019-12 (merged cells keep it only in their first line)",
    ],
    [
      "a month without a year",
      ["month,value", "January,5"],
      "2:1 `January` has no year: write the year and month, e.g. 2019-12",
    ],
  ])("%s", (_, lines, problem) => expect(problemsOf(...lines)).toEqual([problem]));

  test("a table in which every line has something wrong tells each", () => {
    expect(problemsOf("month,value", "2019-01,five", '2019-02,"12,5"', "2019-03,1.2E+03")).toEqual([
      "2:9 `five` is no figure: write a plain number, e.g. 3738; leave the cell empty where there is none",
      "3:9 `12,5` has two readings, with a comma for thousands or for decimals: write 125 or 12.5",
      "4:9 `1.2E+03` is no figure: write a plain number, e.g. 3738; leave the cell empty where there is none",
    ]);
    expect(problemsOf("month,value", "Mai 2019,5", "Febuary 2019,6")).toEqual([
      "2:1 `Mai 2019` is no month: write the year and month, e.g. 2019-12",
      "3:1 `Febuary 2019` is no month: write the year and month, e.g. 2019-12",
    ]);
  });

  test("JSON in a table's place is told what to be called", () => {
    const found = read('{"values":[5]}');
    expect(found.ok ? "" : found.problems[0]?.hint).toBe("For JSON give the file a name that ends in .json.");
  });

  test("American days, which fall into one January, are told how days are read", () => {
    const found = read("month,value", "01/01/2019,5", "02/01/2019,7", "03/01/2019,9");
    expect(found.ok ? [] : found.problems.map(({ hint }) => hint)).toEqual(
      Array(2).fill(
        "Days are read in the British order, day/month/year: if 02/01/2019 is February here, write 2019-02.",
      ),
    );
  });

  test("no text makes it fail otherwise than with problems", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom("2019-01", "Jan", "5", "1,2", '"', "\n", ",", ";", "\t", "#", "n", "2019/20"),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 60 }), (cells) => {
        const found = read(cells.join(""));
        expect(found.ok ? found.value.rows.length > 0 : found.problems.length > 0).toBe(true);
      }),
    );
  });
});

describe("the text of a foreign file", () => {
  const text = (bytes: Uint8Array): string | null => {
    const found = decodeForeign("a.csv", bytes);
    return found.ok ? found.value.source.text : null;
  };
  test.each([
    ["UTF-8 with a mark", Buffer.from("\uFEFF£5")],
    ["UTF-16 with a mark", Buffer.from("\uFEFF£5", "utf16le")],
    ["Windows-1252", Buffer.from([0xa3, 0x35])],
  ])("in %s", (_, bytes) => expect(text(bytes)).toBe("£5"));

  test.each([
    [
      "a spreadsheet",
      Buffer.from("PK\u0003\u0004abc"),
      "this is a spreadsheet (such as .xlsx or .ods), not text",
    ],
    ["a PDF", Buffer.from("%PDF-1.7"), "this is a PDF, not text"],
    ["a NUL", Buffer.from("a\0b"), "this file is not text (it holds a NUL): save it as “CSV UTF-8”"],
    [
      "a very long file",
      Buffer.alloc(1_000_001, "a"),
      "this file is too large (more than 1,000,000 characters): keep the one series that is to be analysed",
    ],
  ])("is not that of %s", (_, bytes, message) => {
    expect(decodeForeign("a.csv", bytes)).toMatchObject({ ok: false, problems: [{ message }] });
  });

  test("a very long table is given up early", () => {
    expect(problemsOf(...Array(6000).fill("2019-01,5"))).toEqual([
      "5001:1 this file is longer than a series of months can be (5,000 lines, 100,000 cells)",
    ]);
  });
});
