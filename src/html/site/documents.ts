import type { FlowView } from "../../document/papers/views.ts";
import type { DocumentPageView } from "../../document/site/documentPage.ts";
import type { BlockView, SummaryView } from "../../document/views.ts";
import { blockData, html, withIcon } from "../blocks.ts";
import type { Drawings } from "../drawings.ts";
import { piecesOf } from "../flow.ts";
import { lineHtml } from "../markdown.ts";
import { attendanceData, endOf } from "../paper.ts";
import { detailsOf, gridData, keyOf, verdictData } from "../summary.ts";

/** The page of one of the office's papers, ready for `templates/site/paper.hbs`. */
export function flowPageData({ view }: DocumentPageView<FlowView>, drawings: Drawings): object {
  const { attendance, letter, index } = view;
  return {
    letter,
    details: view.details,
    kind: view.kind,
    organisation: view.organisation,
    subtitle: letter === null ? view.subtitle : "",
    index: index.map((row) => ({ ...row, subject: row.title === "" ? `Question ${row.number}` : row.title })),
    attendance: attendance === null ? null : attendanceData(attendance),
    pieces: [...piecesOf(view.blocks, drawings), ...endOf(view)],
  };
}

/** The page of a Performance Summary, ready for `templates/site/summary.hbs`. */
export function summaryPageData(
  { view, figuresOf }: DocumentPageView<SummaryView>,
  drawings: Drawings,
): object {
  const { paper, panelPage, grid, sections, method } = view;
  return {
    organisation: paper.organisation,
    subject: paper.subject,
    details: detailsOf(view),
    key: keyOf(drawings),
    panelPage: {
      ...panelPage,
      exceptions: panelPage.exceptions.map((one) => ({ ...one, flag: withIcon(one.flag, drawings) })),
      blocks: blocksData(panelPage.blocks, drawings),
    },
    grid: gridData(grid, drawings),
    sections: sections.map((section) => ({
      ...section,
      headline: {
        ...section.headline,
        verdict: section.headline.verdict === null ? null : verdictData(section.headline.verdict, drawings),
      },
      areasHtml: section.areas === null ? null : html(section.areas),
      signsTitle: section.signs.length === 1 ? "Sign of improvement" : "Signs of improvement",
      blocks: blocksData(section.blocks, drawings),
      notes: section.notes.map((note) => ({ id: note.id, html: lineHtml(note.prose.markdown) })),
      figuresAt: figuresOf.get(section.id) ?? null,
    })),
    method: { title: method.title, blocks: blocksData(method.blocks, drawings) },
  };
}

/** Blocks of a section whose own heading is of level 2. */
function blocksData(blocks: readonly BlockView[], drawings: Drawings): object[] {
  let under = 2;
  return blocks.map((block) => {
    if (block.kind === "heading") under = 3;
    const tag = block.kind === "heading" ? "h3" : `h${under + 1}`;
    return { ...blockData(block, drawings), tag };
  });
}
