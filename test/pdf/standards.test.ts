import { PDFDict, PDFDocument, PDFHexString, PDFName } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { resolveBrowser } from "../../src/pdf/browser.ts";
import { openPrinter, type Printer } from "../../src/pdf/printer.ts";
import { readUnicodeMap } from "../../src/pdf/unicodeMap.ts";
import { finish, page, readPdf, tagged } from "./printing.ts";

let printer: Printer;
beforeAll(async () => {
  printer = openPrinter({ browser: await resolveBrowser(), timeoutMs: 30_000 });
});
afterAll(() => printer.close());

const metadata = { title: "Cut & <dried>", author: "An office", subject: "Tests", date: "2020-03-06" };
const finished = async (content: string): Promise<Uint8Array> =>
  finish((await printer.print(page(content), tagged)).pdf, metadata);
const open = (pdf: Uint8Array): Promise<PDFDocument> => PDFDocument.load(pdf, { updateMetadata: false });

const dictionaries = (document: PDFDocument): readonly PDFDict[] =>
  document.context.enumerateIndirectObjects().flatMap(([, each]) => (each instanceof PDFDict ? [each] : []));

test("a link is described by its words, over a line's end too, and one without words by where it leads", async () => {
  const document = await open(
    await finished(`<h1 id="top">Links</h1><p style="width: 30mm">See <a href="https://example.org/long">the long name of a page (1)</a>.</p>
      <p><a href="https://example.org/drawing"><svg role="img" aria-label="Map" width="9" height="9"><rect width="9" height="9"/></svg></a></p>`),
  );
  const described = dictionaries(document)
    .filter((each) => each.get(PDFName.of("Subtype")) === PDFName.of("Link"))
    .map((each) => each.lookup(PDFName.of("Contents"), PDFHexString).decodeText());
  expect(new Set(described)).toEqual(
    new Set(["the long name of a page (1)", "Link to https://example.org/drawing"]),
  );
});

test("a list's items have bodies, and every word of them is still heard", async () => {
  const pdf = await finished(
    "<h1>List</h1><ul><li>One <strong>two</strong></li><li><p>Three</p><p>Four</p></li></ul>",
  );
  const { roles } = await readPdf(pdf);
  expect(roles.filter((role) => role === "LI" || role === "LBody")).toEqual(["LI", "LBody", "LI", "LBody"]);
  expect(roles.filter((role) => role === "P")).toHaveLength(2);
});

test("a table's head that is printed on each page is in the structure once", async () => {
  const rows = Array.from(
    { length: 120 },
    (_, i) => `<tr><th scope="row">Row ${i}</th><td>${i}</td></tr>`,
  ).join("");
  const pdf = await finished(
    `<h1>Table</h1><table><thead><tr><th scope="col">Area</th><th scope="col">Number</th></tr></thead><tbody>${rows}</tbody></table>`,
  );
  const { pages, roles } = await readPdf(pdf);
  expect(pages.length).toBeGreaterThan(2);
  for (const text of pages) expect(text).toContain("Area");
  expect(roles.filter((role) => role === "TH").length).toBeGreaterThanOrEqual(122);
  const held = dictionaries(await open(pdf)).filter((each) => each.get(PDFName.of("S")) !== undefined);
  const onSeveralPages = held.filter((each) => each.get(PDFName.of("K"))?.toString().includes("/MCR"));
  expect(onSeveralPages).toEqual([]);
});

test("the metadata names the standards and escapes what it says", async () => {
  const document = await open(await finished("<h1>One</h1>"));
  const stream = document.catalog.lookup(PDFName.of("Metadata"));
  const xmp = Buffer.from(stream && "contents" in stream ? (stream.contents as Uint8Array) : []).toString(
    "utf8",
  );
  expect(xmp).toContain(">Cut &amp; &lt;dried&gt;<");
  expect(xmp).toContain("<pdfuaid:part>1<");
  expect(xmp).toContain("<pdfaid:conformance>A<");
});

test("a print without structure claims neither standard", async () => {
  const { pdf } = await printer.print(page("<h1>One</h1>"), { ...tagged, tagged: false });
  const document = await open(await finish(pdf, metadata));
  const stream = document.catalog.lookup(PDFName.of("Metadata"));
  const xmp = Buffer.from(stream && "contents" in stream ? (stream.contents as Uint8Array) : []).toString(
    "utf8",
  );
  expect(xmp).toContain("Cut &amp;");
  expect(xmp).not.toMatch(/pdfuaid|pdfaid/);
});

test("a font's map gives single codes, ranges and lists of texts", () => {
  const { codeLength, texts } = readUnicodeMap(`1 begincodespacerange <0000> <FFFF> endcodespacerange
    1 beginbfchar <0001> <00660069> endbfchar
    2 beginbfrange <000a> <000C> <0041> <0010> <0011> [<0078> <D83DDE00>] endbfrange`);
  expect(codeLength).toBe(4);
  expect(Object.fromEntries(texts)).toEqual({
    "0001": "fi",
    "000A": "A",
    "000B": "B",
    "000C": "C",
    "0010": "x",
    "0011": "😀",
  });
});
