import type { Register } from "../figures/register.ts";
import type { FlowBlock, FlowView } from "./papers/views.ts";
import type { BlockView, ChartView, SummaryView } from "./views.ts";

/** What a document says, whichever its form. */
export type DocumentView = SummaryView | FlowView;

/**
 * A document ready to be set, and the register that lists every figure it prints. `told` is the same view with figures that know their names
 * (`told.ts`), for its page on the website.
 */
export type Words = {
  readonly view: DocumentView;
  readonly told: DocumentView;
  readonly register: Register;
};

/** Whether it is one of the office's papers; else it is a Performance Summary. */
export const isFlowView = (view: DocumentView): view is FlowView => "form" in view;

/** The title as the document prints it. */
export const fullTitle = (view: DocumentView): string =>
  isFlowView(view) ? view.fullTitle : view.paper.fullTitle;

/** Every block of a document, in reading order. */
export const blocksOf = (view: DocumentView): readonly (BlockView | FlowBlock)[] =>
  isFlowView(view)
    ? view.blocks
    : [...view.panelPage.blocks, ...view.sections.flatMap((s) => s.blocks), ...view.method.blocks];

/** Every chart of a document, in reading order. */
export const chartsOf = (view: DocumentView): ChartView[] =>
  blocksOf(view).flatMap((block) =>
    block.kind === "figure" || block.kind === "projection" ? [block.chart] : [],
  );
