import { withBaselinesOf } from "../document/confirmed.ts";
import { bodyName } from "../document/papers/people.ts";
import {
  addresses,
  documentAddress,
  outsideAddress,
  packAddress,
  pdfAddress,
} from "../document/site/addresses.ts";
import {
  type DocumentEntry,
  meetingIds,
  type PdfEntry,
  pdfWords,
  type SiteWords,
  sizeWords,
} from "../document/site/context.ts";
import { folderTitle } from "../document/site/folderTitle.ts";
import { isFlowView } from "../document/worded.ts";
import { createRegister } from "../figures/register.ts";
import { byPaper, correctionsOf, releasedOn } from "./corrections.ts";
import type { SiteDocument, SiteFile, SiteInput, SiteOutsidePaper, SitePack } from "./site.ts";

/** What the pages are worded from: the input without its bytes, and what is said of each file. */
export function siteWords(input: SiteInput, files: readonly SiteFile[]): SiteWords {
  const { facts, cutOff, today } = input;
  const sizes = new Map(files.map(({ path, bytes }) => [`/${path}`, bytes.length]));
  return {
    facts,
    cutOff,
    today,
    register: createRegister(withBaselinesOf(facts, cutOff), cutOff.slice(0, 7), cutOff),
    documents: input.documents.map((one) => documentEntry(one, input)),
    packs: input.packs.map((one) => packEntry(one)),
    outside: input.outside.map((one) => outsideEntry(one)),
    differing: new Map(
      [...byPaper(correctionsOf(input))].map(([paper, all]) => [
        paper,
        { releasedOn: releasedOn(facts, all[0]), figures: all },
      ]),
    ),
    fileAt: (address, text) => {
      const bytes = sizes.get(address);
      if (bytes === undefined) return null;
      const kind = (/\.(\w+)$/.exec(address)?.[1] ?? "").toUpperCase();
      return { text, address, detail: `${kind}, ${sizeWords(bytes)}` };
    },
  };
}

function documentEntry(one: SiteDocument, { facts }: SiteInput): DocumentEntry {
  const { view } = one;
  const meetings = meetingIds(facts);
  const flow = isFlowView(view);
  return {
    path: one.path,
    document: one.document,
    title: titleOf(one, facts),
    date: one.date,
    kind: flow ? view.kind : "summary",
    body: flow ? view.organisation : bodyName(facts.organisation, view.paper.organisation),
    draft: flow ? view.draft : view.paper.draft,
    page: documentAddress(one, meetings),
    pdf: {
      text: flow ? `Download ${view.title}` : `Download the ${view.paper.title}`,
      address: pdfAddress(one),
      detail: pdfWords(one.pdf.length, one.pages),
    },
    measures: new Set(one.register.printed().map(({ reference }) => reference.measure)),
  };
}

/** What a document is called among others: "questions and actions" are many, and say of what. */
function titleOf({ path, view }: SiteDocument, facts: SiteInput["facts"]): string {
  if (!isFlowView(view)) return view.paper.fullTitle;
  return view.kind === "questions" ? `${view.fullTitle}: ${folderTitle(facts, path)}` : view.fullTitle;
}

const packEntry = ({ meeting, name, pdf, pages, inaccessible }: SitePack): PdfEntry => ({
  meeting,
  name,
  link: {
    text:
      name === "agenda-pack"
        ? "Agenda pack, public edition"
        : `Supplement ${name.replace(/\D+/, "")}, public edition`,
    address: packAddress(meeting, name),
    detail: pdfWords(pdf.length, pages),
  },
  inaccessible,
});

const outsideEntry = ({ meeting, file, title, pdf, pages, inaccessible }: SiteOutsidePaper): PdfEntry => ({
  meeting,
  name: file,
  link: { text: title, address: outsideAddress(meeting, file), detail: pdfWords(pdf.length, pages) },
  inaccessible: inaccessible === null ? [] : [inaccessible],
});

/** The links of the navigation and of the foot, which are the same on every page. */
export const navigation = [
  { part: "measures", text: "Measures", address: addresses.measures },
  { part: "reports", text: "Reports", address: addresses.reports },
  { part: "meetings", text: "Meetings", address: addresses.meetings },
  { part: "decisions", text: "Decisions", address: addresses.decisions },
  { part: "questions", text: "Questions", address: addresses.questions },
  { part: "search", text: "Search", address: addresses.search },
] as const;

export const footer = [
  { text: "A to Z", address: addresses.aToZ },
  { text: "What must be published", address: addresses.specifiedInformation },
  { text: "How figures are made", address: addresses.howFiguresAreMade },
  { text: "Corrections", address: addresses.corrections },
  { text: "Data", address: addresses.data },
  { text: "Feed", address: addresses.feed },
  { text: "Accessibility statement", address: addresses.accessibility },
] as const;
