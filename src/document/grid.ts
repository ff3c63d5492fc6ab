import type { NoChartReason } from "../analysis/seriesChart.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { MeasureChart } from "../figures/chart.ts";
import type { Register } from "../figures/register.ts";
import { ask, measureOf } from "./asked.ts";
import { areaFlags, forceFlag, latestExceptional, signalOf, targetView } from "./flags.ts";
import { notApplicable } from "./format.ts";
import { inclusionWords, isIncluded } from "./inclusion.ts";
import { noNotes } from "./notes.ts";
import { monthName, monthsWords, periodLabel } from "./periods.ts";
import { fillPlain, insideQuotes } from "./prose.ts";
import type { SectionSource } from "./section.ts";
import { toldFigure, toldMarked } from "./told.ts";
import type { FlagView, GridRowView, GridView, StripView } from "./views.ts";
import { capitalised, listed, lowered, numberWord } from "./words.ts";

/** The summary grid: a row a section, each measure on its own limits' scale, so that what leaves the grey column is exceptional. */
export function gridView(
  register: Register,
  sections: readonly SectionSource[],
  problems: Diagnostic[],
): GridView {
  const rows = sections.map((section) => ({
    section,
    priority: measureOf(register, section.head.measure).priority,
    row: gridRow(register, section, problems),
  }));
  const priorities = register.facts.organisation.priorities.filter((p) =>
    rows.some((r) => r.priority === p.id),
  );
  return {
    title: `${monthName(register.month)} in one page`,
    summary: summaryOf(register, sections),
    groups: priorities.map((p) => ({
      priority: p.title,
      rows: rows.filter((r) => r.priority === p.id).map((r) => r.row),
    })),
    note: noteOf(register, sections),
  };
}

function noteOf(register: Register, sections: readonly SectionSource[]): GridView["note"] {
  const rest = "Averages and limits rest partly on estimated months.";
  return [
    {
      text: `Latest is ${periodLabel("month", register.month)} unless said otherwise.`,
      seenOnly: false,
    },
    { text: "Dot: latest; tail: month before.", seenOnly: true },
    ...(anyEstimated(register, sections) ? [{ text: rest, seenOnly: false }] : []),
    { text: "* And whenever exceptional. – not applicable, [x] not available.", seenOnly: true },
  ];
}

/** Whether a measure of the grid has a month that was never published. */
const anyEstimated = (register: Register, sections: readonly SectionSource[]): boolean =>
  sections.some(({ head }) =>
    register.series(head.measure).facts.observations.some((o) => o.status === "estimated"),
  );

function gridRow(
  register: Register,
  { id, head, markdown }: SectionSource,
  problems: Diagnostic[],
): GridRowView {
  const measure = measureOf(register, head.measure);
  const flags = [forceFlag(register, head.measure), ...areaFlags(register, head.measure)].filter(
    (f) => f !== null,
  );
  const know = fillPlain(head.know, insideQuotes(markdown.frontMatter.placeOf(["know"])), {
    register,
    notes: noNotes,
    problems,
  });
  return {
    name: nameOf(register, measure.title, head.measure),
    latest: toldFigure(ask(register, head.measure)),
    before: toldMarked(ask(register, head.measure, { statistic: "previous" })),
    average: averageText(register, head.measure),
    strip: stripView(register, head.measure),
    flag: gridFlag(flags),
    target: targetView(register, head.measure),
    know,
    included: inclusionWords[head.include],
    section: isIncluded(register, head) ? id : null,
  };
}

/** The force's own flag before those of its areas; the words name whom it concerns. */
function gridFlag(flags: readonly FlagView[]): FlagView | null {
  const first = flags.find((f) => !f.hollow) ?? flags[0];
  if (first === undefined) return null;
  return first.hollow
    ? { ...first, text: flags.map((f) => f.text).join(", ") }
    : { ...first, text: `Force ${first.side}` };
}

