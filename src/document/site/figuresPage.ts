import type { Figure } from "../../figures/figure.ts";
import type { Register } from "../../figures/register.ts";
import { measureOf } from "../asked.ts";
import type { DocumentView } from "../worded.ts";
import { addresses, measureAddress } from "./addresses.ts";
import { type ComputedRow, canBeTold, computedId, computedRows } from "./computed.ts";
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

/** A figure that is no more than a value of the data. */
const isPlain = ({ reference }: Figure): boolean =>
  reference.statistic === "value" && reference.period !== null;

/** The address of the page that tells how a document's figures were computed; null where it prints none. */
export const figuresAddress = ({ page }: DocumentEntry, register: Register): string | null =>
  register.printed().some(canBeTold) ? `${page}figures/` : null;

/** What a page's figures were printed as while it was set, by their names. */
export type PrintedWords = ReadonlyMap<string, ReadonlySet<string>>;

/** The links of a page's figures to the page at that address, and what each of those that were linked is printed as. */
export function printedFigures(
  register: Register,
  address: string | null,
): { readonly link: (name: string, words: string) => string | null; readonly words: PrintedWords } {
  const known = new Set(
    register
      .printed()
      .filter(canBeTold)
      .map(({ name }) => name),
  );
  const words = new Map<string, Set<string>>();
  const link = (name: string, text: string): string | null => {
    if (address === null || !known.has(name)) return null;
    words.set(name, (words.get(name) ?? new Set()).add(text));
    return `${address}#${computedId(name)}`;
  };
  return { link, words };
}

/** Every computed figure of the paper, and each value of the data that its page prints: those that only a chart draws stand with the data. */
const toldFigures = (register: Register, words: PrintedWords): Figure[] =>
  register.printed().filter((figure) => canBeTold(figure) && (!isPlain(figure) || words.has(figure.name)));

export function figuresPage(
  of: Pick<DocumentPageView<DocumentView>, "title" | "address" | "part" | "crumbs">,
  address: string,
  register: Register,
  words: PrintedWords,
): FiguresPageView {
  const figures = toldFigures(register, words);
  const ids = [...new Set(figures.map(({ reference }) => reference.measure))];
  const title = "How its figures were computed";
  return {
    address,
    title,
    description: `${title}: ${of.title}.`,
    part: of.part,
    crumbs: [...of.crumbs, { text: of.title, address: of.address }],
    lead: `Every figure that ${of.title} prints, with its formula: figures on its page lead here. Values that its charts draw and no words print stand on the page of their measure.`,
    method: addresses.howFiguresAreMade,
    measures: ids.map((id) => ({
      id,
      title: measureOf(register, id).title,
      page: measureAddress(id),
      computed: computedRows(
        figures.filter(({ reference }) => reference.measure === id),
        register,
        words,
      ),
    })),
  };
}
