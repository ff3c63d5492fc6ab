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

type Running = { readonly selector: string; readonly left: string; readonly landscape: boolean };

/** Width of the page area: A4 less its margins. */
export const portraitWidthMm = 170;
export const landscapeWidthMm = 269;
const portraitMargins = "23mm 18mm 21mm 22mm";
const landscapeMargins = "15mm 14mm 13mm 14mm";

/** One @page rule for each section and its landscape twin: size, margins, running head, marking, page number. */
export function pageRules(
  paper: PaperView,
  sections: readonly { readonly id: string; readonly title: string }[],
): string {
  const titled = [
    { id: "panel", title: "For members of the panel" },
    ...sections,
    { id: "method", title: "Sources and method" },
  ];
  const rules = titled.flatMap(({ id, title }) => {
    const left = `${paper.running}  |  ${title}`;
    return [
      `#${id} { page: p-${id}; } #${id} .landscape { page: l-${id}; }`,
      pageRule(paper, { selector: `p-${id}`, left, landscape: false }),
      pageRule(paper, { selector: `l-${id}`, left, landscape: true }),
    ];
  });
  const grid = pageRule(paper, { selector: "p-grid", left: paper.running, landscape: true });
  return [
    pageRule(paper, { selector: "", left: "", landscape: false }),
    "#grid { page: p-grid; }",
    grid,
    ...rules,
  ].join("\n");
}

function pageRule(paper: PaperView, { selector, left, landscape }: Running): string {
  const near = landscape ? "2mm" : "3mm";
  const quiet = "font-size: 9pt; color: #47545f;";
  const boxes = [
    `@top-left { content: ${css(left)}; ${quiet} padding-top: ${near}; white-space: nowrap; }`,
    "@top-center { content: none; }",
    `@top-right { content: ${css(rightWords(paper))}; white-space: nowrap; font-size: 9pt; font-weight: 700; letter-spacing: .06em; padding-top: ${near}; }`,
    `@bottom-left { content: ${css(paper.urn === null ? paper.version : `URN ${paper.urn}`)}; ${quiet} padding-bottom: ${near}; }`,
    `@bottom-right { content: ${css(`${paper.pageName} `)} counter(page); ${quiet} padding-bottom: ${near}; }`,
  ];
  const size = landscape ? "A4 landscape" : "A4";
  return `@page ${selector} { size: ${size}; margin: ${landscape ? landscapeMargins : portraitMargins}; ${boxes.join(" ")} }`;
}

/** The marking, and before it DRAFT until the paper is released. */
const rightWords = ({ draft, marking }: PaperView): string =>
  [...(draft ? ["DRAFT"] : []), ...(marking === null ? [] : [marking])].join("  |  ");

/** A CSS string: quotes and backslashes escaped, and nothing that could end the style element. */
const css = (text: string): string =>
  `"${text.replace(/[\\"<>\n]/g, (c) => `\\${(c.codePointAt(0) ?? 32).toString(16)} `)}"`;
