import { byLetters, type Feature } from "./feature.ts";
import { keyOf } from "./normalise.ts";

const street =
  "(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Drive|Way|Place|Square|Court|Crescent|Terrace|Gardens|Grove|Hill|Green|Park|Row|Walk|Mews|Parade|Rise|View|Yard|Wharf)";
const patterns: readonly RegExp[] = [
  // Postcodes: https://www.gov.uk/government/publications/bulk-data-transfer-for-sponsors-xml-schema (the short form of its pattern).
  /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[ABD-HJLNP-UW-Z]{2}\b/gi,
  new RegExp(`\\b\\d+[A-Za-z]?,?\\s+(?:[A-Z][\\p{L}']+\\s+){1,3}${street}\\b`, "gu"),
  /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu,
];
const telephone = /(?<![\d.])(?:\+44\s?\(?0?\)?|\(?0)\d(?:[\s()-]{0,2}\d){8,10}(?![\d])/g;
const webAddress = /\b(?:https?:\/\/|www\.)[^\s<>"'()[\]{}|\\]+[^\s<>"'()[\]{}|\\.,;:!?*_]/gi;

/** The postcodes, streets with numbers, e-mail and web addresses, and telephone numbers of a normalised text. */
export function addressFeatures(text: string): Feature[] {
  const places = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => address(match, keyOf(match[0]))),
  );
  const telephones = [...text.matchAll(telephone)].map((match) =>
    address(match, match[0].replaceAll(/\D/g, "").replace(/^440?|^0/, "")),
  );
  const pages = [...text.matchAll(webAddress)].map((match) =>
    address(match, keyOf(match[0].replace(/^https?:\/\//i, "").replace(/^www\./i, ""))),
  );
  return [...places, ...pages, ...telephones.map(inTheMidst)];
}

const address = (match: RegExpExecArray, key: string): Feature =>
  byLetters("address", key, { start: match.index, end: match.index + match[0].length });

/** The number of a telephone stands behind a 0 or +44, which may be written to it. */
const inTheMidst = (feature: Feature): Feature =>
  feature.search.by === "letters" ? { ...feature, search: { ...feature.search, whole: false } } : feature;
