import type { Place } from "../diagnostic.ts";
import type { MarkdownSource } from "../sources/markdown.ts";
import type { Measure } from "./measure.ts";
import type { Observation } from "./observation.ts";
import type { Organisation } from "./organisation.ts";
import type { DocumentMetadata, Quarter, SectionHead } from "./quarter.ts";
import type { Released } from "./released.ts";

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
  readonly metadataPlace: Place;
  readonly sections: readonly PageSource<SectionHead>[];
  readonly panelPage: PageSource<{ readonly title: string }>;
  readonly method: PageSource<{ readonly title: string }>;
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
};
