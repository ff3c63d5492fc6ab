import { inflateSync } from "node:zlib";
import { decodePDFRawStream, type PDFDict, type PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { dictIn, dictOf, entriesOf, entry, has, nameIn } from "../objects.ts";
import { rewriteStream } from "./contents.ts";
import { type Found, reachedFromPages } from "./reach.ts";

const name = PDFName.of;

/** Entries that PDF/A-2 forbids, or that carry what nobody sees (ISO 19005-2:2011, 6.1.7, 6.2.8, 6.2.9 and 6.6.2.3). */
const everywhere = ["Metadata", "PieceInfo", "AF", "OPI", "Alternates", "LastModified"];
const ofStreams = [
  "F",
  "FFilter",
  "FDecodeParms",
  "Interpolate",
  "PS",
  "Subtype2",
  "Ref",
  "Measure",
  "PtData",
];
/** Streams that unpack to more are left as they are. */
const mostBytes = 100_000_000;
/** Halftones and transfer functions are for one printing press (6.2.5). */
const ofStates = ["TR", "TR2", "HT", "HTP"];

const blends = new Set(
  `Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation
  Color Luminosity`.split(/\s+/),
);

/** Mends, in place, what of the rules of PDF/A-2 can be mended without a change to what is seen. */
export function meetArchive(document: PDFDocument): void {
  for (const found of reachedFromPages(document)) {
    const { dict, stream } = found;
    for (const key of everywhere) dict.delete(name(key));
    for (const [, state] of entriesOf(dictIn(dict, "ExtGState"))) mendState(dictOf(state));
    if (stream !== null) mendStream(found);
    if (nameIn(dict, "Type") === "FontDescriptor")
      for (const key of ["CIDSet", "CharSet"]) dict.delete(name(key));
    if (nameIn(dict, "Subtype") === "CIDFontType2" && !has(dict, "CIDToGIDMap"))
      dict.set(name("CIDToGIDMap"), name("Identity"));
    if (nameIn(dict, "S") === "Transparency" && nameIn(dict, "CS") === "DeviceCMYK")
      dict.set(name("CS"), name("DeviceRGB"));
  }
}

function mendState(state: PDFDict | null): void {
  for (const key of ofStates) state?.delete(name(key));
  const blend = nameIn(state, "BM");
  if (blend !== null && !blends.has(blend)) state?.set(name("BM"), name("Normal"));
}

function mendStream({ dict, stream, ref }: Found): void {
  for (const key of ofStreams) dict.delete(name(key));
  if (stream === null || ref === null) return;
  if (nameIn(dict, "Subtype") === "PS") {
    for (const key of dict.keys()) dict.delete(key);
    dict.set(name("Type"), name("XObject"));
    dict.set(name("Subtype"), name("Form"));
    dict.set(name("BBox"), dict.context.obj([0, 0, 1, 1]));
    rewriteStream(ref, stream, new Uint8Array());
  } else if (stream instanceof PDFRawStream && (isLzw(dict) || isBrokenOff(stream))) {
    const plain = unpacked(stream);
    if (plain !== null) rewriteStream(ref, stream, plain);
  }
}

const isLzw = (dict: PDFDict): boolean => /LZW/.test(entry(dict, "Filter")?.toString() ?? "");

/** Whether the packed data end too early: readers take what there is, and some complain. */
function isBrokenOff({ dict, contents }: PDFRawStream): boolean {
  if (entry(dict, "Filter") !== name("FlateDecode")) return false;
  try {
    inflateSync(contents, { maxOutputLength: mostBytes });
    return false;
  } catch (error) {
    return !(error instanceof RangeError);
  }
}

/** null where a filter of pictures, such as JPEG, stands behind the other. */
function unpacked(stream: PDFRawStream): Uint8Array | null {
  try {
    return decodePDFRawStream(stream).decode();
  } catch {
    return null;
  }
}
