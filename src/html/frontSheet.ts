import type { AgendaRow, FrontSheetView, RestrictedSheetView } from "../document/pack/views.ts";
import type { Style } from "./drawings.ts";
import { lineHtml, proseHtml } from "./markdown.ts";
import { pagePlaceholder, sheetPageRule } from "./pages.ts";
import { qrCode } from "./qrCode.ts";
import { rangePlaceholder } from "./ranges.ts";
import { compileTemplates } from "./templates.ts";

/** Links of a front sheet to the pages of its pack have this before the line's key; the pack resolves them when it links. */
export const packScheme = "pack:";

/**
 * The front sheet of a pack as HTML. Ranges are placeholders until `fillRanges`, and the pages of the sheet's own parts until
 * `fillPages`; an item with pages leads to `pack:<key>`.
 */
export function frontSheetHtml(view: FrontSheetView, style: Style): string {
  const { changes, papers, exclusion, futureMeetings } = view;
  return filled("front.hbs", view, style, {
    view,
    worded: view.rows.some(({ cell }) => cell.range && cell.said !== null),
    forThisMeeting: [exclusion, futureMeetings, papers].some((part) => part !== null),
    dense: view.rows.length + view.rows.flatMap(({ texts }) => texts).length > mostRoomy,
    rows: view.rows.map(rowData),
    changes: changes === null ? null : { ...changes, urgency: proseHtml(changes.urgency.markdown) },
    papers: papers === null ? null : { ...papers, code: papers.url === null ? null : qrCode(papers.url) },
    notices: view.notices.map(({ title, prose }) => ({ title, html: proseHtml(prose.markdown) })),
  });
}

/** Lines of an agenda up to which its first page holds them all, set roomily. */
const mostRoomy = 22;

/** The sheet that stands in for the papers of a restricted item, however many pages they have. */
export const restrictedSheetHtml = (view: RestrictedSheetView, style: Style): string =>
  filled("sheet.hbs", view, style, { view });

/** The page that is left blank so that the next paper starts on an odd one. */
export const blankSheetHtml = (style: Style): string =>
  filled("blank.hbs", { footLeft: "", footRight: "" }, style, {});

type Furniture = Pick<FrontSheetView, "footLeft" | "footRight">;

function filled(template: string, { footLeft, footRight }: Furniture, style: Style, data: object): string {
  const fill = compileTemplates(
    style.templates,
    { pageOf: pagePlaceholder, rangeOf: rangePlaceholder },
    style.compiled,
  );
  return fill(template, {
    ...data,
    css: `${style.css}\n${style.packCss}\n${sheetPageRule(footLeft, footRight)}`,
  });
}

const levelNames = ["item", "sub", "sub third"] as const;

function rowData({ key, level, label, title, texts, linked, cell }: AgendaRow): object {
  return {
    key,
    kind: levelNames[level - 1],
    label,
    title,
    texts: texts.map(({ markdown }) => lineHtml(markdown)),
    href: linked ? `${packScheme}${key}` : null,
    ...cell,
    empty: cell.said === null && !cell.range && cell.part === null,
  };
}
