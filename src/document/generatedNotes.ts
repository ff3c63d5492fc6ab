import type { Reference } from "../figures/reference.ts";
import type { Register } from "../figures/register.ts";
import type { Measure } from "../model/measure.ts";
import { periodEnd } from "../model/period.ts";
import { areaName, lastPeriods, measureOf } from "./asked.ts";
import { chartPhrase } from "./chartWords.ts";
import { formatNumber } from "./format.ts";
import type { Note } from "./notes.ts";
import { dayLabel, periodLabel } from "./periods.ts";
import { listed, lowered, sentence } from "./words.ts";

/** Names of the notes that a section carries by itself. */
export const exceptionalNote = "exceptional";
export const estimatedNote = "estimated";
export const baselineNote = (measure: string, start: string): string => `baseline ${measure} ${start}`;
export const differenceNote = "difference";

export const projectionNote = "projection";

/** What a section shows, as far as notes depend on it. */
export type Shown = {
  /** Every measure with a figure in a chart or table. */
  readonly measures: readonly string[];
  /** Those with a control chart. */
  readonly charted: readonly string[];
  /** Series that are projected. */
  readonly projected: readonly Reference[];
  /** Sums that a table shows with their summands: which of a measure's differences a reader can see. */
  readonly sums: readonly { readonly measure: string; readonly of: Difference["of"] }[];
};

type Difference = Measure["differences"][number];

/**
 * The notes that the data of a section ask for: what exceptional means, what hollow months are, each step of a baseline,
 * sums that do not add up, surveys and ranks of unknown size, revised values, values that are missing and why.
 */
export function generatedNotes(register: Register, shown: Shown): Note[] {
  const notes = [
    ...exceptionalNotes(register, shown.measures),
    ...estimatedNotes(register, shown.measures),
    ...shown.charted.flatMap((id) => baselineNotes(register, id)),
    ...projectionNotes(register, shown.projected),
    ...differenceNotes(register, shown.sums),
    ...untestedNotes(register, shown.measures),
    ...unrankedNotes(register, shown.measures),
    ...shown.measures.flatMap((id) => revisionNotes(register, id)),
    ...shown.measures.flatMap((id) => missingNotes(register, id)),
  ];
  return notes.map(({ key, text }) => ({ key, text, place: null }));
}

type Said = { readonly key: string; readonly text: string };

function exceptionalNotes(register: Register, measures: readonly string[]): Said[] {
  const phrases = measures.flatMap((id) => {
    const chart = register.chart(id, "force", null);
    return chart?.points.some(({ period }) => chart.hasLimits(period)) ? [chartPhrase(chart)] : [];
  });
  const kinds = [...new Set(phrases)];
  return kinds.length === 0
    ? []
    : [
        {
          key: exceptionalNote,
          text: `Exceptional means outside the limits of ${listed(kinds, "or")}, and nothing else.`,
        },
      ];
}

function estimatedNotes(register: Register, measures: readonly string[]): Said[] {
  const estimated = measures.some((id) =>
    register
      .series(id)
      .facts.observations.some(
        (o) =>
          o.status === "estimated" && periodEnd(measureOf(register, id).periods, o.period) <= register.cutOff,
      ),
  );
  return estimated
    ? [
        {
          key: estimatedNote,
          text: "Hollow points and figures marked [e] are estimates, not published figures; averages and limits rest on them in part.",
        },
      ]
    : [];
}

function baselineNotes(register: Register, id: string): Said[] {
  const { baselines, title, periods } = measureOf(register, id);
  const chart = register.chart(id, "force", null);
  const first = chart?.points[0]?.period;
  return baselines
    .filter((b) => first !== undefined && b.start > first && b.start <= (register.series(id).latest ?? ""))
    .map((b) => ({
      key: baselineNote(id, b.start),
      text: `${title}: the average and limits restart in ${periodLabel(periods, b.start)}. ${b.reason} Confirmed by ${b.confirmedBy}, ${dayLabel(b.confirmedOn)}.`,
    }));
}

/** How projections are made; what was filled in; and which rest on less than two years. */
function projectionNotes(register: Register, projected: Shown["projected"]): Said[] {
  const made = projected.flatMap(({ measure, area }) => {
    const one = register.projection(measure, area);
    return one?.ok ? [{ title: lowered(measureOf(register, measure).title), one }] : [];
  });
  if (made.length === 0) return [];
  const filled = made.flatMap(({ title, one }) =>
    one.interpolated.length === 0
      ? []
      : [
          `In ${title}, ${listed(one.interpolated.map((m) => periodLabel("month", m)))} had no value and was put between its neighbours.`,
        ],
  );
  const short = made.filter(({ one }) => one.indicative).map(({ title }) => title);
  const indicative =
    short.length === 0
      ? []
      : [`The projection of ${listed(short)} is indicative: it rests on less than two years.`];
  const method =
    "A projection is the average of up to six exponential smoothing models. Four months in five should fall inside its 80% band, nineteen in twenty inside its 95% band.";
  return [{ key: projectionNote, text: [method, ...filled, ...indicative].join(" ") }];
}

