import type { PDFDocument } from "@cantoo/pdf-lib";
import { readFacts } from "../facts.ts";
import { counted } from "../finding.ts";
import { reportOf } from "../report.ts";
import { usesPlainInks } from "./colours.ts";
import { hasMisplacedParts } from "./grammar.ts";

/**
 * Why a pack that holds a prepared paper may claim neither PDF/UA-1 nor PDF/A-2a; null when by our checks it may. Only veraPDF can say
 * that it complies.
 *
 * @param bytes the file that the document was read from
 */
export function whyInaccessible(bytes: Uint8Array, document: PDFDocument): string | null {
  const { catalog, context } = document;
  const paper = readFacts(bytes, { document, catalog, encryption: null, asFound: context });
  const { findings } = reportOf(paper, { acceptsSigned: true });
  const untagged = paper.structure === null;
  const pages = counted(paper.pages.length, "page");
  const have = paper.pages.length === 1 ? "has" : "have";
  const of = paper.pages.length === 1 ? "it" : "them";
  const reasons = [
    ...(untagged ? [`Its ${pages} ${have} no tags: a screen reader hears nothing of ${of}.`] : []),
    ...findings
      .filter(({ breaks, packMends, rule }) => breaks.length > 0 && !packMends && rule !== "untagged")
      .map(({ message }) => message),
    ...(hasMisplacedParts(document) ? ["Its lists or tables are tagged in a wrong order of parts."] : []),
    ...(usesPlainInks(document) ? ["It has colours in inks of a printing press, without saying which."] : []),
  ];
  return reasons.length === 0 ? null : reasons.join(" ");
}
