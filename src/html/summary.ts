import { notApplicable } from "../document/format.ts";
import type { FlagView, GridView, SectionView, SummaryView } from "../document/views.ts";
import { html, meaningOf, runsOf, withIcon } from "./blocks.ts";
import type { Drawings, Style } from "./drawings.ts";
import { lineHtml } from "./markdown.ts";
import { pagePlaceholder, pageRules } from "./pages.ts";
import { heardAs, noteNumber, stopAfter, withHeardSigns } from "./signs.ts";
import { compileTemplates } from "./templates.ts";

/** The Performance Summary as HTML; page numbers are placeholders until `fillPages`. */
export function summaryHtml(view: SummaryView, drawings: Drawings, style: Style): string {
  const fill = compileTemplates(style.templates, { pageOf: pagePlaceholder, stopAfter }, style.compiled);
  const { paper, panelPage, grid, sections, method } = view;
  const filled = fill("summary.hbs", {
    css: `${style.css}\n${pageRules(paper, sections)}`,
    paper: { ...paper, details: detailsOf(view) },
    key: keyOf(drawings),
    panelPage: {
      ...panelPage,
      exceptions: panelPage.exceptions.map((e) => ({ ...e, flag: withIcon(e.flag, drawings) })),
      runs: runsOf(panelPage.blocks, drawings),
    },
    grid: gridData(grid, drawings),
    sections: sections.map((section) => sectionData(section, drawings)),
    method: { title: method.title, runs: runsOf(method.blocks, drawings) },
  });
  return withHeardSigns(filled);
}

export function detailsOf({ paper }: SummaryView): { name: string; text: string }[] {
  const rows: [string, string | null][] = [
    ["Author", paper.author],
    ["Date", paper.date],
    ["Version", paper.version],
    ["Data to", paper.cutOff],
    ["Reference", paper.urn],
    ["Marking", paper.marking],
  ];
  return rows.flatMap(([name, text]) => (text === null ? [] : [{ name, text }]));
}

export function keyOf(drawings: Drawings): { icon: string; text: string }[] {
  const flag = (signal: FlagView["signal"], side: FlagView["side"], hollow = false): string =>
    drawings.flagIcon({ signal, side, hollow });
  return [
    { icon: drawings.commonCauseIcon(), text: "Inside the expected range" },
    { icon: flag("concern", "high"), text: "Exceptional, and worse" },
    { icon: flag("improvement", "low"), text: "Exceptional, and better" },
    { icon: flag("neutral", "high"), text: "Exceptional, neither better nor worse" },
    { icon: flag("concern", "high", true), text: "Hollow: in one policing area only" },
    { icon: drawings.targetIcon("met"), text: "Target met" },
    { icon: drawings.targetIcon("missed"), text: "Target missed" },
    { icon: drawings.targetIcon("varies"), text: "Target met in some months" },
  ];
}

function sectionData(section: SectionView, drawings: Drawings): object {
  const { headline } = section;
  const { verdict } = headline;
  return {
    ...section,
    headline: {
      ...headline,
      differenceCount: headline.differences.length,
      verdict: verdict === null ? null : verdictData(verdict, drawings),
    },
    areasHtml: section.areas === null ? null : html(section.areas),
    signsTitle: section.signs.length === 1 ? "Sign of improvement" : "Signs of improvement",
    runs: runsOf(section.blocks, drawings),
    manyNotes: section.notes.length > 1,
    notes: section.notes.map((note) => ({ id: note.id, html: lineHtml(note.prose.markdown) })),
  };
}

type Verdict = NonNullable<SectionView["headline"]["verdict"]>;

export const verdictData = (verdict: Verdict, drawings: Drawings): object => ({
  ...verdict,
  icon: verdictIcon(verdict, drawings),
  means: verdict.flag === null ? null : meaningOf(verdict.flag),
  noteNumber: verdict.note === null ? "" : noteNumber(verdict.note.number),
});

function verdictIcon({ flag, target }: Verdict, drawings: Drawings): string {
  if (target !== null) return drawings.targetIcon(target.verdict);
  return flag === null ? drawings.commonCauseIcon() : drawings.flagIcon(flag);
}

const none = heardAs(notApplicable, "none");

export function gridData(grid: GridView, drawings: Drawings): object {
  return {
    ...grid,
    caption: grid.title,
    summaryHtml: lineHtml(grid.summary),
    groups: grid.groups.map(({ priority, rows }) => ({
      rows: rows.map((row, i) => ({
        ...row,
        priority,
        first: i === 0,
        groupSize: rows.length,
        rowClass: row.flag === null ? null : row.flag.hollow ? "area" : "out",
        drawing: typeof row.strip === "string" ? null : drawings.strip(row.strip),
        stripText: typeof row.strip === "string" ? row.strip : "",
        flag: row.flag === null ? null : withIcon(row.flag, drawings),
        noAverage: row.average === notApplicable,
        none,
        included: row.included.endsWith("*")
          ? heardAs(row.included, `${row.included.slice(0, -1)}, and whenever exceptional`)
          : row.included,
        target: row.target === null ? null : { ...row.target, icon: drawings.targetIcon(row.target.verdict) },
      })),
    })),
  };
}
