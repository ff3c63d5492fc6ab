import type { Place } from "../diagnostic.ts";
import type { MarkdownSource } from "../sources/markdown.ts";
import type { Measure } from "./measure.ts";
import type { Meeting } from "./meeting.ts";
import type { Observation } from "./observation.ts";
import type { Organisation } from "./organisation.ts";
import type { PaperHead } from "./papers.ts";
import type { Publishing } from "./publishing.ts";
import type { DocumentMetadata, PageHead, Quarter, SectionHead } from "./quarter.ts";
import type { Released } from "./released.ts";
import type { SpecifiedInformation } from "./specifiedInformation.ts";

/** A measure with its series and the places of its keys. */
export type MeasureFacts = {
  readonly measure: Measure;
  /** The file the series stands in: the CSV, or the YAML itself. */
  readonly file: string;
  readonly observations: readonly Observation[];
  placeOf(path: readonly (string | number)[]): Place;
};

/** A Markdown page of a paper: its checked front matter, its blocks, and the places of its keys. */
export type PageSource<Head> = {
  readonly id: string;
  readonly head: Head;
  readonly markdown: MarkdownSource;
};

/** The sources of a Performance Summary. */
export type SummarySource = {
  readonly folder: string;
  readonly metadata: DocumentMetadata;
  /** Where the keys of the metadata stand. */
  placeOf(path: readonly (string | number)[]): Place;
  readonly sections: readonly PageSource<SectionHead>[];
  readonly panelPage: PageSource<PageHead>;
  readonly method: PageSource<PageHead>;
};

/** One of the office's other papers: a Markdown file with front matter. */
export type PaperSource = {
  /** Folder below `data/quarters`, `data/meetings` or `data`: `2019-20-q3`, `correspondence/2018-04-16-home-secretary`. */
  readonly path: string;
  /** The file's name without its ending: `opcc-scrutiny`. */
  readonly document: string;
  readonly head: PaperHead;
  readonly markdown: MarkdownSource;
  /** The files of the folder `pictures/` beside it, by name. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
};

/** A meeting and where its keys stand; its papers are among the facts' papers. */
export type MeetingFacts = {
  readonly id: string;
  readonly meeting: Meeting;
  /** Names of the PDFs from outside in its folder `papers/`; the build reads their bytes. */
  readonly outside: readonly string[];
  /** What of its packs has gone out; null before the first release. */
  readonly released: Released | null;
  placeOf(path: readonly (string | number)[]): Place;
};

export type QuarterFacts = {
  readonly id: string;
  readonly quarter: Quarter;
  readonly summary: SummarySource | null;
  /** What of it has gone out; null before the first release. */
  readonly released: Released | null;
};

/** Everything that was read from `data/`, checked. */
export type Facts = {
  readonly organisation: Organisation;
  readonly measures: ReadonlyMap<string, MeasureFacts>;
  readonly quarters: ReadonlyMap<string, QuarterFacts>;
  readonly meetings: ReadonlyMap<string, MeetingFacts>;
  /** By path and document: `2019-20-q3/opcc-scrutiny`. */
  readonly papers: ReadonlyMap<string, PaperSource>;
  /** What the law asks the office to publish; null where there is no list. */
  readonly specifiedInformation: SpecifiedInformation | null;
  /** How the website goes out, and what was accepted so that it can. */
  readonly publishing: Publishing;
};
