import { type PDFContext, PDFRef, PDFStream } from "@cantoo/pdf-lib";
import { bytesOf, dictIn, itemsIn, nameIn, numberIn, numberOf } from "./objects.ts";
import { withoutPredictor } from "./predictor.ts";

/** Whether a file's own list of where its objects lie is right; readers mend it when it is not, each in its own way. */
export function readCrossReference(bytes: Uint8Array, context: PDFContext): "sound" | "repaired" {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = Math.max(0, file.indexOf("%PDF-"));
  const start = /startxref\s+(\d+)/.exec(text(file, Math.max(0, file.lastIndexOf("startxref")), 60))?.[1];
  let next: number | null = start === undefined ? null : Number(start);
  if (next === null) return "repaired";
  for (const seen = new Set<number>(); next !== null; ) {
    if (seen.has(next)) return "repaired";
    seen.add(next);
    const section = sectionAt(file, next + shift, context);
    if (section === null || !section.places.every(({ at, object }) => isObject(file, at + shift, object)))
      return "repaired";
    next = section.previous;
  }
  return "sound";
}

/** A part of the list: where it says that objects lie, and where the part before it lies. */
type Section = {
  readonly places: readonly { readonly object: number; readonly at: number }[];
  readonly previous: number | null;
};

const text = (file: Buffer, at: number, length: number): string => file.toString("latin1", at, at + length);

/** Whether the object of that number starts there. */
const isObject = (file: Buffer, at: number, object: number): boolean =>
  /^\s*(\d+)\s+\d+\s+obj/.exec(text(file, at, 40))?.[1] === String(object);

function sectionAt(file: Buffer, at: number, context: PDFContext): Section | null {
  const head = text(file, at, 40);
  if (/^\s*xref\s/.test(head)) return tableAt(file, at);
  const [, number, generation] = /^\s*(\d+)\s+(\d+)\s+obj/.exec(head) ?? [];
  return number === undefined ? null : streamSection(context, Number(number), Number(generation));
}

/** A table of lines of 20 bytes (ISO 32000-1:2008, 7.5.4). */
function tableAt(file: Buffer, at: number): Section | null {
  const end = file.indexOf("startxref", at);
  const [table = "", trailer] = text(file, at, (end < 0 ? file.length : end) - at).split("trailer");
  if (trailer === undefined) return null;
  const places: { object: number; at: number }[] = [];
  let object = 0;
  for (const [, first = "", second = "", kind] of table.matchAll(/(\d+)\s+(\d+)(?:\s+([nf]))?/g)) {
    if (kind === undefined) object = Number(first);
    else {
      if (kind === "n" && Number(second) < 65_535) places.push({ object, at: Number(first) });
      object++;
    }
  }
  const previous = /\/Prev\s+(\d+)/.exec(trailer)?.[1];
  return { places, previous: previous === undefined ? null : Number(previous) };
}

/** A compressed list (ISO 32000-1:2008, 7.5.8); objects inside other objects have no place of their own. */
function streamSection(context: PDFContext, number: number, generation: number): Section | null {
  const stream = context.lookup(PDFRef.of(number, generation));
  if (!(stream instanceof PDFStream) || nameIn(stream.dict, "Type") !== "XRef") return null;
  const data = rowsOf(stream);
  const [kindWidth = 0, placeWidth = 0, lastWidth = 0] = itemsIn(stream.dict, "W").map(
    (w) => numberOf(w) ?? 0,
  );
  const width = kindWidth + placeWidth + lastWidth;
  if (data === null || width <= 0 || width > 24) return null;
  const ranges = itemsIn(stream.dict, "Index").map((each) => numberOf(each) ?? 0);
  const index = ranges.length > 0 ? ranges : [0, numberIn(stream.dict, "Size") ?? 0];
  const places: { object: number; at: number }[] = [];
  let row = 0;
  for (let i = 0; i + 1 < index.length; i += 2)
    for (let n = 0; n < (index[i + 1] ?? 0) && (row + 1) * width <= data.length; n++, row++) {
      const kind = kindWidth === 0 ? 1 : bigEndian(data, row * width, kindWidth);
      if (kind === 1)
        places.push({
          object: (index[i] ?? 0) + n,
          at: bigEndian(data, row * width + kindWidth, placeWidth),
        });
    }
  return { places, previous: numberIn(stream.dict, "Prev") };
}

/** Rows are mostly written as differences. */
function rowsOf(stream: PDFStream): Uint8Array | null {
  const data = bytesOf(stream);
  const settings = dictIn(stream.dict, "DecodeParms");
  if (data === null || (numberIn(settings, "Predictor") ?? 1) < 10) return data;
  const columns = numberIn(settings, "Columns") ?? 1;
  return Number.isInteger(columns) && columns > 0 && columns < 100 ? withoutPredictor(data, columns) : null;
}

const bigEndian = (data: Uint8Array, at: number, width: number): number =>
  data.subarray(at, at + width).reduce((number, byte) => number * 256 + byte, 0);
