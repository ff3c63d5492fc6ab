import { describe, expect, test } from "@jest/globals";
import { tablesOf } from "../../../src/sources/paperText/outline.ts";
import { pdfLines } from "../../../src/sources/paperText/pdfLines.ts";
import type { PdfRun } from "../../../src/sources/paperText/pdfRows.ts";
import { readLines } from "../../../src/sources/paperText/read.ts";
import { readPaperFile } from "../../../src/sources/paperText/readFile.ts";
import { startOf } from "../../../src/sources/paperText/text.ts";
import { rawPdf, stream } from "../../support/rawPdf.ts";

/** A run of text at x and y, 5 points to a letter, 10 points high. */
const run = (text: string, x: number, y: number, font = "body"): PdfRun => ({
  text,
  x,
  y,
  width: text.length * 5,
  size: 10,
  font,
});
const lines = (...pages: PdfRun[][]): string[] => pdfLines(pages).map(({ text }) => text);
const filler = "Words of a paragraph that fill their line to the end, and one line more of it.";

describe("lines of PDFs", () => {
  test("runs on one base line are one line, and a larger step leaves a blank one", () =>
    expect(
      lines([run("Crime", 50, 700), run("fell.", 80, 700.5), run("It rose", 50, 688), run("Then", 50, 660)]),
    ).toEqual(["Crime fell.", "It rose", "", "Then"]));

  test("cells have tabs between them, empty ones too", () =>
    expect(
      lines([
        run("Area", 50, 700),
        run("Nov-19", 150, 700),
        run("Dec-19", 220, 700),
        run("North", 50, 685),
        run("43", 160, 685),
        run("32", 230, 685),
        run("South", 50, 670),
        run("11", 230, 670),
      ]),
    ).toEqual(["Area\tNov-19\tDec-19", "North\t43\t32", "South\t\t11"]));

  test("figures that pdf.js gives in one run are cells", () =>
    expect(
      lines([
        run("Month", 50, 700),
        run("Apr 19 May 19", 120, 700),
        run("Strength", 50, 685),
        run("963.00 977.00", 120, 685),
      ]),
    ).toEqual(["Month\tApr 19\tMay 19", "Strength\t963.00\t977.00"]));

  test("a heading beside its text is a line of its own", () =>
    expect(lines([run("Roles", 50, 700, "bold"), run(filler, 150, 700)])).toEqual(["Roles", filler]));

  test("a cell whose neighbour on the left has two lines stays beside its first", () =>
    expect(lines([run("Violence with", 50, 700), run("injury", 50, 688), run("453", 200, 700)])).toEqual([
      "Violence with 453",
      "injury",
    ]));

  test("pages are known, and running heads go by the page", () => {
    const page = (n: number) => [
      run(`Report, page ${n} of four`, 50, 800),
      run(`${["Crime", "Fraud", "Theft", "Rape"][n]} ${filler}`, 50, 700),
    ];
    const read = readLines("a.pdf", pdfLines([page(0), page(1), page(2), page(3)]));
    expect(read.furniture.map((text) => [text.text, startOf(text).page])).toEqual([
      ["Report, page 1 of four", 2],
      ["Report, page 2 of four", 3],
      ["Report, page 3 of four", 4],
    ]);
  });
});

const content = [
  [72, 760, "Report on the quarter"],
  [72, 720, "Area"],
  [200, 720, "Nov-19"],
  [300, 720, "Dec-19"],
  [72, 705, "North"],
  [200, 705, "43"],
  [300, 705, "32"],
  [72, 690, "South"],
  [200, 690, "33"],
  [300, 690, "11"],
]
  .map(([x, y, text]) => `BT /F1 10 Tf ${x} ${y} Td (${text}) Tj ET`)
  .join("\n");

describe("files", () => {
  test("a PDF is read with its pages", async () => {
    const bytes = rawPdf({
      1: "<< /Type /Catalog /Pages 2 0 R >>",
      2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
      4: stream(content),
      5: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    });
    const read = await readPaperFile("report.pdf", bytes);
    const [part] = read.ok ? read.value.parts : [];
    const [table] = part === undefined ? [] : tablesOf(part);
    expect(part?.title?.text).toBe("Report on the quarter");
    expect(table?.columns.map(({ heading }) => heading)).toEqual(["Area", "Nov-19", "Dec-19"]);
    expect(table?.rows.map(({ label, cells }) => [label, ...cells.slice(1).map(({ text }) => text)])).toEqual(
      [
        ["North", "43", "32"],
        ["South", "33", "11"],
      ],
    );
    expect(table?.spot.page).toBe(1);
  });

  test("text in another encoding is read", async () => {
    const read = await readPaperFile(
      "a.txt",
      Uint8Array.from([...Buffer.from("It cost "), 0xa3, ...Buffer.from("5 in all.")]),
    );
    expect(read.ok && read.value.lines).toEqual(["It cost £5 in all."]);
  });

  test.each([
    ["damaged.pdf", "%PDF-1.7 and nothing more", /this PDF cannot be read/],
    ["a.docx", "PK\u0003\u0004", /not text/],
  ])("%s is a problem", async (file, bytes, message) => {
    const read = await readPaperFile(file, Buffer.from(bytes, "latin1"));
    expect(read.ok ? "" : read.problems[0]?.message).toMatch(message);
  });
});
