import {
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
  StandardFonts,
} from "@cantoo/pdf-lib";

/** A way to put words into a PDF; `document` has one page with the words "Nothing to see". */
export type Plant = (document: PDFDocument, words: string) => void | Promise<void>;

const name = PDFName.of;

/** A PDF with one page in which words are planted. */
export async function planted(plant: Plant, words: string, useObjectStreams = true): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage();
  page.setFont(await document.embedFont(StandardFonts.Helvetica));
  page.drawText("Nothing to see");
  await plant(document, words);
  return document.save({ useObjectStreams });
}

const pageOf = (document: PDFDocument) => document.getPage(0);
const addContent = (document: PDFDocument, content: string, dict: Record<string, string> = {}): void => {
  const stream = document.context.register(document.context.flateStream(content, dict));
  pageOf(document).node.addContentStream(stream);
};
const hex = (words: string): string => Buffer.from(words, "latin1").toString("hex");
const letters = (words: string): string[] => [...words].map((letter) => letter.replace(/[()\\]/g, "\\$&"));

/** A font of two bytes a letter whose codes are the letters' numbers and 7, known by its map alone. */
function codedFont(document: PDFDocument): string {
  const map = `1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0007> <0106> <0000> endbfrange`;
  const { context } = document;
  const descendant = { Type: "Font", Subtype: "CIDFontType2", BaseFont: "Coded", DW: 500 };
  const font = context.register(
    context.obj({
      Type: "Font",
      Subtype: "Type0",
      BaseFont: "Coded",
      Encoding: "Identity-H",
      DescendantFonts: [context.register(context.obj(descendant))],
      ToUnicode: context.register(context.flateStream(map)),
    }),
  );
  return pageOf(document).node.newFontDictionary("Coded", font).toString();
}
const coded = (words: string): string =>
  [...words].map((letter) => (letter.charCodeAt(0) + 7).toString(16).padStart(4, "0")).join("");

