import type { Register } from "../../figures/register.ts";
import { areaName, ask, lastPeriods, measureOf } from "../asked.ts";
import { formatFigure, notAvailable } from "../format.ts";
import { estimatedNote } from "../generatedNotes.ts";
import type { NoteNumbers } from "../notes.ts";
import { periodLabel } from "../periods.ts";
import type { BarsChartView } from "../views.ts";
import { capitalised, countedPhrase, listed, lowered } from "../words.ts";
import { type Drawn, sizes } from "./drawn.ts";
import { subjectWords } from "./heard.ts";

export type BarsAsked = {
  readonly measure: string;
  readonly area: string;
  readonly top: number | null;
  readonly withYearAgo: boolean;
  /** In the order of the measure's file, for categories such as ages, instead of by size. */
  readonly ordered: boolean;
};

/** Categories ranked by the latest number, a bar for the latest period, the one before and, if asked, the same a year ago. */
export function barsDrawing(
  register: Register,
  { measure: id, area, top, withYearAgo, ordered }: BarsAsked,
  notes: NoteNumbers,
): Drawn | null {
  const measure = measureOf(register, id);
  const [before, latest] =
    lastPeriods(register, id, 2).length === 2
      ? lastPeriods(register, id, 2)
      : [undefined, ...lastPeriods(register, id, 1)];
  if (latest === undefined) return null;
  const yearAgo = withYearAgo
    ? ask(register, id, { area, category: measure.categories[0]?.id ?? null, statistic: "yearAgo" }).period
    : null;
  const periods = [latest, before, yearAgo].filter((p) => p !== undefined && p !== null);
  const value = (category: string, period: string) => ask(register, id, { area, category, period });
  const kept = periods.filter((p) => measure.categories.some((c) => value(c.id, p).value !== null));
  if (kept.length === 0) return null;
  const ranked = [...measure.categories]
    .sort((a, b) => (ordered ? 0 : (value(b.id, latest).value ?? 0) - (value(a.id, latest).value ?? 0)))
    .slice(0, top ?? undefined);
  const rows = ranked.map((c) => ({
    name: c.title,
    bars: kept.map((period) => {
      const figure = value(c.id, period);
      return {
        value: figure.value,
        text: barText(register, id, area, c.id, period),
        estimated: figure.status === "estimated",
      };
    }),
  }));
  const hollow = rows.some((r) => r.bars.some((b) => b.estimated));
  const note = notes.find(estimatedNote);
  const chart: BarsChartView = {
    kind: "bars",
    id: `${id}${area === "force" ? "" : `-${area}`}-bars`,
    width: sizes.bars.width,
    height:
      sizes.bars.above + rows.length * (sizes.bars.group + kept.length * sizes.bars.row) + (hollow ? 14 : 0),
    alt: altText(
      `${subjectWords(register, lowered(measure.title), area)}${ordered ? "" : ", largest first"}${hollow ? ", partly estimated" : ""}`,
      kept.map((p) => periodLabel(measure.periods, p)),
      rows,
    ),
    max: Math.max(...rows.flatMap((r) => r.bars.map((b) => b.value ?? 0))),
    periodNames: kept.map((p) => capitalised(periodLabel(measure.periods, p))),
    rows,
    hollowText: hollow ? `Hollow: estimated${note === null ? "" : ` (note ${note.number})`}` : null,
  };
  const first = rows[0];
  return {
    title:
      first === undefined
        ? measure.title
        : `Largest group: ${lowered(first.name)}, ${first.bars[0]?.text ?? ""}`,
    what: `${capitalised(countedPhrase(measure))}, ${areaName(register, area)}, ${besides(kept.map((p) => periodLabel(measure.periods, p)))}${measure.unit === "count" ? ": number and share" : ""}`,
    chart,
  };
}

/** The groups in order, each with its number now and those it is set beside. */
function altText(what: string, periods: readonly string[], rows: BarsChartView["rows"]): string {
  const groups = rows.map(
    ({ name, bars }) => `${name} ${bars.map(({ text }) => barHeard(text)).join(" after ")}`,
  );
  return `Bars of ${what}, ${periods.join(" after ")}: ${groups.join("; ")}.`;
}

const barHeard = (text: string): string => (text === notAvailable ? "not available" : text);

/** "December beside November and last December" */
const besides = ([first = "", ...rest]: readonly string[]): string =>
  rest.length === 0 ? first : `${first} beside ${listed(rest)}`;

/** "254 (40%)"; a percentage stands alone. */
function barText(register: Register, id: string, area: string, category: string, period: string): string {
  const figure = ask(register, id, { area, category, period });
  const share = ask(register, id, { area, category, period, statistic: "share" });
  return measureOf(register, id).unit === "count" && share.value !== null && figure.value !== null
    ? `${formatFigure(figure)} (${formatFigure(share)})`
    : formatFigure(figure);
}
