import type { FlowView } from "../document/papers/views.ts";
import { type DocumentPageView, flowPage, summaryPage } from "../document/site/documentPage.ts";
import { figuresAddress, figuresPage, printedFigures } from "../document/site/figuresPage.ts";
import type { SummaryView } from "../document/views.ts";
import { isFlowView } from "../document/worded.ts";
import type { Drawings } from "../html/drawings.ts";
import { flowPageData, summaryPageData } from "../html/site/documents.ts";
import type { SiteSetter } from "../html/site/setter.ts";
import { differenceOf } from "./corrections.ts";
import { paperCsv, paperJson } from "./data/paperFiles.ts";
import { type DocumentDigest, digestOf } from "./digest.ts";
import { fileAt, pageFile } from "./setPage.ts";
import type { SiteDocument, SiteFile, SiteRest } from "./site.ts";

/** All files of one document, and what all others must know of it. They are made of it alone. */
export function documentFiles(
  one: SiteDocument,
  input: SiteRest,
  set: SiteSetter,
): { readonly files: readonly SiteFile[]; readonly digest: DocumentDigest } {
  const tables = paperCsv(one);
  const digest = digestOf(one, tables, input);
  return { files: [...pages(one, digest, input, set), ...tables, ...paperJson(one)], digest };
}

/** Its page, its PDF, and the page that tells how its figures were computed. */
function pages(
  { told: view, register, drawings, pdf }: SiteDocument,
  { entry, corrections }: DocumentDigest,
  { facts }: SiteRest,
  set: SiteSetter,
): SiteFile[] {
  const address = figuresAddress(entry, register);
  const difference = differenceOf(corrections, facts);
  const { of, template, data } = isFlowView(view)
    ? flowOf(flowPage(facts, entry, view, address, difference), drawings)
    : summaryOf(summaryPage(facts, entry, view, address, difference), drawings);
  const printed = printedFigures(register, address);
  return [
    fileAt(of.address, Buffer.from(set(of, template, data, printed.link))),
    fileAt(entry.pdf.address, pdf),
    ...(address === null
      ? []
      : [pageFile(set, figuresPage(of, address, register, printed.words), "figures", {})]),
  ];
}

const flowOf = (of: DocumentPageView<FlowView>, drawings: Drawings) => ({
  of,
  template: "paper",
  data: flowPageData(of, drawings),
});
const summaryOf = (of: DocumentPageView<SummaryView>, drawings: Drawings) => ({
  of,
  template: "summary",
  data: summaryPageData(of, drawings),
});
