import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { resolveBrowser } from "../../src/pdf/browser.ts";
import { listen } from "../../src/pdf/listen.ts";
import { readPageContent } from "../../src/pdf/pageContents.ts";
import { openPrinter, type Printer } from "../../src/pdf/printer.ts";
import { readUnicodeMap } from "../../src/pdf/unicodeMap.ts";
import { markingFaults, operationsOf } from "./painting.ts";
import { finish, page, readPdf, tagged } from "./printing.ts";
import { elementsOf, structureOf } from "./structure.ts";

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

test("a list's items have a label and a body at most, and every word of them is still heard", async () => {
  const pdf = await finished(
    `<h1>List</h1><ul><li>One <strong>two</strong></li><li><p>Three</p><p>Four</p></li><li><a href="https://example.org/">Five</a><ol><li>Six</li></ol></li></ul>
    <ol><li>Seven<br>eight</li><li></li><li><table><tr><th scope="row">Nine</th><td>9</td></tr></table></li></ol>`,
  );
  const { roles } = await readPdf(pdf);
  expect(roles.filter((role) => role === "P")).toHaveLength(2);
  const items = elementsOf(structureOf(await open(pdf))).filter(({ role }) => role === "LI");
  const held = items.map(({ children }) => children.map(({ role }) => role).join(" "));
  expect(held.filter((kids) => !["LBody", "Lbl", "Lbl LBody"].includes(kids))).toEqual([]);
  expect(held).toHaveLength(7);
  const heard = await listen(pdf, { pages: false });
  expect(heard.ok && heard.lines.slice(4)).toEqual([
    "List, 3 items",
    "  One two",
    "  Three",
    "  Four",
    "  Link: Five",
    "  List, 1 item",
    "    1. Six",
    "List, 3 items",
    "  1. Seven eight",
    "  2.",
    "  3. Table: 1 row, 2 columns",
    "    Nine: 9",
  ]);
});

describe("a table of several pages", () => {
  const rows = Array.from(
    { length: 120 },
    (_, i) => `<tr><th scope="row">Row ${i}</th><td>${i}</td></tr>`,
  ).join("");
  const long = `<h1>Table</h1><table><thead><tr><th scope="col">Area <em>or town</em></th><th scope="col"><span>Number</span></th></tr></thead><tbody>${rows}</tbody></table>`;

  test("has its head, printed on each page, in the structure once", async () => {
    const pdf = await finished(long);
    const { pages } = await readPdf(pdf);
    expect(pages.length).toBeGreaterThan(2);
    for (const text of pages) expect(text).toMatch(/Area or town.*Number/);
    const elements = elementsOf(structureOf(await open(pdf)));
    expect(elements.filter(({ role }) => role === "TH")).toHaveLength(122);
    expect(elements.filter(({ role }) => role === "TR")).toHaveLength(121);
    const onSeveralPages = elements.filter(({ dictionary }) =>
      dictionary.get(PDFName.of("K"))?.toString().includes("/MCR"),
    );
    expect(onSeveralPages).toEqual([]);
  });

  test("is heard with each head once, and its heads with each cell", async () => {
    const heard = await listen(await finished(long), { pages: false });
    expect(heard.ok && heard.lines.slice(4)).toEqual([
      "Table: 121 rows, 2 columns",
      "  Columns: Area or town; Number",
      ...Array.from({ length: 120 }, (_, i) => `  Row ${i}, Number: ${i}`),
    ]);
  });

  test("has the head that is not heard again marked as an artifact on each later page", async () => {
    const document = await open(await finished(long));
    for (const page of document.getPages()) expect(markingFaults(readPageContent(page))).toEqual([]);
    const heads = document
      .getPages()
      .map((page) =>
        operationsOf(readPageContent(page)).filter(({ operands }) => /^\/\S+ << \/MCID/.test(operands)),
      );
    const { context } = document;
    const held = elementsOf(structureOf(document)).flatMap(({ dictionary }) => {
      const kids = dictionary.lookup(PDFName.of("K"));
      const list = kids instanceof PDFArray ? kids.asArray() : [kids];
      return list.filter((kid) => kid !== undefined && context.lookup(kid) instanceof PDFNumber);
    });
    expect(heads.flat()).toHaveLength(held.length);
  });
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
