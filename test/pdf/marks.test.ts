import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readAssets } from "../../src/assets.ts";
import { proseHtml } from "../../src/html/markdown.ts";
import { compileTemplates } from "../../src/html/templates.ts";
import { resolveBrowser } from "../../src/pdf/browser.ts";
import { listen } from "../../src/pdf/listen.ts";
import { openPrinter, type Printer } from "../../src/pdf/printer.ts";
import { finish, page, tagged } from "./printing.ts";
import { outlineOf } from "./structure.ts";

let printer: Printer;
beforeAll(async () => {
  printer = openPrinter({ browser: await resolveBrowser(), timeoutMs: 30_000 });
});
afterAll(() => printer.close());

const metadata = { title: "Marks", author: "An office", subject: "Tests", date: "2020-03-06" };
const finished = async (content: string): Promise<Uint8Array> =>
  finish((await printer.print(page(`<h1 id="top">Marks</h1>${content}`), tagged)).pdf, metadata);
const heardIn = async (pdf: Uint8Array): Promise<readonly string[]> => {
  const heard = await listen(pdf, { pages: false });
  return heard.ok ? heard.lines.slice(4) : [heard.why];
};
const load = (pdf: Uint8Array): Promise<PDFDocument> => PDFDocument.load(pdf, { updateMetadata: false });

test("a passage in another language is a span of that language, and is heard as such", async () => {
  const pdf = await finished(
    proseHtml("Written with [Heddlu **Gwent** yng Nghymru]{lang=cy} in May, see [Policja]{lang=pl}."),
  );
  expect(outlineOf(await load(pdf))).toEqual(["H1", "P", "  Span cy", "    Strong", "  Span pl"]);
  expect(await heardIn(pdf)).toEqual([
    "Written with (in Welsh (cy): Heddlu Gwent yng Nghymru) in May, see (in Polish (pl): Policja).",
  ]);
});

test("a block in another language stays what it is", async () => {
  const pdf = await finished('<p lang="cy">Bloc</p><section lang="cy"><p>Dau</p></section>');
  expect(outlineOf(await load(pdf)).slice(1)).toEqual(["P cy", "NonStruct cy", "  P"]);
});

test("a corner without words heads nothing, and its table keeps its columns", async () => {
  const { style } = await readAssets();
  const rows = compileTemplates(
    new Map([...style.templates, ["corner.hbs", "<table>{{> rows table}}</table>"]]),
  );
  const cells = (...texts: readonly string[]) =>
    texts.map((text) => ({
      text,
      align: "right",
      group: false,
      spansColumns: false,
      spansRows: false,
      scope: "col",
    }));
  const row = { isBreak: false, kind: "row", head: "North", detail: null, cells: [] };
  const pdf = await finished(rows("corner.hbs", { table: { head: [cells("", "Number")], rows: [row] } }));
  expect(outlineOf(await load(pdf)).slice(1)).toEqual([
    "Table",
    "  TR",
    "    TD",
    "    TH",
    "  TR",
    "    TH",
  ]);
  expect(await heardIn(pdf)).toEqual(["Table: 2 rows, 2 columns", "  Columns: Number", "  Row: North"]);
});

test("notes are notes with ids of their own, and their marks are references", async () => {
  const pdf = await finished(
    `${proseHtml("One[^1:note-a-1] and two[^2:note-a-2].")}
     <ol lang="en-GB-x-notes"><li id="note-a-1">The <em>first</em></li><li id="note-a-2">See <a href="https://example.org/">a page</a></li></ol>`,
  );
  const document = await load(pdf);
  expect(outlineOf(document).slice(1)).toEqual([
    "P",
    "  Reference",
    "    Link",
    "      Span",
    "  Reference",
    "    Link",
    "      Span",
    "Div",
    "  Note",
    "    Lbl",
    "    Em",
    "  Note",
    "    Lbl",
    "    Link",
  ]);
  const ids = document.context
    .enumerateIndirectObjects()
    .flatMap(([, each]) =>
      each instanceof PDFDict && each.get(PDFName.of("S")) === PDFName.of("Note")
        ? [each.get(PDFName.of("ID"))?.toString()]
        : [],
    );
  expect(ids).toEqual(["(node00000001)", "(node00000002)"]);
  expect(await heardIn(pdf)).toEqual([
    "One (link: note 1) and two (link: note 2).",
    "Note: 1. The first",
    "Note: 2. See (link: a page)",
  ]);
});

test("a list of contents is a table of contents, with the lists in it", async () => {
  const pdf = await finished(
    `<nav><ol lang="en-GB-x-contents"><li><a href="#top">Item <span>3</span></a><ol><li><a href="#top">Part</a> 4</li></ol></li><li>No paper</li></ol></nav>
     <ul><li>A list</li></ul>`,
  );
  expect(outlineOf(await load(pdf)).slice(1)).toEqual([
    "TOC",
    "  TOCI",
    "    Lbl",
    "    Reference",
    "      Link",
    "    TOC",
    "      TOCI",
    "        Lbl",
    "        Reference",
    "          Link",
    "  TOCI",
    "    Lbl",
    "L",
    "  LI",
    "    Lbl",
    "    LBody",
  ]);
  expect(await heardIn(pdf)).toEqual([
    "Table of contents, 2 entries",
    "  1. Link: Item 3",
    "  Table of contents, 1 entry",
    "    1. (link: Part) 4",
    "  2. No paper",
    "List, 1 item",
    "  A list",
  ]);
});
