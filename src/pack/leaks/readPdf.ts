import { createHash } from "node:crypto";
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";
import { streamBytes } from "../../pdf/pageContents.ts";
import { openFinished } from "../../pdf/print.ts";
import { pageText, readPages } from "../../sources/pdfPages.ts";
import type { LeakMemory } from "./memory.ts";
import { type ContentText, contentText } from "./pdfContent.ts";
import { Fonts, plainReader } from "./pdfFonts.ts";
import { namesPiece, objectPieces } from "./pdfObjects.ts";
import { type Piece, piece, type ReadFile, together } from "./piece.ts";
import { htmlPieces } from "./readHtml.ts";

const name = PDFName.of;

/**
 * All text of a PDF: what its pages show, read through the fonts' own maps; every string of every object, used or not; metadata;
 * attached files. Fonts without a map are read by pdf.js.
 *
 * @throws Error naming the file when it cannot be read
 */
export async function pdfPieces(
  { file, bytes: pdf, opened = () => openFinished(pdf) }: PdfFile,
  memory: LeakMemory,
): Promise<Piece[]> {
  try {
    const reader = new Reader(await opened(), memory);
    const pieces = [...reader.pages(), ...(await reader.objects())];
    const seen = reader.fonts.unreadable ? await seenPages(pdf) : [];
    return together([...pieces, ...seen, ...(await earlierPieces(pdf, file, memory))]);
  } catch (error) {
    throw new Error(`${file} cannot be searched for what is exempt`, { cause: error });
  }
}

type PdfFile = Extract<ReadFile, { readonly bytes: Uint8Array }>;

const endMark = "%%EOF";

/** What a file says that was changed by adding to its end: each earlier state is a PDF of its own. */
async function earlierPieces(pdf: Uint8Array, file: string, memory: LeakMemory): Promise<Piece[]> {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const last = bytes.lastIndexOf(endMark);
  const earlier = last < 0 ? -1 : bytes.subarray(0, last).lastIndexOf(endMark);
  if (earlier < 0) return [];
  // The first part of a file in the order of its pages (linearized) ends so, too, and is no PDF.
  const before = pdf.subarray(0, earlier + endMark.length);
  const pieces = await pdfPieces({ file, bytes: before }, memory).catch(() => []);
  return pieces.map((each) => ({ ...each, where: `earlier revision, ${each.where}` }));
}

/** The text of each page as pdf.js reads it, words put together by their places. */
export const seenPages = async (pdf: Uint8Array): Promise<Piece[]> =>
  (await readPages(pdf, pageText)).map((text, i) => piece(`page ${i + 1}`, text, i + 1));

class Reader {
  readonly fonts = new Fonts();
  readonly #document: PDFDocument;
  readonly #memory: LeakMemory;
  readonly #fontKeys = new Map<PDFDict, string>();
  readonly #read = new Set<PDFObject>();

  constructor(document: PDFDocument, memory: LeakMemory) {
    this.#document = document;
    this.#memory = memory;
  }

  /** The content of each page and of the forms it draws. */
  pages(): Piece[] {
    return this.#document.getPages().flatMap((page, i) => {
      const contents = page.node.get(name("Contents"));
      const streams = contents ? this.#targets(contents) : [];
      for (const each of streams) this.#read.add(each);
      return this.#content(streams, page.node.Resources(), i + 1);
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

  #content(streams: readonly PDFStream[], resources: PDFDict | undefined, number: number): Piece[] {
    const { shown, marks } = this.#shown(streams, resources?.lookupMaybe(name("Font"), PDFDict));
    const forms = resources?.lookupMaybe(name("XObject"), PDFDict)?.values() ?? [];
    return [
      piece(`page ${number}`, shown, number),
      ...(marks === "" ? [] : [piece(`page ${number}, alternative text`, marks, number)]),
      ...forms.flatMap((form) => this.#form(form, resources, number)),
    ];
  }

  /** What streams show with some fonts; the same streams with the same fonts, in another file too, are read once. */
  #shown(streams: readonly PDFStream[], fonts: PDFDict | undefined): ContentText {
    const hash = createHash("sha256").update(fonts === undefined ? "" : this.#fontsKey(fonts));
    for (const stream of streams) hash.update(stream.dict.toString()).update(stream.getContents());
    const key = hash.digest("base64url");
    const known = this.#memory.shown.get(key);
    if (known !== undefined) return known;
    const content = streams.map((stream) => Buffer.from(streamBytes(stream)).toString("latin1")).join("\n");
    const read = contentText(content, (font) => {
      const found = fonts?.lookup(name(font));
      return found instanceof PDFDict ? this.fonts.reader(found) : plainReader;
    });
    // That a file needs another reader is learnt while its content is read.
    if (!this.fonts.unreadable) this.#memory.shown.set(key, read);
    return read;
  }

  /** A hash of all that decides what fonts say: their dictionaries and maps, and not the numbers of their objects. */
  #fontsKey(fonts: PDFDict): string {
    const known = this.#fontKeys.get(fonts);
    if (known !== undefined) return known;
    const hash = createHash("sha256");
    const seen = new Set<PDFObject>();
    const add = (object: PDFObject | undefined): void => {
      if (object instanceof PDFRef) {
        const target = this.#document.context.lookup(object);
        if (target === undefined || seen.has(target)) return;
        seen.add(target);
        add(target);
      } else if (object instanceof PDFArray) for (const each of object.asArray()) add(each);
      else if (object instanceof PDFDict)
        for (const [key, value] of object.entries()) {
          hash.update(key.toString());
          add(value);
        }
      else if (object instanceof PDFStream) {
        add(object.dict);
        hash.update(object.getContents());
      } else hash.update(`${object}\0`);
    };
    add(fonts);
    const key = hash.digest("base64url");
    this.#fontKeys.set(fonts, key);
    return key;
  }

  #form(form: PDFObject, outer: PDFDict | undefined, number: number): Piece[] {
    const stream = this.#document.context.lookup(form);
    if (!(stream instanceof PDFStream) || this.#read.has(stream)) return [];
    if (stream.dict.get(name("Subtype")) !== name("Form")) return [];
    this.#read.add(stream);
    const resources = stream.dict.lookupMaybe(name("Resources"), PDFDict) ?? outer;
    return this.#content([stream], resources, number);
  }

  /** A stream that no page shows: an attached file, metadata, a map, or content that was left behind. */
  async #stream(stream: PDFStream, number: number): Promise<Piece[]> {
    if (isNoText(stream.dict)) return [];
    const bytes = await decodedBytes(stream);
    const attached = stream.dict.get(name("Type")) === name("EmbeddedFile");
    const where = attached ? "attachment" : `object ${number}`;
    if (Buffer.from(bytes.subarray(0, 8)).includes("%PDF-"))
      return (await pdfPieces({ file: where, bytes }, this.#memory)).map((each) => ({
        ...each,
        where: `${where}, ${each.where}`,
      }));
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

  #targets(object: PDFObject): PDFStream[] {
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
