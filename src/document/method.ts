import { fewRespondents } from "../analysis/chartChoice.ts";
import { leastForMean } from "../analysis/segments.ts";
import type { NoChartReason } from "../analysis/seriesChart.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { ChartSegment } from "../figures/chart.ts";
import type { Register } from "../figures/register.ts";
import type { PageSource } from "../model/facts.ts";
import { measureOf } from "./asked.ts";
import { blockViews, type Numbering } from "./blocks.ts";
import { cell, head } from "./cells.ts";
import { chartNames } from "./chartWords.ts";
import { noNotes, refusedNotes } from "./notes.ts";
import { shortPeriod } from "./periods.ts";
import { readBlocks } from "./readBlocks.ts";
import type { BlockView, RowView, SummaryView } from "./views.ts";
import { capitalised } from "./words.ts";

/** Sources and method: what the author wrote, then a table of every measure that the paper prints. */
export function methodView(
  register: Register,
  source: PageSource<{ readonly title: string }>,
  measures: readonly string[],
  numbering: Numbering,
  problems: Diagnostic[],
): SummaryView["method"] {
  problems.push(...refusedNotes(source.markdown.blocks));
  const blocks = blockViews(
    readBlocks(source.markdown.blocks, register.facts, problems),
    source.id,
    { register, notes: noNotes, problems },
    numbering,
  );
  return { title: source.head.title, blocks: [...blocks, sourcesTable(register, measures, numbering)] };
}

function sourcesTable(register: Register, measures: readonly string[], numbering: Numbering): BlockView {
  numbering.table += 1;
  return {
    kind: "table",
    id: `table-${numbering.table}`,
    landscape: false,
    title: `Table ${numbering.table}. Where each figure comes from`,
    what: "Source, latest period, and the chart with the months that its average and limits rest on",
    table: {
      head: [
        [
          head("Measure", { align: "left" }),
          head("Source", { align: "left" }),
          head("Latest", { align: "left" }),
          head("Chart and limits", { align: "left" }),
        ],
      ],
      rows: [...measures]
        .sort((a, b) => (measureOf(register, a).title < measureOf(register, b).title ? -1 : 1))
        .map((id) => sourceRow(register, id)),
      widths: [30, 31, 14, 25],
      size: "wide",
    },
  };
}

function sourceRow(register: Register, id: string): RowView {
  const { title, source, periods } = measureOf(register, id);
  const { latest } = register.series(id);
  const segment = latest === null ? null : (register.chart(id, "force", null)?.segmentAt(latest) ?? null);
  const left = { align: "left" } as const;
  const window = segment === null ? noLimits(register, id) : limitsRestOn(register, id, segment);
  return {
    head: title,
    detail: null,
    kind: "row",
    cells: [
      cell(source.system, left),
      cell(latest === null ? "–" : capitalised(shortPeriod(periods, latest)), left),
      cell(window, { ...left, quiet: segment === null }),
    ],
  };
}

/** "XmR chart, 36 months from Jan 2017", with the measure's own reason where it chose the chart itself. */
function limitsRestOn(register: Register, id: string, { values, start }: ChartSegment): string {
  const { periods } = measureOf(register, id);
  const chart = register.chart(id, "force", null);
  if (values.length < leastForMean || chart === null) return "no average yet";
  const name = `${chartNames[chart.chart].replace(/^an? /, "")}${chart.seasonTakenOut ? ", seasons taken out" : ""}`;
  const window = `${values.length} ${periods}s from ${shortPeriod(periods, start)}`;
  return `${name}, ${window}${chart.why === null ? "" : `. ${chart.why}`}`;
}

/** Why there are no limits: the measure's own reason, or the rule. */
function noLimits(register: Register, id: string): string {
  const { chart } = measureOf(register, id);
  const reasons: Readonly<Record<NoChartReason, string>> = {
    line: chart?.why ?? "",
    "few-respondents": `Fewer than ${fewRespondents} answers a month.`,
    "mean-below-1": "Fewer than one a month on average.",
    rolling: "Each value shares months with the one before.",
  };
  const reason = register.noChartReason(id);
  return reason === null ? "No limits" : `No limits. ${reasons[reason]}`;
}
