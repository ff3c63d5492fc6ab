import type { Facts } from "../../model/facts.ts";
import { chainDocument } from "../papers/chain.ts";
import type { FlowView } from "../papers/views.ts";
import { dayLabel } from "../periods.ts";
import { toldNames } from "../told.ts";
import type { SummaryView } from "../views.ts";
import type { DocumentView } from "../worded.ts";
import { addresses, folderAddress } from "./addresses.ts";
import { type DifferenceView, type DocumentEntry, type LinkView, meetingIds } from "./context.ts";
import { differenceSentence, differences } from "./differences.ts";
import { meetingTitle, quarterTitle } from "./folderTitle.ts";
import { homeCrumb, type PageView, type SitePart } from "./page.ts";

/** The page of a document: what it says of itself on the site, beside its words. */
export type DocumentPageView<View extends DocumentView> = PageView & {
  readonly view: View;
  readonly pdf: LinkView;
  readonly draft: boolean;
  /** What a reader who has the paper as it went out must know; null where nothing differs from it. */
  readonly correction: CorrectionNotice | null;
  /** Places within it that its contents list; nothing of a short paper. */
  readonly contents: readonly { readonly id: string; readonly title: string }[];
  /** The page that tells how its figures were computed; null where it prints none that is computed. */
  readonly figures: string | null;
  /** Whether figures that its words and tables print lead there. */
  readonly linked: boolean;
  /** Where each section's figures are told, by the section's id. */
  readonly figuresOf: ReadonlyMap<string, string>;
};

/** Some of the figures that differ from the paper as it went out, and where all of them stand. */
export type CorrectionNotice = {
  /** "2 figures differ from the paper as it went out on 15 January 2020." */
  readonly lead: string;
  /** "Rape, Warwickshire, November 2019: the figure itself: 12, was 11." */
  readonly figures: readonly string[];
  readonly all: Pick<LinkView, "text" | "address">;
};

/** So many are named on the page itself. */
const named = 5;

/** So many headings make a list of contents worth its room. */
const leastContents = 4;

/**
 * @param figures where its figures are told
 * @param difference what differs in it from what went out
 */
export function summaryPage(
  facts: Facts,
  entry: DocumentEntry,
  view: SummaryView,
  figures: string | null,
  difference: DifferenceView | null,
): DocumentPageView<SummaryView> {
  const sections = facts.quarters.get(entry.path)?.summary?.sections ?? [];
  return {
    ...common(facts, entry, difference),
    linked: figures !== null && toldNames(view).size > 0,
    title: view.paper.fullTitle,
    description: view.panelPage.lead,
    view,
    figures,
    contents: [
      { id: "panel", title: view.panelPage.title },
      { id: "grid", title: view.grid.title },
      ...view.sections.map(({ id, title }) => ({ id, title })),
      { id: "method", title: view.method.title },
    ],
    figuresOf: new Map(
      figures === null
        ? []
        : sections.map(({ id, head }): [string, string] => [id, `${figures}#${head.measure}`]),
    ),
  };
}

/** @param difference what differs in it from what went out */
export function flowPage(
  facts: Facts,
  entry: DocumentEntry,
  view: FlowView,
  figures: string | null,
  difference: DifferenceView | null,
): DocumentPageView<FlowView> {
  const heads = view.blocks.flatMap((block) =>
    block.kind === "heading" && block.level === 2
      ? [{ id: block.id, title: block.number === null ? block.text : `${block.number} ${block.text}` }]
      : [],
  );
  return {
    ...common(facts, entry, difference),
    linked: figures !== null && toldNames(view).size > 0,
    title: view.letter === null ? entry.title : view.letter.subject,
    description: `${view.fullTitle}, ${view.organisation}.`,
    view,
    figures,
    contents: heads.length < leastContents ? [] : heads,
    figuresOf: new Map(),
  };
}

function common(facts: Facts, entry: DocumentEntry, difference: DifferenceView | null) {
  const { part, crumbs } = placeOf(facts, entry.path);
  return {
    address: entry.page,
    part: entry.document === chainDocument ? ("questions" as const) : part,
    crumbs,
    pdf: entry.pdf,
    draft: entry.draft,
    correction: difference === null ? null : correctionNotice(difference),
  };
}

function correctionNotice({ releasedOn, figures }: DifferenceView): CorrectionNotice {
  const day = releasedOn === null ? "" : ` on ${dayLabel(releasedOn)}`;
  return {
    lead: `${differences(figures.length)} from the paper as it went out${day}.`,
    figures: figures.slice(0, named).map(differenceSentence),
    all: { text: "All corrections", address: `${addresses.corrections}#figures` },
  };
}

/** Under which part of the site, and which pages, a folder's documents stand. */
function placeOf(
  facts: Facts,
  path: string,
): { readonly part: SitePart; readonly crumbs: PageView["crumbs"] } {
  const meeting = facts.meetings.get(path);
  const address = folderAddress(path, meetingIds(facts));
  if (meeting !== undefined) {
    const text = `${meetingTitle(facts, meeting)}, ${dayLabel(meeting.meeting.date)}`;
    return {
      part: "meetings",
      crumbs: [homeCrumb, { text: "Meetings", address: addresses.meetings }, { text, address }],
    };
  }
  const reports = { text: "Reports", address: addresses.reports };
  if (!facts.quarters.has(path)) return { part: "reports", crumbs: [homeCrumb, reports] };
  return { part: "reports", crumbs: [homeCrumb, reports, { text: quarterTitle(path), address }] };
}