/** Each way by where it is found. */
export const plants: readonly (readonly [way: string, where: string, plant: Plant])[] = [
  ["text of a page", "page 1", (document, words) => pageOf(document).drawText(words)],
  [
    "hexadecimal strings",
    "page 1",
    (document, words) => addContent(document, `BT /F1 9 Tf <${hex(words)}> Tj ET`),
  ],
  [
    "octal escapes",
    "page 1",
    (document, words) => {
      const octal = letters(words).map((letter) => `\\${letter.charCodeAt(0).toString(8).padStart(3, "0")}`);
      addContent(document, `BT (${octal.join("")}) Tj ET`);
    },
  ],
  [
    "letter by letter with kerning",
    "page 1",
    (document, words) =>
      addContent(
        document,
        `BT [${letters(words)
          .map((letter) => `(${letter})`)
          .join(" -20 ")}] TJ ET`,
      ),
  ],
  [
    "letter by letter at their places",
    "page 1",
    (document, words) => {
      const font = codedFont(document);
      addContent(
        document,
        `BT ${font} 10 Tf ${letters(words)
          .map((each) => `<${coded(each)}> Tj 5 0 Td`)
          .join("\n")} ET`,
      );
    },
  ],
  [
    "words apart by their places alone",
    "page 1",
    (document, words) => {
      const font = codedFont(document);
      const shown = words.split(" ").map((word) => `<${coded(word)}> Tj ${word.length * 5 + 2} 0 Td`);
      addContent(document, `BT ${font} 10 Tf ${shown.join(" ")} ET`);
    },
  ],
  [
    "white text outside the page in several streams",
    "page 1",
    (document, words) => {
      addContent(document, "BT 1 g -900 -900 Td");
      for (const word of words.split(" ")) addContent(document, `(${word} ) Tj`);
      addContent(document, "ET");
    },
  ],
  [
    "a form that a page draws",
    "page 1",
    (document, words) => {
      const dict = { Type: "XObject", Subtype: "Form", BBox: [0, 0, 9, 9] };
      const form = document.context.register(document.context.flateStream(`BT (${words}) Tj ET`, dict));
      pageOf(document).node.newXObject("Form", form);
    },
  ],
  [
    "the text of a mark",
    "page 1, alternative text",
    (document, words) => addContent(document, `/Span << /ActualText (${words}) >> BDC EMC`),
  ],
  ["the title", "metadata", (document, words) => document.setTitle(words)],
  ["keywords", "metadata", (document, words) => document.setKeywords(words.split(" "))],
  [
    "XMP metadata",
    "metadata",
    (document, words) => {
      const xmp = `<?xpacket?><rdf:li xml:lang="en">${words.replaceAll(" ", "&#32;")}</rdf:li>`;
      const { context } = document;
      const stream = context.register(context.stream(xmp, { Type: "Metadata", Subtype: "XML" }));
      document.catalog.set(name("Metadata"), stream);
    },
  ],
  [
    "the outline",
    "outline",
    (document, words) => {
      const { context } = document;
      const root = context.nextRef();
      const item = context.register(context.obj({ Title: PDFHexString.fromText(words), Parent: root }));
      context.assign(root, context.obj({ First: item, Last: item, Count: 1 }));
      document.catalog.set(name("Outlines"), root);
    },
  ],
  [
    "the description of a link",
    "annotation",
    (document, words) => {
      const { context } = document;
      const link = { Type: "Annot", Subtype: "Link", Rect: [0, 0, 9, 9], Contents: PDFString.of(words) };
      pageOf(document).node.addAnnot(context.register(context.obj(link)));
    },
  ],
  [
    "the address of a link",
    "annotation",
    (document, words) => {
      const { context } = document;
      const uri = PDFString.of(`https://example.org/?q=${encodeURIComponent(words)}`);
      const link = { Type: "Annot", Subtype: "Link", Rect: [0, 0, 9, 9], A: { S: "URI", URI: uri } };
      pageOf(document).node.addAnnot(context.register(context.obj(link)));
    },
  ],
  ...["Alt", "ActualText", "E", "T", "ID"].map(
    (key) =>
      [
        `${key} of a structure element`,
        "structure tree",
        (document: PDFDocument, words: string) => {
          const { context } = document;
          const element = { Type: "StructElem", S: "Figure", [key]: PDFHexString.fromText(words) };
          document.catalog.set(
            name("StructTreeRoot"),
            context.register(context.obj({ K: context.register(context.obj(element)) })),
          );
        },
      ] as const,
  ),
  [
    "page labels",
    "page labels",
    (document, words) => {
      const labels = document.context.obj({ Nums: [0, { S: "D", St: 1, P: PDFString.of(words) }] });
      document.catalog.set(name("PageLabels"), labels);
    },
  ],
  [
    "the name of a destination",
    "named destinations",
    (document, words) => {
      const names = { Names: [PDFString.of(words), [PDFNumber.of(0), "Fit"]] };
      document.catalog.set(
        name("Names"),
        document.context.obj({ Dests: document.context.register(document.context.obj(names)) }),
      );
    },
  ],
  [
    "the name of an entry",
    "name of an entry",
    (document, words) => document.catalog.set(name(words), PDFNumber.of(1)),
  ],
  [
    "the name of an attached file",
    "attachment",
    (document, words) => document.attach(Buffer.from("x"), `${words}.txt`),
  ],
  [
    "an attached file",
    "attachment",
    (document, words) =>
      document.attach(Buffer.from(`a line\nand ${words}`), "a.txt", { mimeType: "text/plain" }),
  ],
  [
    "an attached PDF",
    "attachment, metadata",
    async (document, words) => {
      const inner = await planted((each, title) => each.setTitle(title), words);
      await document.attach(inner, "a.pdf");
    },
  ],
  [
    "an unused object",
    "object",
    (document, words) => {
      document.context.register(document.context.obj([[PDFString.of(words)]]));
    },
  ],
  [
    "an unused stream of a font with a map",
    "object",
    (document, words) => {
      codedFont(document);
      addContent(document, "BT /Coded 9 Tf ET");
      document.context.register(document.context.flateStream(`BT /X 9 Tf <${coded(words)}> Tj ET`));
    },
  ],
  [
    "an unused stream of text",
    "object",
    (document, words) => {
      document.context.register(PDFRawStream.of(document.context.obj({}), Buffer.from(words)));
    },
  ],
];
