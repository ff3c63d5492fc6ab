import type { Figure } from "../../figures/figure.ts";
import type { Register } from "../../figures/register.ts";
import { measureOf } from "../asked.ts";
import type { DocumentView } from "../worded.ts";
import { addresses, measureAddress } from "./addresses.ts";
import { type ComputedRow, computedRows } from "./computed.ts";
import type { DocumentEntry } from "./context.ts";
import type { DocumentPageView } from "./documentPage.ts";
import type { PageView } from "./page.ts";

/** How the figures of a document were computed, measure by measure. */
export type FiguresPageView = PageView & {
  readonly lead: string;
  readonly method: string;
  readonly measures: readonly {
    readonly id: string;
    readonly title: string;
    readonly page: string;
    readonly computed: readonly ComputedRow[];
  }[];
};

/** A figure that is no more than a value of the data: its measure's page and data have it. */
const isPlain = ({ reference }: Figure): boolean =>
  reference.statistic === "value" && reference.period !== null;

/** The figures of a document that are more than a value of the data. */
export const computedFigures = (register: Register): Figure[] =>
  register.printed().filter((figure) => !isPlain(figure) && figure.formula !== "");

/** The address of the page that tells how a document's figures were computed; null where there is nothing to tell. */
export const figuresAddress = ({ page }: DocumentEntry, register: Register): string | null =>
  computedFigures(register).length === 0 ? null : `${page}figures/`;

export function figuresPage(
  of: Pick<DocumentPageView<DocumentView>, "title" | "address" | "part" | "crumbs">,
  address: string,
  register: Register,
): FiguresPageView {
  const figures = computedFigures(register);
  const ids = [...new Set(figures.map(({ reference }) => reference.measure))];
  const title = "How its figures were computed";
  return {
    address,
    title,
    description: `${title}: ${of.title}.`,
    part: of.part,
    crumbs: [...of.crumbs, { text: of.title, address: of.address }],
    lead: `Every figure of ${of.title} that is computed, with its formula. Figures that are values of the data stand on the page of their measure.`,
    method: addresses.howFiguresAreMade,
    measures: ids.map((id) => ({
      id,
      title: measureOf(register, id).title,
      page: measureAddress(id),
      computed: computedRows(
        figures.filter(({ reference }) => reference.measure === id),
        register,
      ),
    })),
  };
}