/** The title, with the period where it is not the month of the paper. */
function nameOf(register: Register, title: string, id: string): string {
  const { periods } = measureOf(register, id);
  const { latest } = register.series(id);
  if (
    latest === null ||
    (periods === "month" && latest === register.month) ||
    periods === "week" ||
    periods === "date"
  )
    return title;
  return `${title}, ${periods === "month" ? monthName(latest) : periodLabel(periods, latest)}`;
}

function averageText(register: Register, id: string): string {
  const mean = ask(register, id, { statistic: "mean" });
  return mean.value === null ? notApplicable : toldFigure(mean);
}

/** Most that the strip shows beyond a limit, in half widths of the limits. */
const edge = 1.5;

function stripView(register: Register, id: string): StripView | string {
  const measure = measureOf(register, id);
  const chart = register.chart(id, "force", null);
  const [value, before] = [ask(register, id), ask(register, id, { statistic: "previous" })];
  if (value.value === null || value.period === null || !chart?.hasLimits(value.period))
    return noStrip(register, id);
  const now = placeAt(chart, value.period, value.value);
  const side = latestExceptional(register, id, "force");
  const where =
    side !== null
      ? `${side === "high" ? "above the upper" : "below the lower"} limit`
      : `inside, ${Math.abs(now) < 0.05 ? "on" : now > 0 ? "above" : "below"} ${chart.seasonTakenOut ? "the month’s usual level" : "average"}`;
  return {
    now,
    before:
      before.value === null || before.period === null ? null : placeAt(chart, before.period, before.value),
    signal: side === null ? "none" : signalOf(measure.improvementDirection, side),
    side,
    alt: where,
  };
}

/** Where a value lies between the middle of its month (0) and its limits (-1 and 1). */
function placeAt(chart: MeasureChart, period: string, value: number): number {
  const { centre = value, ucl = null } = chart.levelsAt(period) ?? {};
  const place = ucl === null || ucl === centre ? 0 : (value - centre) / (ucl - centre);
  return Math.max(-edge, Math.min(edge, place));
}

/** Why a measure has no strip, in a few words. */
function noStrip(register: Register, id: string): string {
  const { periods, unit, survey } = measureOf(register, id);
  const words = {
    week: "weekly count",
    "year-to": "survey, twelve months",
    date: "not a monthly count",
    range: "year to date",
    quarter: "quarterly figure",
    month: "too few months",
  } as const;
  const reasons: Readonly<Record<NoChartReason, string>> = {
    line: unit === "percent" ? "percentage, no limits" : "no average set",
    "few-respondents": "few answers a month",
    "mean-below-1": "fewer than one a month",
    rolling: "rolling months, no limits",
  };
  if (periods !== "month") return words[periods];
  if (survey !== undefined)
    return survey.months === 1 ? "survey, no limits" : `survey, ${monthsWords(survey.months)}`;
  const reason = register.noChartReason(id);
  return reason === null ? words.month : reasons[reason];
}

/** "One of 28 measures is exceptional for the force: … Three are exceptional in one policing area: …" */
function summaryOf(register: Register, sections: readonly SectionSource[]): string {
  const measures = [...new Set(sections.map((s) => s.head.measure))];
  const force = measures.flatMap((id) => {
    const flag = forceFlag(register, id);
    return flag === null ? [] : [`${lowered(measureOf(register, id).title)}, ${flag.side}`];
  });
  const areas = measures
    .filter((id) => forceFlag(register, id) === null)
    .flatMap((id) => {
      const flags = areaFlags(register, id);
      return flags.length === 0
        ? []
        : [
            `${lowered(measureOf(register, id).title)} (${flags.map((f) => f.text.replace(" ", ", ")).join("; ")})`,
          ];
    });
  const first =
    force.length === 0
      ? `None of ${measures.length} measures is exceptional for the force.`
      : `${capitalised(numberWord(force.length))} of ${measures.length} measures ${force.length === 1 ? "is" : "are"} exceptional for the force: ${listed(force)}.`;
  if (areas.length === 0) return `**${first}**`;
  return `**${first}** ${capitalised(numberWord(areas.length))} ${areas.length === 1 ? "is" : "are"} exceptional in a policing area only: ${listed(areas)}.`;
}
