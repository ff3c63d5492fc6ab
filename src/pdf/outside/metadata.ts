import type { PDFContext, PDFDict, PDFDocument } from "@cantoo/pdf-lib";
import { bytesOf, dictIn, dictOf, entry, isTrue, itemsIn, nameIn, textIn } from "./objects.ts";
import type { OutsidePaper } from "./paper.ts";

type Metadata = Pick<
  OutsidePaper,
  | "version"
  | "saysTagged"
  | "title"
  | "xmpTitle"
  | "showsTitle"
  | "language"
  | "claims"
  | "hasId"
  | "hasOutputIntent"
  | "hasPageLabels"
  | "outlineEntries"
>;

/** What a paper says about itself. */
export function readMetadata(
  { context }: PDFDocument,
  catalog: PDFDict,
  trailer: PDFContext["trailerInfo"],
): Metadata {
  const xmp = Buffer.from(bytesOf(entry(catalog, "Metadata")) ?? []).toString("utf8");
  const xmpTitle = /<dc:title>[\s\S]*?<rdf:li[^>]*>([^<]*)<\/rdf:li>/.exec(xmp)?.[1]?.trim() || null;
  const [header, own] = [context.header.getVersionString(), nameIn(catalog, "Version") ?? ""];
  return {
    version: Number(own) > Number(header) ? own : header,
    saysTagged: isTrue(dictIn(catalog, "MarkInfo"), "Marked"),
    title: textIn(dictOf(context.lookup(trailer.Info)), "Title") ?? xmpTitle,
    xmpTitle,
    showsTitle: isTrue(dictIn(catalog, "ViewerPreferences"), "DisplayDocTitle"),
    language: textIn(catalog, "Lang"),
    claims: claimsOf(xmp),
    hasId: context.lookup(trailer.ID) !== undefined,
    hasOutputIntent: itemsIn(catalog, "OutputIntents").some(
      (each) => nameIn(dictOf(each), "S") === "GTS_PDFA1",
    ),
    hasPageLabels: dictIn(catalog, "PageLabels") !== null,
    outlineEntries: outlineEntries(dictIn(catalog, "Outlines")),
  };
}

/** XMP writes a claim as an element or as an attribute. */
function claimsOf(xmp: string): OutsidePaper["claims"] {
  const claim = (key: string): string | null =>
    new RegExp(`${key}(?:>|\\s*=\\s*["'])\\s*(\\w{1,8})`).exec(xmp)?.[1] ?? null;
  const part = claim("pdfaid:part");
  return {
    ua: claim("pdfuaid:part"),
    a: part === null ? null : `${part}${(claim("pdfaid:conformance") ?? "").toUpperCase()}`,
  };
}

/** The entries of all levels; a list that bites its tail ends. */
function outlineEntries(outlines: PDFDict | null): number {
  const seen = new Set<PDFDict>();
  const stack = [dictIn(outlines, "First")];
  while (stack.length > 0 && seen.size < 100_000) {
    const item = stack.pop() ?? null;
    if (item === null || seen.has(item)) continue;
    seen.add(item);
    stack.push(dictIn(item, "Next"), dictIn(item, "First"));
  }
  return seen.size;
}
