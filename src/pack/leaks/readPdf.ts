import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRef, PDFStream } from "@cantoo/pdf-lib";
import { readPageContent, streamBytes } from "../../pdf/pageContents.ts";
import { pageText, readPages } from "../../sources/pdfPages.ts";
import { contentText } from "./pdfContent.ts";
import { Fonts, plainReader } from "./pdfFonts.ts";
import { namesPiece, objectPieces } from "./pdfObjects.ts";
import { type Piece, piece, together } from "./piece.ts";
import { htmlPieces } from "./readHtml.ts";

const name = PDFName.of;

/**
 * All text of a PDF: what its pages show, read through the fonts' own maps; every string of every object, used or not; metadata;
 * attached files. Fonts without a map are read by pdf.js.
 *
 * @throws Error naming the file when it cannot be read
 */
export async function pdfPieces(pdf: Uint8Array, file: string): Promise<Piece[]> {
  try {
    const reader = new Reader(await PDFDocument.load(pdf, { updateMetadata: false }));
    const pieces = [...reader.pages(), ...(await reader.objects())];
    const seen = reader.fonts.unreadable ? await seenPages(pdf) : [];
    return together([...pieces, ...seen, ...(await earlierPieces(pdf, file))]);
  } catch (error) {
    throw new Error(`${file} cannot be searched for what is exempt`, { cause: error });
  }
}

const endMark = "%%EOF";

/** What a file says that was changed by adding to its end: each earlier state is a PDF of its own. */
async function earlierPieces(pdf: Uint8Array, file: string): Promise<Piece[]> {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const last = bytes.lastIndexOf(endMark);
  const earlier = last < 0 ? -1 : bytes.subarray(0, last).lastIndexOf(endMark);
  if (earlier < 0) return [];
  // The first part of a file in the order of its pages (linearized) ends so, too, and is no PDF.
  const pieces = await pdfPieces(pdf.subarray(0, earlier + endMark.length), file).catch(() => []);
  return pieces.map((each) => ({ ...each, where: `earlier revision, ${each.where}` }));
}

/** The text of each page as pdf.js reads it, words put together by their places. */
export const seenPages = async (pdf: Uint8Array): Promise<Piece[]> =>
  (await readPages(pdf, pageText)).map((text, i) => piece(`page ${i + 1}`, text, i + 1));

class Reader {
  readonly fonts = new Fonts();
  readonly #document: PDFDocument;
  readonly #read = new Set<PDFObject>();

  constructor(document: PDFDocument) {
    this.#document = document;
  }

