import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { heardAs, noteNumber } from "../../src/html/signs.ts";
import { resolveBrowser } from "../../src/pdf/browser.ts";
import { listen } from "../../src/pdf/listen.ts";
import { openPrinter, type Printer } from "../../src/pdf/printer.ts";
import { roleOf, structureElements, structureRoot, textOf } from "../../src/pdf/structureElements.ts";
import { finish, page, readPdf, tagged } from "./printing.ts";

let printer: Printer;
beforeAll(async () => {
  printer = openPrinter({ browser: await resolveBrowser(), timeoutMs: 30_000 });
});
afterAll(() => printer.close());

const drawing =
  '<svg width="90" height="40" role="img" aria-label="Chart"><text x="3" y="20">Hi</text></svg>';
const content = page(
  `<p>It was 65 ${heardAs("[e]", " estimated")}: lower<sup><a href="#note">${noteNumber(1)}</a></sup>.</p>${drawing}<p id="note">Why.</p>`,
);

async function printed(): Promise<Uint8Array> {
  const { pdf } = await printer.print(content, tagged);
  return finish(pdf, { title: "Signs", author: "The office", subject: "A test", date: "2020-03-06" });
}

test("a sign in the text is heard as its words and a note's link as a note; what is seen stays", async () => {
  const pdf = await printed();
  const heard = await listen(pdf, { pages: false });
  expect(heard.ok && heard.lines.slice(3)).toEqual([
    "It was 65 estimated: lower (link: note 1).",
    "Figure: Chart",
    "Why.",
  ]);
  expect((await readPdf(pdf)).pages[0]).toMatch(/65 ?\[e\] ?: lower ?1/);
});

test("a sign is a span with actual text, no figure; a drawing stays one; the link is described by the words", async () => {
  const document = await PDFDocument.load(await printed(), { updateMetadata: false });
  const root = structureRoot(document);
  const elements = root ? [...structureElements(root)].map(({ element }) => element) : [];
  const text = (element: PDFDict, key: string) => textOf(element.lookup(PDFName.of(key)));
  const having = (key: string) =>
    elements.flatMap((each) => (each.has(PDFName.of(key)) ? [[roleOf(each), text(each, key)]] : []));
  expect(having("ActualText")).toEqual([
    ["Span", " estimated"],
    ["Span", " note 1"],
  ]);
  expect(having("Alt")).toEqual([["Figure", "Chart"]]);
  const annotations = document.context
    .enumerateIndirectObjects()
    .flatMap(([, each]) =>
      each instanceof PDFDict && each.get(PDFName.of("Subtype")) === PDFName.of("Link") ? [each] : [],
    );
  expect(annotations.map((each) => text(each, "Contents"))).toEqual(["note 1"]);
});
