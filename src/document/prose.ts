import { addMonths, financialYear, financialYearStart, quarterOf } from "../analysis/calendar.ts";
import type { Diagnostic, Place } from "../diagnostic.ts";
import { evaluate } from "../figures/evaluate.ts";
import { type Expression, type PaperWord, parseExpression } from "../figures/expression.ts";
import type { Figure } from "../figures/figure.ts";
import type { Register } from "../figures/register.ts";
import type { Facts } from "../model/facts.ts";
import { periodEnd } from "../model/period.ts";
import { findReferences } from "../sources/markdown.ts";
import { didYouMean } from "../sources/suggest.ts";
import { placesWithin } from "../sources/text.ts";
import { ask, measureOf } from "./asked.ts";
import { type Base, changeWords, comparisonWith, shareMonths } from "./comparisons.ts";
import { languageProblems, markedInPlainWords } from "./languages.ts";
import { type NoteNumbers, noNotes } from "./notes.ts";
import { dayLabel, periodLabel, rangeLabel, spanLabel } from "./periods.ts";
import { plainText, toldFigure, toldSize } from "./told.ts";

/** What filling text needs, and where its problems go. */
export type Filling = {
  readonly register: Register;
  readonly notes: NoteNumbers;
  readonly problems: Diagnostic[];
};

/**
 * The text with every `{{figure}}` replaced by what it prints and every `[^note]` by its number. Unknown names, values after
 * the cut-off and values that are not published are added to the problems at their place, which is where `text` starts.
 */
export function fillText(text: string, place: Place, filling: Filling): string {
  const found = findReferences(text, place);
  const { problems } = filling;
  problems.push(...found.problems, ...pictureProblems(text, place));
  problems.push(...unsafeProblems(text, place), ...paperProblems(text, place, filling.register.facts));
  problems.push(...languageProblems(text, place));
  let filled = "";
  let end = 0;
  for (const reference of found.references) {
    filled += text.slice(end, reference.start);
    filled +=
      reference.kind === "note"
        ? noteText(reference.label, reference.place, filling)
        : inlineText(text.slice(reference.start + 2, reference.end - 2), reference.place, filling);
    end = reference.end;
  }
  const written = (filled + text.slice(end)).replaceAll(/\\(\{\{|\}\}|\[\^)/g, "$1");
  filling.register.wrote(written, place);
  return written;
}

/** The same for words that are printed as they stand, of a cell. */
export function fillPlain(text: string, place: Place, filling: Filling): string {
  filling.problems.push(...markedInPlainWords(text, place));
  return fillText(text, place, filling);
}

/** The same for headings and titles, which lead nowhere. */
export const fillTitle = (text: string, place: Place, filling: Filling): string =>
  plainText(fillPlain(text, place, filling));

/** Pictures in Markdown: nothing says what they show, and a paper holds no files but its own charts. */
function pictureProblems(text: string, place: Place): Diagnostic[] {
  const placeOf = placesWithin(text, place);
  const message = "a paper cannot hold a picture of its own: say in words what it shows";
  return [...text.matchAll(/!\[[^\]\n]*\]\([^)\n]*\)/g)].map(({ 0: mark, index }) => ({
    place: placeOf(index, mark.length),
    message,
  }));
}

const rawHtml = /(?<!\]\()<(?!https?:|mailto:|[^\s<>@]+@)[/!]?[a-zA-Z][^<>\n]*>|<!--/g;
/** The address of a link, in brackets behind its words or in a definition of its own line. */
const linkAddress = /(\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:\s*<?)([a-zA-Z][a-zA-Z0-9+.-]*):/gm;
const safeSchemes = ["http", "https", "mailto", "paper"];

/** HTML, and links that a reader must not follow: neither belongs into a paper. */
function unsafeProblems(text: string, place: Place): Diagnostic[] {
  const placeOf = placesWithin(text, place);
  const html = [...text.matchAll(rawHtml)].map(({ 0: tag, index }) => ({
    place: placeOf(index, tag.length),
    message: "HTML cannot stand in a paper",
    hint: "Write it in Markdown: **bold**, *italic*, - a list.",
  }));
  const links = [...text.matchAll(linkAddress)].flatMap(
    ({ 0: whole, 1: mark = "", 2: scheme = "", index }) =>
      safeSchemes.includes(scheme.toLowerCase())
        ? []
        : [
            {
              place: placeOf(index + mark.length, whole.length - mark.length),
              message: `a link cannot lead to ${scheme}:`,
              hint: "Link to https://, http:// or mailto: addresses, or to another paper: paper:2019-20-q3/opcc-scrutiny.",
            },
          ],
  );
  return [...html, ...links];
}

