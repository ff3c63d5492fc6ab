import type { FlowView } from "../document/papers/views.ts";
import type { PaperView } from "../document/views.ts";

/** Where a page number goes once the pages are known; two figures wide, so that filling it in moves nothing. */
export const pagePlaceholder = (id: string): string => `<!--page ${id}-->00<!--/page-->`;

/** The HTML with every page number filled in. Throws when a number is asked for an id that has no page: our bug. */
export function fillPages(html: string, pages: ReadonlyMap<string, number>): string {
  return html.replace(/<!--page ([\w-]+)-->00<!--\/page-->/g, (_, id: string) => {
    const page = pages.get(id);
    if (page === undefined) throw new Error(`no page is known for #${id}`);
    return String(page);
  });
}

/** What stands in the margins of a page; `left` in the running head. */
type Furniture = {
  readonly left: string;
  /** The marking, and before it DRAFT until the paper is released. */
  readonly right: string;
  readonly foot: string;
  /** Content of the last box: the paper's own page number with its name. */
  readonly number: string;
};
/** A4 upright or across: its margins, and how far its furniture is moved towards the text. */
type Sheet = { readonly size: string; readonly margins: string; readonly near: string };

/** Width of the page area: A4 less its margins. */
export const portraitWidthMm = 170;
export const landscapeWidthMm = 269;
const portrait: Sheet = { size: "A4", margins: "23mm 18mm 21mm 22mm", near: "3mm" };
const landscape: Sheet = { size: "A4 landscape", margins: "15mm 14mm 13mm 14mm", near: "2mm" };
/** Across, in a paper that a pack may hold: room above the marking for the pack's stamp, and below for its page number. */
const across: Sheet = { size: "A4 landscape", margins: "20mm 14mm 18mm 14mm", near: "6mm" };

/** One @page rule for each section and its landscape twin: size, margins, running head, marking, page number. */
export function pageRules(
  paper: PaperView,
  sections: readonly { readonly id: string; readonly title: string }[],
): string {
  const furniture = (left: string): Furniture => ({
    left,
    right: rightWords(paper),
    foot: paper.urn === null ? paper.version : `URN ${paper.urn}`,
    number: `${css(`${paper.pageName} `)} counter(page)`,
  });
  const titled = [
    { id: "panel", title: "For members of the panel" },
    ...sections,
    { id: "method", title: "Sources and method" },
  ];
  const rules = titled.flatMap(({ id, title }) => {
    const words = furniture(`${paper.running}  |  ${title}`);
    return [
      `#${id} { page: p-${id}; } #${id} .landscape { page: l-${id}; }`,
      pageRule(`p-${id}`, portrait, words),
      pageRule(`l-${id}`, landscape, words),
    ];
  });
  return [
    pageRule("", portrait, furniture("")),
    "#grid { page: p-grid; }",
    pageRule("p-grid", landscape, furniture(paper.running)),
    ...rules,
  ].join("\n");
}

/** The kinds whose every page lies across. */
export const liesAcross = ({ kind }: FlowView): boolean => kind === "slides" || kind === "work-programme";

/**
 * The @page rules of a paper that a pack may hold: upright and across, the middle of the foot free for the pack's own number, and
 * 8 mm above the marking free for its stamp. A letter's first page has its letterhead instead of a running head.
 */
export function paperPageRules(view: FlowView): string {
  const furniture: Furniture = {
    left: view.running,
    right: rightWords(view),
    foot: view.urn === null ? view.footLeft : `URN ${view.urn}`,
    number: `${css(`${view.pageName} `)} counter(page)${view.ofPages ? ' " of " counter(pages)' : ""}`,
  };
  return [
    pageRule("", liesAcross(view) ? across : portrait, furniture),
    ".landscape { page: across; }",
    pageRule("across", across, furniture),
    ...["", "across"].map((name) => `@page ${name} { @bottom-center { content: ""; width: 24mm; } }`),
    ...(view.letter === null ? [] : ["@page :first { @top-left { content: none; } }"]),
  ].join("\n");
}

function pageRule(selector: string, { size, margins, near }: Sheet, words: Furniture): string {
  const quiet = "font-size: 9pt; color: #47545f;";
  const boxes = [
    `@top-left { content: ${css(words.left)}; ${quiet} padding-top: ${near}; white-space: nowrap; }`,
    "@top-center { content: none; }",
    `@top-right { content: ${css(words.right)}; white-space: nowrap; font-size: 9pt; font-weight: 700; letter-spacing: .06em; padding-top: ${near}; }`,
    `@bottom-left { content: ${css(words.foot)}; ${quiet} padding-bottom: ${near}; }`,
    `@bottom-right { content: ${words.number}; ${quiet} padding-bottom: ${near}; }`,
  ];
  return `@page ${selector} { size: ${size}; margin: ${margins}; ${boxes.join(" ")} }`;
}

const rightWords = ({ draft, marking }: Pick<PaperView, "draft" | "marking">): string =>
  [...(draft ? ["DRAFT"] : []), ...(marking === null ? [] : [marking])].join("  |  ");

/** A CSS string: quotes and backslashes escaped, and nothing that could end the style element. */
const css = (text: string): string =>
  `"${text.replace(/[\\"<>\n]/g, (c) => `\\${(c.codePointAt(0) ?? 32).toString(16)} `)}"`;

/**
 * The @page rule of the sheets that a pack adds (front sheet, restricted and blank sheets): A4 upright as the papers are, nothing in the
 * head, whose right is the stamp's, and the middle of the foot free for the pack's number.
 */
export const sheetPageRule = (left: string, right: string): string =>
  [
    "@page { size: A4; margin: 20mm 18mm 21mm 22mm;",
    `@bottom-left { content: ${css(left)}; font-size: 9pt; color: #47545f; padding-bottom: 3mm; white-space: nowrap; }`,
    '@bottom-center { content: ""; width: 24mm; }',
    `@bottom-right { content: ${css(right)}; font-size: 9pt; color: #47545f; padding-bottom: 3mm; white-space: nowrap; } }`,
  ].join(" ");
