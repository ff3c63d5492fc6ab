import { PDFDocument } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readAssets } from "../../src/assets.ts";
import { fillPages } from "../../src/html/pages.ts";
import { paperHtml } from "../../src/html/paper.ts";
import { summaryHtml } from "../../src/html/summary.ts";
import { resolveBrowser } from "../../src/pdf/browser.ts";
import { listen } from "../../src/pdf/listen.ts";
import { openPrinter, type Printer } from "../../src/pdf/printer.ts";
import { expectGolden } from "../support/golden.ts";
import { paperDrawings, papers } from "../support/paperViews.ts";
import { summaryOf } from "../support/summary.ts";
import { finish, page, tagged, twoSections } from "./printing.ts";

const { style } = await readAssets();
let printer: Printer;
beforeAll(async () => {
  printer = openPrinter({ browser: await resolveBrowser(), timeoutMs: 30_000 });
});
afterAll(() => printer.close());

const finished = async (html: string, options = tagged): Promise<Uint8Array> =>
  finish((await printer.print(html, options)).pdf, {
    title: "A small paper",
    author: "The office",
    subject: "A test",
    date: "2020-03-06",
  });

async function heardOf(pdf: Uint8Array, pages = false): Promise<readonly string[]> {
  const heard = await listen(pdf, { pages });
  if (!heard.ok) throw new Error(heard.why);
  return heard.lines;
}

test.each(papers.map((view) => [view.kind, view] as const))(
  "a paper of kind %s is heard",
  async (kind, view) => {
    const pdf = await finished(paperHtml(view, paperDrawings, style), { file: "test.html", tagged: true });
    expectGolden(`listen/${kind}.txt`, `${(await heardOf(pdf)).join("\n")}\n`);
  },
);

test("the performance summary of the smallest quarter is heard", async () => {
  const { view } = await summaryOf();
  const html = fillPages(
    summaryHtml(view, paperDrawings, style),
    new Map([
      ["burglary", 4],
      ["response-time", 5],
    ]),
  );
  const pdf = await finished(html, { file: "test.html", tagged: true });
  expectGolden("listen/performance-summary.txt", `${(await heardOf(pdf)).join("\n")}\n`);
});

test("a print is heard in order, with its pages, its links and its table; its page numbers are not", async () => {
  expect(await heardOf(await finished(twoSections), true)).toEqual([
    "Title: A small paper",
    "Language: English (en-GB)",
    "2 pages",
    "Page 1",
    "Heading 1: First",
    "See (link: the second).",
    "Page 2",
    "Heading 1: Second",
    "Back to (link: the first).",
    "Table: Offences, 3 rows, 2 columns",
    "  Columns: Area; Number",
    "  North, Number: 12",
    "  South, Number: 7",
  ]);
});

test("a paragraph that goes over the end of a page is heard whole", async () => {
  const long = Array.from({ length: 900 }, (_, i) => `word${i}`).join(" ");
  const heard = await heardOf(await finished(page(`<p>${"First line.<br>".repeat(30)}</p><p>${long}</p>`)));
  expect(heard[2]).toBe("3 pages");
  expect(heard.at(-1)).toBe(long);
});

test("why nothing is heard is said in a few words", async () => {
  const { pdf: untagged } = await printer.print(page("<p>Words</p>"), { ...tagged, tagged: false });
  const whole = await finished(page("<p>Words</p>"));
  const locked = await PDFDocument.load(whole);
  locked.encrypt({ userPassword: "secret", ownerPassword: "secret" });
  const why = async (pdf: Uint8Array): Promise<string> => {
    const heard = await listen(pdf, { pages: false });
    return heard.ok ? heard.lines.join(" ") : heard.why;
  };
  expect(await why(untagged)).toMatch(/^this PDF is not tagged/);
  expect(await why(Buffer.from("PK a word processor's file"))).toBe("this is not a PDF");
  expect(await why(whole.slice(0, 600))).toBe("this PDF is damaged and cannot be read");
  expect(await why(Buffer.from("%PDF-1.7\n"))).toBe("this PDF is damaged and cannot be read");
  expect(await why(await locked.save())).toMatch(/^this PDF is encrypted/);
});
