import type { Finding } from "../audit/finding.ts";
import type { DocumentView } from "../document/worded.ts";
import type { Register } from "../figures/register.ts";
import type { Drawings } from "../html/drawings.ts";
import type { Facts } from "../model/facts.ts";

/** One file of the website: its path below the site's root, with forward slashes, and its bytes. */
export type SiteFile = { readonly path: string; readonly bytes: Uint8Array };

/** A public document as the build made it: its words, its drawings, and the PDF that goes out beside its page. */
export type SiteDocument = {
  /** Folder below `data/` as targets name it: `2019-20-q3`, `correspondence/2018-04-16-home-secretary`. */
  readonly path: string;
  /** `performance-summary` */
  readonly document: string;
  /** ISO date that it bears. */
  readonly date: string;
  readonly view: DocumentView;
  /** The same with figures that know their names. */
  readonly told: DocumentView;
  /** Every figure that it prints. */
  readonly register: Register;
  readonly drawings: Drawings;
  readonly pdf: Uint8Array;
  readonly pages: number;
};

/** The public edition of a pack or supplement. */
export type SitePack = {
  /** The meeting's id. */
  readonly meeting: string;
  /** `agenda-pack`, `supplement-1` */
  readonly name: string;
  /** Reads it when it is its turn. */
  pdf(): Promise<Uint8Array>;
  readonly pages: number;
  /** Why it claims neither PDF/UA-1 nor PDF/A-2a, one paper a line. */
  readonly inaccessible: readonly string[];
};

/** A PDF from outside that a public item of a meeting brings. */
export type SiteOutsidePaper = {
  readonly meeting: string;
  /** Below the meeting's folder: `papers/public-speaking-guidance.pdf`. */
  readonly file: string;
  readonly title: string;
  /** Reads it when it is its turn, as packs have it. */
  pdf(): Promise<Uint8Array>;
  readonly pages: number;
  readonly inaccessible: string | null;
};

/** Everything the website is made of. Nothing of it comes from a folder `exempt`. */
export type SiteInput = {
  /** As read without the folders `exempt`. */
  readonly facts: Facts;
  /**
   * Every document, made when it is asked for: its words and figures take so much room that no more than one is to be held. The next is asked
   * for when all files of the last have been taken.
   */
  documents(): AsyncIterable<SiteDocument>;
  readonly packs: readonly SitePack[];
  readonly outside: readonly SiteOutsidePaper[];
  /** What the audit says of the papers: errors stop a site, or are shown with who accepted them. */
  readonly findings: readonly Finding[];
  /** The day on which it is published, in ISO form: which meeting is next, and nothing else, depends on it. */
  readonly today: string;
  /**
   * The last day that anything on the site may know of: the latest cut-off of what was published. Series, charts and data files show what
   * was known then, as `visibleSeries(facts, cutOff)` gives it.
   */
  readonly cutOff: string;
  /** What the figures of released papers were printed as when they went out: by `path/document`, then by the figure's name. */
  readonly releasedFigures: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Since when the site that is replaced has shown each of those that differ from it, in ISO form, by `differenceKey`. */
  readonly shownSince: ReadonlyMap<string, string>;
};

/** The same without the documents. */
export type SiteRest = Omit<SiteInput, "documents">;
