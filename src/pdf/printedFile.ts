import { inflateSync } from "node:zlib";
import { origin } from "./resources.ts";

/** CSS pixels are 1/96 inch; Chromium draws its pages in steps of 1/300 inch. */
const unshrunk = 300 / 96;

/**
 * The scale at which Chromium printed the document: 1, or less when something was wider than its page and it
 * shrank every page; null when no page says (all are empty, or the file is not in Chromium's way of writing).
 */
export function printedScale(pdf: Uint8Array): number | null {
  const text = latin1(pdf);
  for (const [, number = ""] of text.matchAll(/\/Contents (\d+) 0 R/g)) {
    const content = contentOf(text, number);
    const scale = (pageArea.exec(content) ?? anyArea.exec(content))?.[1];
    if (scale !== undefined) return Number(scale) / unshrunk;
  }
  return null;
}

/** True when a font of that PostScript name, or of its family, is embedded. */
export const embedsFont = (pdf: Uint8Array, name: string): boolean =>
  new RegExp(`/BaseFont /[A-Z]{6}\\+${name}\\b`).test(latin1(pdf));

/** The addresses behind links to the made-up site that the page was served from: relative links, that lead nowhere. */
export function deadLinks(pdf: Uint8Array): string[] {
  const links = latin1(pdf).matchAll(new RegExp(`/URI \\(${origin.replaceAll(".", "\\.")}/([^)]*)\\)`, "g"));
  return [...new Set([...links].map(([, address = ""]) => address))];
}

/** The page area is cut out, then scaled; the margins, which are never shrunk, and a page without any are only scaled. */
const pageArea = /re\nW\*? n\nq\n([\d.]+) 0 0 \1 [-\d.]+ [-\d.]+ cm$/m;
const anyArea = /^([\d.]+) 0 0 \1 [-\d.]+ [-\d.]+ cm$/m;

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

/** A page's drawing instructions; empty when the object is not as Chromium writes it. */
function contentOf(text: string, number: string): string {
  const object = text.indexOf(`\n${number} 0 obj\n`);
  const [head = "", length] =
    /^.{0,200}?\/Length (\d+)>> stream\n/s.exec(text.slice(object, object + 300)) ?? [];
  if (object < 0 || length === undefined) return "";
  const start = object + head.length;
  return inflateSync(Buffer.from(text.slice(start, start + Number(length)), "latin1")).toString("latin1");
}
