import type { Register } from "../../figures/register.ts";
import type { Facts } from "../../model/facts.ts";
import type { PaperKind } from "../papers/views.ts";
import type { Difference } from "./differences.ts";

/** A link as a page prints it. `address` is one of the site, from its root, or a whole web address. */
export type LinkView = {
  readonly text: string;
  readonly address: string;
  /** What stands behind it: "PDF, 1.5 MB, 61 pages"; empty where nothing does. */
  readonly detail: string;
};

/** A document of the site: its page and its PDF. */
export type DocumentEntry = {
  readonly path: string;
  readonly document: string;
  readonly title: string;
  /** The day it bears, in ISO form. */
  readonly date: string;
  readonly kind: PaperKind | "summary";
  /** Whose paper it is. */
  readonly body: string;
  readonly draft: boolean;
  readonly page: string;
  readonly pdf: LinkView;
  /** The measures that it prints figures of. */
  readonly measures: ReadonlySet<string>;
};

/** A PDF of a meeting: a pack, or a paper from outside. */
export type PdfEntry = {
  readonly meeting: string;
  /** `agenda-pack`, `supplement-1`; of a paper from outside its file: `papers/guidance-note.pdf`. */
  readonly name: string;
  readonly link: LinkView;
  /** Why it is not accessible; empty where it is. */
  readonly inaccessible: readonly string[];
};

/** Figures that a paper prints otherwise than when it went out. */
export type DifferenceView = {
  /** The day on which it went out, in ISO form; null where that is not known. */
  readonly releasedOn: string | null;
  readonly figures: readonly Difference[];
};

/** What the pages of a site are worded from. */
export type SiteWords = {
  readonly facts: Facts;
  /** Everything as it stood on the last day that the site knows of. */
  readonly register: Register;
  readonly cutOff: string;
  readonly today: string;
  readonly documents: readonly DocumentEntry[];
  readonly packs: readonly PdfEntry[];
  readonly outside: readonly PdfEntry[];
  /** A file of the site with its kind and size, "CSV, 3 KB"; null where the site has none at that address. */
  fileAt(address: string, text: string): LinkView | null;
};

/** The ids of the meetings, which decide where a folder's pages stand. */
export const meetingIds = ({ meetings }: Facts): ReadonlySet<string> => new Set(meetings.keys());

/** A file's weight as links say it: "3 KB", "1.5 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** "PDF, 1.5 MB, 61 pages" */
export const pdfWords = (bytes: number, pages: number): string =>
  `PDF, ${sizeWords(bytes)}, ${pages} ${pages === 1 ? "page" : "pages"}`;
