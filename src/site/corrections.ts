import { formatFigure } from "../document/format.ts";
import { periodLabel } from "../document/periods.ts";
import type { DifferenceView } from "../document/site/context.ts";
import type { Difference } from "../document/site/differences.ts";
import { fullTitle } from "../document/worded.ts";
import type { Figure } from "../figures/figure.ts";
import { statistics } from "../figures/reference.ts";
import type { Facts } from "../model/facts.ts";
import type { CsvTable } from "./data/csv.ts";
import { areaNames } from "./data/measureRows.ts";
import type { SiteDocument, SiteRest } from "./site.ts";

/** A figure that a paper prints otherwise than when it went out. */
export type Correction = Difference & {
  /** The paper's folder and name. */
  readonly path: string;
  readonly document: string;
  readonly title: string;
  /** The figure's name, as sentences call it. */
  readonly figure: string;
  /** The day on which the website first showed it so. */
  readonly since: string;
};

/**
 * The figures of a document that went out and now prints them otherwise. One that is new, or that is no longer printed, is no
 * correction.
 */
export function correctionsIn(
  { path, document, view, register }: Pick<SiteDocument, "path" | "document" | "view" | "register">,
  {
    facts,
    releasedFigures,
    shownSince,
    today,
  }: Pick<SiteRest, "facts" | "releasedFigures" | "shownSince" | "today">,
): Correction[] {
  const released = releasedFigures.get(`${path}/${document}`);
  if (released === undefined) return [];
  const title = fullTitle(view);
  return register.printed().flatMap((figure): Correction[] => {
    const was = released.get(figure.name);
    const now = formatFigure(figure);
    if (was === undefined || was === now) return [];
    const what = figureWords(figure, facts);
    const since = shownSince.get(differenceKey({ path, document, figure: figure.name, now })) ?? today;
    return [{ path, document, title, figure: figure.name, what, was, now, since }];
  });
}

/** What differs in one document, as its page says it; null where nothing does. */
export function differenceOf([first, ...more]: readonly Correction[], facts: Facts): DifferenceView | null {
  return first === undefined ? null : { releasedOn: releasedOn(facts, first), figures: [first, ...more] };
}

/** What a difference is known by from one publication to the next: a figure that changes once more is another. */
export const differenceKey = ({
  path,
  document,
  figure,
  now,
}: Pick<Correction, "path" | "document" | "figure" | "now">): string =>
  `${path}/${document} ${figure} ${now}`;

/** A figure in words: its measure, area, category and period, and what of them it is. */
function figureWords({ reference, period, periodKind }: Figure, { measures, organisation }: Facts): string {
  const measure = measures.get(reference.measure)?.measure;
  const category = measure?.categories.find(({ id }) => id === reference.category)?.title;
  const parts = [
    measure?.title ?? reference.measure,
    areaNames(organisation)(reference.area),
    ...(category === undefined ? [] : [category]),
    ...(period === null ? [] : [periodLabel(periodKind, period)]),
  ];
  return `${parts.join(", ")}: ${statistics[reference.statistic]}`;
}

/** The day on which a paper went out last: by itself, or with the pack of its meeting. Null where it has not gone out. */
export function releasedOn(
  { quarters, meetings }: Facts,
  { path, document }: Pick<Correction, "path" | "document">,
): string | null {
  const own = quarters.get(path)?.released?.releases.findLast((one) => one.document === document);
  return (own ?? meetings.get(path)?.released?.releases.at(-1))?.on ?? null;
}

/** The columns of the list of differences. `type` is the one of Table Schema. */
export const correctionColumns = [
  { name: "shown_since", type: "date", description: "The day on which this website first showed it so" },
  { name: "folder", type: "string", description: "The quarter or meeting of the paper, as in its address" },
  { name: "paper", type: "string", description: "Short name of the paper, as in its address" },
  { name: "paper_title", type: "string", description: "Name of the paper" },
  { name: "figure", type: "string", description: "The name of the figure, as sentences call it" },
  { name: "figure_name", type: "string", description: "The figure in words" },
  { name: "released", type: "string", description: "The figure as it was printed when the paper went out" },
  { name: "now", type: "string", description: "The figure as it is printed now" },
] as const;

/** The list of differences as a table, by paper in the order of its figures. */
export const correctionTable = (corrections: readonly Correction[]): CsvTable => ({
  columns: correctionColumns.map(({ name }) => name),
  rows: corrections.map(({ since, path, document, title, figure, what, was, now }) => [
    since,
    path,
    document,
    title,
    figure,
    what,
    was,
    now,
  ]),
});

/** The differences of each paper, by `path/document`. */
export function byPaper(corrections: readonly Correction[]): Map<string, [Correction, ...Correction[]]> {
  const papers = new Map<string, [Correction, ...Correction[]]>();
  for (const one of corrections) {
    const key = `${one.path}/${one.document}`;
    const known = papers.get(key);
    if (known === undefined) papers.set(key, [one]);
    else known.push(one);
  }
  return papers;
}
