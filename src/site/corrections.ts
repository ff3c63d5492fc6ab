import { formatFigure } from "../document/format.ts";
import { periodLabel } from "../document/periods.ts";
import { isFlowView } from "../document/worded.ts";
import type { Figure } from "../figures/figure.ts";
import { statistics } from "../figures/reference.ts";
import type { Facts } from "../model/facts.ts";
import { areaNames } from "./data/measureRows.ts";
import type { WordedInput } from "./site.ts";

/** A figure that a paper prints otherwise than when it went out. */
export type Correction = {
  /** The paper's folder and name. */
  readonly path: string;
  readonly document: string;
  readonly title: string;
  /** "Rape, North Warwickshire, November 2019: the period before" */
  readonly what: string;
  readonly was: string;
  readonly now: string;
};

/**
 * The figures of released papers that are now printed otherwise than they went out. One that is new, or that is no longer printed, is
 * no correction.
 */
export function correctionsOf({
  facts,
  documents,
  releasedFigures,
}: Pick<WordedInput, "facts" | "documents" | "releasedFigures">): Correction[] {
  return documents.flatMap(({ path, document, view, register }): Correction[] => {
    const released = releasedFigures.get(`${path}/${document}`);
    if (released === undefined) return [];
    const title = isFlowView(view) ? view.fullTitle : view.paper.fullTitle;
    return register.printed().flatMap((figure): Correction[] => {
      const was = released.get(figure.name);
      const now = formatFigure(figure);
      if (was === undefined || was === now) return [];
      return [{ path, document, title, what: figureWords(figure, facts), was, now }];
    });
  });
}

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
