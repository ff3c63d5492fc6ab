import type { Figure } from "../figures/figure.ts";
import { formatFigure, formatMarked, formatSize } from "./format.ts";

/**
 * Words that know which figure they print, so that a page of the website can lead to how it was computed. The name stands before them in
 * characters for private use, which nobody sees, no word holds and no pattern of ours takes for a letter; what is printed and audited is
 * freed of them (`untold`).
 */
const opens = "\uE000";
const names = "\uE001";
const closes = "\uE002";
/** The characters of a name, moved to where no text has any. */
const moved = 0xe100;

/** The words of a figure, marked with its name where its register tells its figures. */
export const told = (figure: Pick<Figure, "name" | "telling">, text: string): string =>
  figure.telling === true ? `${opens}${coded(figure.name)}${names}${text}${closes}` : text;

/** A figure as `formatFigure`, `formatMarked` and `formatSize` print it, with its name. */
export const toldFigure = (figure: Figure): string => told(figure, formatFigure(figure));
export const toldMarked = (figure: Figure): string => told(figure, formatMarked(figure));
export const toldSize = (figure: Figure): string => told(figure, formatSize(figure));

const coded = (name: string): string =>
  [...name].map((letter) => String.fromCharCode(moved + letter.charCodeAt(0))).join("");
const decoded = (code: string): string =>
  [...code].map((letter) => String.fromCharCode(letter.charCodeAt(0) - moved)).join("");

const pieces = /\uE000([\uE100-\uE1FF]*)\uE001([^\uE000-\uE002]*)\uE002/g;
const marks = /\uE000[\uE100-\uE1FF]*\uE001|\uE002/g;
const eachMark = /(\uE000[\uE100-\uE1FF]*\uE001|\uE002)/;
const anyMark = /[\uE000-\uE002]/;

/** A text with every figure that knows its name replaced. */
export const withTold = (text: string, replace: (name: string, words: string) => string): string =>
  text.replaceAll(pieces, (_, code: string, words: string) => replace(decoded(code), words));

/** The names of the figures that a view prints. */
export function toldNames(view: object): Set<string> {
  const found = new Set<string>();
  withTold(JSON.stringify(view), (name) => {
    found.add(name);
    return "";
  });
  return found;
}

/** The text as it is printed. */
export const plainText = (text: string): string => (anyMark.test(text) ? text.replaceAll(marks, "") : text);

/** Where the first so many characters that are printed end in a text: behind the figure that they end with. */
export function endAfter(text: string, printed: number): number {
  let [at, seen] = [0, 0];
  for (const [i, part] of text.split(eachMark).entries()) {
    if (i % 2 === 1) {
      if (seen === printed) return part === closes ? at + part.length : at;
    } else {
      if (seen + part.length > printed) return at + printed - seen;
      seen += part.length;
    }
    at += part.length;
  }
  return at;
}

/** The same view as it is printed: whatever holds no figure is the same object. */
export function untold<T>(view: T): T {
  return plainOf(view) as T;
}

function plainOf(value: unknown): unknown {
  if (typeof value === "string") return plainText(value);
  if (Array.isArray(value)) {
    const items: unknown[] = value.map(plainOf);
    return items.some((item, i) => item !== value[i]) ? items : value;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]): [string, unknown, boolean] => {
    const plain = plainOf(item);
    return [key, plain, plain !== item];
  });
  if (!entries.some(([, , changed]) => changed)) return value;
  return Object.fromEntries(entries.map(([key, item]) => [key, item]));
}
