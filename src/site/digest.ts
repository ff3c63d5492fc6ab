import { bodyName } from "../document/papers/people.ts";
import { documentAddress, pdfAddress } from "../document/site/addresses.ts";
import { type DocumentEntry, meetingIds, pdfWords } from "../document/site/context.ts";
import { folderTitle } from "../document/site/folderTitle.ts";
import type { SummaryWords } from "../document/site/home.ts";
import type { SummaryView } from "../document/views.ts";
import { fullTitle, isFlowView } from "../document/worded.ts";
import type { Facts } from "../model/facts.ts";
import { type Correction, correctionsIn } from "./corrections.ts";
import type { CataloguedFile } from "./data/catalogue.ts";
import { type NamedTable, tablesOf } from "./data/tables.ts";
import { searchWords } from "./searchText.ts";
import type { SiteDocument, SiteRest } from "./site.ts";

/** What all other pages and files know of a document: it stays when the document is let go, so it must weigh little. */
export type DocumentDigest = {
  readonly entry: DocumentEntry;
  /** Its title as it prints it. */
  readonly title: string;
  readonly corrections: readonly Correction[];
  /** What a search finds it by beside its title. */
  readonly words: string;
  readonly tables: readonly Pick<NamedTable, "id" | "title">[];
  /** Its CSV files. */
  readonly catalogued: readonly CataloguedFile[];
  /** Of a Performance Summary what the home page says of it, if it is the latest. */
  readonly summary: SummaryWords | null;
};

/** What the site is made of, with digests of its documents. */
export type DigestedInput = SiteRest & { readonly documents: readonly DocumentDigest[] };

/** @param tables its CSV files */
export function digestOf(
  one: Omit<SiteDocument, "told" | "drawings">,
  tables: readonly CataloguedFile[],
  input: Pick<SiteRest, "facts" | "releasedFigures" | "shownSince" | "today">,
): DocumentDigest {
  const { view } = one;
  return {
    entry: entryOf(one, input.facts),
    title: fullTitle(view),
    corrections: correctionsIn(one, input),
    words: searchWords(view),
    tables: tablesOf(view).map(({ id, title }) => ({ id, title })),
    catalogued: tables.map(({ path, name, title, description, columns }) => ({
      path,
      name,
      title,
      description,
      columns,
    })),
    summary: isFlowView(view) ? null : summaryWords(view),
  };
}

const summaryWords = ({
  panelPage: { lead, exceptions },
  paper: { title, subtitle },
}: SummaryView): SummaryWords => ({ lead, exceptions, title, subtitle });

function entryOf(
  one: Pick<SiteDocument, "path" | "document" | "date" | "view" | "register" | "pdf" | "pages">,
  facts: Facts,
): DocumentEntry {
  const { view } = one;
  const flow = isFlowView(view);
  return {
    path: one.path,
    document: one.document,
    title: titleOf(one, facts),
    date: one.date,
    kind: flow ? view.kind : "summary",
    body: flow ? view.organisation : bodyName(facts.organisation, view.paper.organisation),
    draft: flow ? view.draft : view.paper.draft,
    page: documentAddress(one, meetingIds(facts)),
    pdf: {
      text: flow ? `Download ${view.title}` : `Download the ${view.paper.title}`,
      address: pdfAddress(one),
      detail: pdfWords(one.pdf.length, one.pages),
    },
    measures: new Set(one.register.printed().map(({ reference }) => reference.measure)),
  };
}

/** What a document is called among others: "questions and actions" are many, and say of what. */
function titleOf({ path, view }: Pick<SiteDocument, "path" | "view">, facts: Facts): string {
  const title = fullTitle(view);
  return isFlowView(view) && view.kind === "questions" ? `${title}: ${folderTitle(facts, path)}` : title;
}
