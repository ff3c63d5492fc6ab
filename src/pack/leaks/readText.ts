import { slot } from "./normalise.ts";
import { type Piece, piece, together } from "./piece.ts";
import { withSlots } from "./readHtml.ts";

/** Markdown and YAML as they stand and, if that differs, as they are read: without marks, tags and link targets, figures as slots. */
export function sourcePieces(text: string): Piece[] {
  const read = withSlots(text)
    .replace(/(\]\()[^()\s]*(?=[)\s])/g, "$1")
    .replace(/<\/?[a-z][^<>\n]*>/gi, "")
    .replace(/\\(?=[!-/:-@[-`{-~])/g, "")
    .replace(/(?<=[\p{L}\p{N}])(?:[*`]+|~~)(?=[\p{L}\p{N}])/gu, "");
  return read === text ? [piece("text", text)] : [piece("text", read), piece("source", text)];
}

/** The keys and values of JSON; hashes are left out. */
export function jsonPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value === "string" || typeof value === "number")
      pieces.push(piece(path, withoutHash(String(value))));
    if (typeof value !== "object" || value === null) return;
    for (const [key, each] of Object.entries(value)) {
      const name = Array.isArray(value) ? path : `${path === "" ? "" : `${path}.`}${key}`;
      if (!Array.isArray(value)) pieces.push(piece("keys", key));
      walk(each, name);
    }
  };
  try {
    walk(JSON.parse(text), "");
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [piece("text", text)];
  }
  return together(pieces);
}

/** A calendar (RFC 5545): its long lines put together again, its `\\n` and `\\,` as what they stand for. */
export const calendarPieces = (text: string): Piece[] => [
  piece(
    "text",
    text
      .replace(/\r?\n[ \t]/g, "")
      .replace(/\\n/gi, "\n")
      .replace(/\\([,;\\])/g, "$1"),
  ),
];

const withoutHash = (text: string): string => text.replace(/\b[\da-f]{32,128}\b/g, "");

const literal = /"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g;

/** The words in the quotes of TypeScript: the product's own wordings, `${…}` as slots. Quotes within a `${…}` are wordings too. */
export function wordingPieces(code: string): Piece[] {
  const withoutComments = code.replace(/^\s*(?:\/\*[\s\S]*?\*\/|\/\/.*$)/gm, "");
  const pieces: Piece[] = [];
  const read = (text: string): void => {
    for (const [, double, single, template] of text.matchAll(literal)) {
      const words = double ?? single ?? template ?? "";
      pieces.push(piece("wording", unquoted(words.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, slotted))));
      for (const [, inner = ""] of words.matchAll(/\$\{((?:[^{}]|\{[^{}]*\})*)\}/g)) read(inner);
    }
  };
  read(withoutNested(withoutComments));
  return pieces;
}

const slotted = ` ${slot} `;

/** Templates within templates first: each innermost is read by itself and stands in the outer one as a slot. */
const withoutNested = (code: string): string => {
  const inner: string[] = [];
  const outer = code.replace(/\$\{[^{}`]*(`[^`]*`)[^{}`]*(?:`[^`]*`)?[^{}`]*\}/g, (_, nested: string) => {
    inner.push(nested);
    return slotted;
  });
  return `${outer}\n${inner.join("\n")}`;
};

const unquoted = (text: string): string =>
  text
    .replace(/\\u\{?([\da-fA-F]{4,6})\}?/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replace(/\\[ntr]/g, " ")
    .replace(/\\(.)/g, "$1");
