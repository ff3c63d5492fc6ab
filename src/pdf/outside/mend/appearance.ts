import { PDFArray, PDFDict, PDFName, type PDFRef, PDFStream } from "@cantoo/pdf-lib";
import { dictIn, entry, has, itemsIn, nameIn, numberOf } from "../objects.ts";

const name = PDFName.of;

/** How an annotation looks: a drawing, and the matrix that brings it to its place on the page. */
export type Appearance = { readonly drawing: PDFRef; readonly matrix: readonly number[] };

/**
 * How an annotation looks as it stands; null when nothing of it is seen.
 *
 * @param lent resources for drawings that have none of their own
 *
 * Source: ISO 32000-1:2008, 12.5.5, algorithm 8.1.
 */
export function appearanceOf(annotation: PDFDict, lent: PDFDict | null): Appearance | null {
  const drawing = drawnNow(annotation);
  const rect = boxOf(annotation, "Rect");
  if (drawing === null || rect === null) return null;
  const { dict } = drawing.stream;
  const box = boxOf(dict, "BBox");
  if (box === null) return null;
  const seen = turned(box, numbersOf(dict, "Matrix"));
  const [wide, high] = [seen[2] - seen[0], seen[3] - seen[1]];
  if (wide <= 0 || high <= 0) return null;
  const [across, up] = [(rect[2] - rect[0]) / wide, (rect[3] - rect[1]) / high];
  dict.set(name("Type"), name("XObject"));
  dict.set(name("Subtype"), name("Form"));
  if (!has(dict, "Resources")) dict.set(name("Resources"), lent ?? dict.context.obj({}));
  return {
    drawing: drawing.ref,
    matrix: [across, 0, 0, up, rect[0] - seen[0] * across, rect[1] - seen[1] * up],
  };
}

/** The normal appearance, in its state where it has several. */
function drawnNow(annotation: PDFDict): { readonly stream: PDFStream; readonly ref: PDFRef } | null {
  const { context } = annotation;
  const normal = entry(dictIn(annotation, "AP"), "N");
  const state = normal instanceof PDFDict ? entry(normal, nameIn(annotation, "AS") ?? "Off") : normal;
  if (!(state instanceof PDFStream)) return null;
  return { stream: state, ref: context.getObjectRef(state) ?? context.register(state) };
}

/** Left, bottom, right, top. */
type Box = readonly [number, number, number, number];

function boxOf(dict: PDFDict, key: string): Box | null {
  const [a, b, c, d] = numbersOf(dict, key);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

const numbersOf = (dict: PDFDict, key: string): number[] =>
  entry(dict, key) instanceof PDFArray ? itemsIn(dict, key).map((each) => numberOf(each) ?? 0) : [];

/** The upright box around a box that was turned. */
function turned([left, bottom, right, top]: Box, matrix: readonly number[]): Box {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix.length === 6 ? matrix : [];
  const corners = [
    [left, bottom],
    [left, top],
    [right, bottom],
    [right, top],
  ] as const;
  const xs = corners.map(([x, y]) => a * x + c * y + e);
  const ys = corners.map(([x, y]) => b * x + d * y + f);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