  /** The content of each page and of the forms it draws. */
  pages(): Piece[] {
    return this.#document.getPages().flatMap((page, i) => {
      const contents = page.node.get(name("Contents"));
      for (const each of contents ? this.#targets(contents) : []) this.#read.add(each);
      return this.#content(readPageContent(page), page.node.Resources(), i + 1);
    });
  }

  /** The strings of all objects, and the streams that no page has shown. */
  async objects(): Promise<Piece[]> {
    const { context } = this.#document;
    const places = this.#places();
    const { Info } = context.trailerInfo;
    const names = new Set<PDFName>();
    const pieces = Info instanceof PDFDict ? objectPieces(Info, "metadata", names) : [];
    const objects = context.enumerateIndirectObjects();
    for (const [, object] of objects)
      if (object instanceof PDFDict && object.has(name("ToUnicode"))) this.fonts.reader(object);
    for (const [ref, object] of objects) {
      pieces.push(...objectPieces(object, places.get(ref) ?? `object ${ref.objectNumber}`, names));
      if (object instanceof PDFStream && !this.#read.has(object))
        pieces.push(...(await this.#stream(object, ref.objectNumber)));
    }
    return [...pieces, namesPiece(names)];
  }

  /** What the trailer and the catalogue call some objects. */
  #places(): ReadonlyMap<unknown, string> {
    const { catalog, context } = this.#document;
    const named = [
      ["Dests", "named destinations"],
      ["PageLabels", "page labels"],
      ["Outlines", "outline"],
    ] as const;
    return new Map<unknown, string>([
      [context.trailerInfo.Info, "metadata"],
      ...named.map(([key, place]) => [catalog.get(name(key)), place] as const),
    ]);
  }

  #content(content: string, resources: PDFDict | undefined, number: number): Piece[] {
    const fonts = resources?.lookupMaybe(name("Font"), PDFDict);
    const { shown, marks } = contentText(content, (key) => {
      const font = fonts?.lookup(name(key));
      return font instanceof PDFDict ? this.fonts.reader(font) : plainReader;
    });
    const forms = resources?.lookupMaybe(name("XObject"), PDFDict)?.values() ?? [];
    return [
      piece(`page ${number}`, shown, number),
      ...(marks === "" ? [] : [piece(`page ${number}, alternative text`, marks, number)]),
      ...forms.flatMap((form) => this.#form(form, resources, number)),
    ];
  }

  #form(form: PDFObject, outer: PDFDict | undefined, number: number): Piece[] {
    const stream = this.#document.context.lookup(form);
    if (!(stream instanceof PDFStream) || this.#read.has(stream)) return [];
    if (stream.dict.get(name("Subtype")) !== name("Form")) return [];
    this.#read.add(stream);
    const resources = stream.dict.lookupMaybe(name("Resources"), PDFDict) ?? outer;
    return this.#content(Buffer.from(streamBytes(stream)).toString("latin1"), resources, number);
  }

  /** A stream that no page shows: an attached file, metadata, a map, or content that was left behind. */
  async #stream(stream: PDFStream, number: number): Promise<Piece[]> {
    if (isNoText(stream.dict)) return [];
    const bytes = await decodedBytes(stream);
    const attached = stream.dict.get(name("Type")) === name("EmbeddedFile");
    const where = attached ? "attachment" : `object ${number}`;
    if (Buffer.from(bytes.subarray(0, 8)).includes("%PDF-"))
      return (await pdfPieces(bytes, where)).map((each) => ({ ...each, where: `${where}, ${each.where}` }));
    const text = Buffer.from(bytes).toString("latin1");
    if (/\bbegincmap\b/.test(text)) return [];
    if (stream.dict.get(name("Type")) === name("Metadata"))
      return htmlPieces(new TextDecoder().decode(bytes)).map((each) => ({ ...each, where: "metadata" }));
    if (/(?:\)|>|\])\s*(?:Tj|TJ|'|")\s/.test(text)) return this.#leftBehind(text, where);
    return isText(bytes) ? [piece(where, new TextDecoder().decode(bytes))] : [];
  }

  /** Of content that no page shows it is not known how it is set, so each font is tried. */
  #leftBehind(content: string, where: string): Piece[] {
    return this.fonts
      .all()
      .map((font) => contentText(content, () => font))
      .flatMap(({ shown, marks }, i) => [piece(`${where}, font ${i + 1}`, shown), piece(where, marks)]);
  }

  #targets(object: PDFObject): PDFObject[] {
    const target = object instanceof PDFRef ? this.#document.context.lookup(object) : object;
    if (target instanceof PDFArray) return target.asArray().flatMap((each) => this.#targets(each));
    return target instanceof PDFStream ? [target] : [];
  }
}

/** Pictures, fonts, colours, and the containers whose objects are read one by one. */
const isNoText = (dict: PDFDict): boolean =>
  noTexts.has(dict.get(name("Subtype"))) ||
  noTexts.has(dict.get(name("Type"))) ||
  dict.has(name("Length1")) ||
  dict.has(name("Alternate"));

const noTexts: ReadonlySet<unknown> = new Set(
  ["Image", "Type1C", "CIDFontType0C", "OpenType", "ObjStm", "XRef"].map((each) => name(each)),
);

/** Without what cannot be unpacked: then nobody reads it, either. */
async function decodedBytes(stream: PDFStream): Promise<Uint8Array> {
  try {
    return streamBytes(stream);
  } catch {
    return stream.getContents();
  }
}

/** Text holds no NUL and hardly any other control character. */
function isText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096);
  return sample.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13);
}
