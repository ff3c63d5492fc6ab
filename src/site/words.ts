import { withBaselinesOf } from "../document/confirmed.ts";
import { addresses, fileOf, outsideAddress, packAddress } from "../document/site/addresses.ts";
import {
  type LinkView,
  type PdfEntry,
  pdfWords,
  type SiteWords,
  sizeWords,
} from "../document/site/context.ts";
import { createRegister } from "../figures/register.ts";
import type { DigestedInput } from "./digest.ts";
import type { FileList } from "./manifest.ts";
import type { SiteOutsidePaper, SitePack } from "./site.ts";

/**
 * What the pages are worded from: what stays of the input, and what is said of each file.
 *
 * @param list the PDFs and data files, which are there already
 */
export function siteWords(input: DigestedInput, { find }: Pick<FileList, "find">): SiteWords {
  const { facts, cutOff, today } = input;
  const sizeOf = (address: string): number | null => find(fileOf(address))?.bytes ?? null;
  return {
    facts,
    cutOff,
    today,
    register: createRegister(withBaselinesOf(facts, cutOff), cutOff.slice(0, 7), cutOff),
    documents: input.documents.map(({ entry }) => entry),
    packs: input.packs.map((one) => packEntry(one, sizeOf)),
    outside: input.outside.map((one) => outsideEntry(one, sizeOf)),
    fileAt: (address, text) => {
      const bytes = sizeOf(address);
      if (bytes === null) return null;
      const kind = (/\.(\w+)$/.exec(address)?.[1] ?? "").toUpperCase();
      return { text, address, detail: `${kind}, ${sizeWords(bytes)}` };
    },
  };
}

type SizeOf = (address: string) => number | null;

function packEntry({ meeting, name, pages, inaccessible }: SitePack, sizeOf: SizeOf): PdfEntry {
  const text =
    name === "agenda-pack"
      ? "Agenda pack, public edition"
      : `Supplement ${name.replace(/\D+/, "")}, public edition`;
  const link = pdfLink(text, packAddress(meeting, name), pages, sizeOf);
  return { meeting, name, link, inaccessible };
}

function outsideEntry(
  { meeting, file, title, pages, inaccessible }: SiteOutsidePaper,
  sizeOf: SizeOf,
): PdfEntry {
  const link = pdfLink(title, outsideAddress(meeting, file), pages, sizeOf);
  return { meeting, name: file, link, inaccessible: inaccessible === null ? [] : [inaccessible] };
}

function pdfLink(text: string, address: string, pages: number, sizeOf: SizeOf): LinkView {
  const bytes = sizeOf(address);
  if (bytes === null) throw new Error(`the website links to ${address} before it is made`);
  return { text, address, detail: pdfWords(bytes, pages) };
}

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