/** More than this are counted instead of named. */
const mostNamed = 3;

/** One note for all sums that do not add up, by reason; only for periods that a table may show, the last three. */
function differenceNotes(register: Register, sums: Shown["sums"]): Said[] {
  const told = sums.flatMap(({ measure, of }) => {
    const { differences } = measureOf(register, measure);
    const periods = lastPeriods(register, measure, 3);
    return differences
      .filter((d) => d.of === of && periods.includes(d.period))
      .map((d) => ({ measure, ...d }));
  });
  const reasons = [...new Set(told.map((d) => d.reason))].map((reason) => {
    const titles = [...new Set(told.filter((d) => d.reason === reason).map((d) => d.measure))].map((id) =>
      lowered(measureOf(register, id).title),
    );
    const where = titles.length > mostNamed ? `${titles.length} of the series shown` : listed(titles);
    return `In ${where}, ${lowered(sentence(reason))}`;
  });
  return told.length === 0
    ? []
    : [{ key: differenceNote, text: `Some parts do not add up to their total. ${reasons.join(" ")}` }];
}

/** One note for the surveys whose latest values come without the number of answers. */
function untestedNotes(register: Register, measures: readonly string[]): Said[] {
  const untested = measures.filter((id) => {
    const { unit, survey } = measureOf(register, id);
    return unit === "percent" && survey !== undefined && lacksBase(register, id);
  });
  if (untested.length === 0) return [];
  const titles = listed(untested.map((id) => lowered(measureOf(register, id).title)));
  return [
    {
      key: "untested",
      text: `The numbers of answers behind ${titles} are not published, so differences could not be tested.`,
    },
  ];
}

/** One note for the ranks of which nobody has published among how many. */
function unrankedNotes(register: Register, measures: readonly string[]): Said[] {
  const bare = measures.filter((id) => measureOf(register, id).unit === "rank" && lacksBase(register, id));
  if (bare.length === 0) return [];
  const titles = listed(bare.map((id) => measureOf(register, id).title));
  return [{ key: "unranked", text: `${titles}: among how many is not published.` }];
}

/** Whether a value of the latest period comes without its denominator. */
function lacksBase(register: Register, id: string): boolean {
  const { latest, facts } = register.series(id);
  return facts.observations.some((o) => o.period === latest && o.value !== null && o.denominator === null);
}

function revisionNotes(register: Register, id: string): Said[] {
  const { title, periods, unit, decimals } = measureOf(register, id);
  return register.series(id).facts.observations.flatMap((o) => {
    if (
      o.revision === null ||
      o.revision.on > register.cutOff ||
      periodEnd(periods, o.period) > register.cutOff ||
      o.value === null
    )
      return [];
    const number = (value: number): string => formatNumber(value, unit, Math.max(decimals, o.decimals));
    return [
      {
        key: `revised ${id} ${o.area} ${o.period}`,
        text: `${title}, ${areaName(register, o.area)}, ${periodLabel(periods, o.period)}: revised [r] from ${number(o.revision.was)} to ${number(o.value)} on ${dayLabel(o.revision.on)}.`,
      },
    ];
  });
}

/** Why a value of the latest periods is not there, each reason once with the periods it holds for. */
function missingNotes(register: Register, id: string): Said[] {
  const { title, periods } = measureOf(register, id);
  const [first] = lastPeriods(register, id, 3);
  const gone = register
    .series(id)
    .facts.observations.filter(
      (o) =>
        (o.status === "missing" || o.status === "suppressed") &&
        first !== undefined &&
        o.period >= first &&
        periodEnd(periods, o.period) <= register.cutOff,
    );
  return [...new Set(gone.map((o) => o.reason ?? ""))].map((reason) => {
    const same = gone.filter((o) => o.reason === reason);
    const mark = same.some((o) => o.status === "suppressed") ? "[c]" : "[x]";
    const when = [...new Set(same.map((o) => periodLabel(periods, o.period)))];
    return { key: `missing ${id} ${reason}`, text: `${title}, ${listed(when)}: ${mark} ${sentence(reason)}` };
  });
}