/** Links to papers that are not there: `paper:2019-20-q3/opcc-scrutiny#rape` names a folder, a paper and, if it likes, a part of it. */
function paperProblems(text: string, place: Place, facts: Facts): Diagnostic[] {
  const placeOf = placesWithin(text, place);
  return [...text.matchAll(/(\]\(\s*<?)paper:([^\s)>#]*)(?:#[^\s)>]*)?/g)].flatMap(
    ({ 0: whole, 1: mark = "", 2: address = "", index }): Diagnostic[] => {
      const known = paperAddresses(facts);
      if (known.includes(address)) return [];
      return [
        {
          place: placeOf(index + mark.length, whole.length - mark.length),
          message: `there is no paper \`${address}\``,
          hint: didYouMean(address, known),
        },
      ];
    },
  );
}

const paperAddresses = ({ papers, quarters }: Facts): string[] => [
  ...papers.keys(),
  ...[...quarters.values()].flatMap(({ id, summary }) =>
    summary === null ? [] : [`${id}/performance-summary`],
  ),
];

/** Where the words of a front-matter value start: behind its quotation mark, if it has one. */
export const insideQuotes = (place: Place): Place =>
  /["']/.test(place.text?.[place.column - 1] ?? "") ? { ...place, column: place.column + 1 } : place;

function noteText(label: string, place: Place, { notes, problems }: Filling): string {
  const note = notes.find(label);
  if (note !== null) return `[^${note.number}:${note.id}]`;
  if (notes === noNotes)
    problems.push({ place, message: "no footnote can stand here: put its words into the text" });
  else
    problems.push({
      place,
      message: `there is no footnote [^${label}]: in this file`,
      hint: didYouMean(label, notes.labels),
    });
  return "";
}

function inlineText(inner: string, place: Place, filling: Filling): string {
  const read = parseExpression(inner, { ...place, column: place.column + 2 }, filling.register.facts);
  if (!read.ok) {
    filling.problems.push(...read.problems);
    return "";
  }
  return expressionText(read.value, place, filling);
}

function expressionText(expression: Expression, place: Place, filling: Filling): string {
  const { register, problems } = filling;
  if (expression.kind === "paper") return paperText(expression.word, register.month);
  const references = expression.kind === "period" ? [expression] : expression.terms;
  const late = references.flatMap((r) => latestProblem(r, register));
  problems.push(...late);
  if (late.length > 0) return "";
  if (expression.kind === "period") return periodText(register, register.figure(expression.reference));
  const figure = evaluate(expression, register);
  if (figure.value === null && figure.words === null) {
    problems.push({
      place,
      message: `\`${figure.name}\` has no value: ${figure.reason ?? "not published"}`,
      hint: "Name another period, or say in words that there is no figure.",
    });
    return "";
  }
  return formText(expression, figure, place, filling);
}

function formText(
  expression: Extract<Expression, { kind: "figures" }>,
  figure: Figure,
  place: Place,
  { register, problems }: Filling,
): string {
  if (expression.form === "plain") return toldFigure(figure);
  if (expression.form === "size") return toldSize(figure);
  const base = { change: "previous", yearChange: "yearAgo", meanChange: "mean" } as const;
  const { statistic, measure, area, category, period } = figure.reference;
  const against =
    Object.hasOwn(base, statistic) && expression.terms.length === 1
      ? base[statistic as keyof typeof base]
      : null;
  const comparison =
    against === null ? null : comparisonWith(register, measure, area, against, category, period);
  if (comparison !== null) return changeWords(comparison, measureOf(register, measure).unit);
  if (against !== null && shareMonthsWith(register, figure, against)) {
    problems.push({
      place,
      message: "the two figures share months of one survey, so nothing can be said of their difference",
      hint: "Compare with the year before, or give both figures without a word of comparison.",
    });
    return "";
  }
  problems.push({
    place,
    message: "only a change can be said in words",
    hint: "For example {{rape.change|words}}, {{rape.yearChange|words}} or {{rape.meanChange|words}}",
  });
  return "";
}

function shareMonthsWith(register: Register, { reference, period }: Figure, base: Base): boolean {
  const { measure, area, category } = reference;
  const other = ask(register, measure, { area, category, statistic: base, period: reference.period });
  return base !== "mean" && shareMonths(register, measure, period, other.period);
}

/** A figure of a period that the paper may not see. */
function latestProblem(
  { reference, place }: { reference: Figure["reference"]; place: Place },
  register: Register,
): Diagnostic[] {
  if (reference.period === null) return [];
  const kind = register.series(reference.measure).facts.measure.periods;
  if (periodEnd(kind, reference.period) <= register.cutOff) return [];
  return [
    {
      place,
      message: `${periodLabel(kind, reference.period)} lies after this paper’s data cut-off, ${dayLabel(register.cutOff)}`,
      hint: "Name a period before it, or leave the period out for the latest one.",
    },
  ];
}

const periodText = (register: Register, { period, reference }: Figure): string =>
  period === null ? "" : spanLabel(measureOf(register, reference.measure), period);

function paperText(word: PaperWord, month: string): string {
  const shifted = (months: number): string => addMonths(month, months);
  switch (word) {
    case "month":
      return periodLabel("month", month);
    case "month.previous":
      return periodLabel("month", shifted(-1));
    case "month.yearAgo":
      return periodLabel("month", shifted(-12));
    case "ytd":
      return rangeLabel(`${financialYearStart(month)}/${month}`);
    case "ytd.yearAgo":
      return rangeLabel(`${financialYearStart(shifted(-12))}/${shifted(-12)}`);
    case "quarter":
      return periodLabel("quarter", quarterOf(month));
    case "year":
      return financialYear(month);
  }
}
