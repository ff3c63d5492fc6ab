import type { Diagnostic, Place } from "../diagnostic.ts";
import type { ForeignCell, ForeignLine } from "./foreignCells.ts";
import { foreignMonth, foreignYear } from "./foreignMonths.ts";
import { isPercentName, type Role, roleOf } from "./foreignNames.ts";
import { isFigure } from "./foreignNumbers.ts";

/** Which column, from 0, holds what; null where there is none. */
export type ForeignColumns = {
  readonly [role in Role]: role extends "month" | "value" ? number : number | null;
};

/** The cells of a line that name a month, from 0. A bare number, such as 201912 or 43800, names one only where no other does. */
export function monthCells({ cells }: Pick<ForeignLine, "cells">): number[] {
  const named = cells.flatMap(({ text }, i) => (foreignMonth(text).kind === "none" ? [] : [i]));
  const words = named.filter((i) => !/^\d+(\.\d+)?$/.test(cells[i]?.text ?? ""));
  return words.length > 0 ? words : named.slice(0, 1);
}

const textsOf = (lines: readonly ForeignLine[], column: number): string[] =>
  lines.map(({ cells }) => cells[column]?.text ?? "").filter((text) => text !== "");

const isNumeric = (lines: readonly ForeignLine[], column: number): boolean =>
  textsOf(lines, column).filter(isFigure).length * 2 > textsOf(lines, column).length;

const widthOf = (lines: readonly ForeignLine[]): number =>
  lines.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);

const columnsUpTo = (width: number): number[] => Array.from({ length: width }, (_, i) => i);

/** The columns of figures; where no column has any, the only one with something in it, so that its cells can be told what is wrong. */
function figureColumns(lines: readonly ForeignLine[], untaken: readonly number[]): number[] {
  const numeric = untaken.filter((i) => isNumeric(lines, i));
  const filled = untaken.filter((i) => textsOf(lines, i).length > 0);
  return numeric.length > 0 || filled.length > 1 ? numeric : filled;
}

const noColumns = { year: null, denominator: null, status: null, area: null, category: null };
const nowhere: Place = { file: "", line: 1, column: 1 };

/** Without a header: the month, then the value, then perhaps the denominator, in that order. @param lines from the first with a month */
export function columnsByContent(lines: readonly ForeignLine[]): ForeignColumns | Diagnostic {
  const [line] = lines;
  const cells = line?.cells ?? [];
  const [month = 0] = monthCells({ cells });
  const all = columnsUpTo(widthOf(lines)).filter((i) => i !== month);
  const year = all.find((i) => needsYear(cells[month]) && foreignYear(cells[i]?.text ?? "") !== null);
  const untaken = all.filter((i) => i !== year);
  const [value, denominator, more] = figureColumns(lines, untaken);
  const place = cells[more ?? untaken[0] ?? 0]?.place ?? line?.place ?? nowhere;
  if (more !== undefined) return { place, message: severalUnnamed };
  if (value === undefined) return { place, message: "no column holds figures: write one for each month" };
  return { ...noColumns, month, year: year ?? null, value, denominator: denominator ?? null };
}

const severalUnnamed =
  "there are several columns of numbers and no header: name the columns in a line above them, e.g. month,value,denominator";

const needsYear = (cell: ForeignCell | undefined): boolean =>
  cell !== undefined && foreignMonth(cell.text).kind === "month-of-year";

/** By the names of a header. @param lines from the first with a month */
export function columnsByName(
  header: ForeignLine,
  lines: readonly ForeignLine[],
): ForeignColumns | Diagnostic {
  const roles = rolesOf(header, lines);
  const twice = roles.findIndex((role, i) => role !== null && role !== "value" && roles.indexOf(role) < i);
  if (twice >= 0)
    return {
      place: cellPlace(header, twice),
      message: `two columns may hold the ${roles[twice]}: keep one of them`,
    };
  const at = (role: Role): number | null => (roles.includes(role) ? roles.indexOf(role) : null);
  const month = monthColumn(at("month"), at("year"), lines);
  if (month === null)
    return {
      place: header.place,
      message: "no column holds months: name one `month` and write 2019-12 in it",
    };
  const others = [month, at("year"), at("status"), at("area"), at("category")];
  const year = at("year") === month ? null : at("year");
  const numbers = numberColumns(header, roles, others, lines);
  if ("message" in numbers) return numbers;
  return { month, year, ...numbers, status: at("status"), area: at("area"), category: at("category") };
}

const cellPlace = (line: ForeignLine, column: number) => line.cells[column]?.place ?? line.place;
const holdsMonth = (lines: readonly ForeignLine[], column: number): boolean =>
  lines[0] !== undefined && monthCells(lines[0]).includes(column);

/** What the columns are called to hold. Beside a column of months one called `time` holds the values. */
function rolesOf(header: ForeignLine, lines: readonly ForeignLine[]): (Role | null)[] {
  const roles = header.cells.map(({ text }) => roleOf(text));
  const months = roles.flatMap((role, i) => (role === "month" ? [i] : []));
  const found = months.some((i) => holdsMonth(lines, i));
  return roles.map((role, i) => (role === "month" && found && !holdsMonth(lines, i) ? null : role));
}

/** The column called so, if it holds months; else the only one that does. */
function monthColumn(
  named: number | null,
  year: number | null,
  lines: readonly ForeignLine[],
): number | null {
  if (named !== null) return named;
  const found = (lines[0]?.cells ?? []).flatMap((_, i) => (holdsMonth(lines, i) && i !== year ? [i] : []));
  if (found.length === 1) return found[0] ?? null;
  return year !== null && holdsMonth(lines, year) ? year : null;
}

type NumberColumns = Pick<ForeignColumns, "value" | "denominator">;

/** Value and denominator among the columns that nothing else claims: by name, else the only one; `n` is a base beside a value. */
function numberColumns(
  header: ForeignLine,
  roles: readonly (Role | null)[],
  taken: readonly (number | null)[],
  lines: readonly ForeignLine[],
): NumberColumns | Diagnostic {
  const untaken = columnsUpTo(Math.max(header.cells.length, widthOf(lines))).filter(
    (i) => !taken.includes(i),
  );
  const called = (i: number): boolean => roles[i] === "value" || roles[i] === "denominator";
  const figures = figureColumns(lines, untaken);
  const free = untaken.filter((i) => called(i) || figures.includes(i));
  const name = (i: number): string => header.cells[i]?.text ?? "";
  const isN = (i: number): boolean => name(i).toLowerCase() === "n";
  const named = free.filter((i) => roles[i] === "value");
  const rest = free.filter((i) => roles[i] !== "denominator" && !isN(i));
  const candidates = named.length > 0 ? named : rest.length > 0 ? rest : free.filter(isN);
  const base = (value: number): number | null =>
    free.find((i) => roles[i] === "denominator") ?? free.find((i) => isN(i) && i !== value) ?? null;
  const [value, second] = counted(candidates, base(-1) !== null, name);
  if (value === undefined)
    return { place: header.place, message: "no column holds the values: name one `value`" };
  if (second !== undefined)
    return { place: cellPlace(header, second), message: severalValues(header, candidates) };
  return isPercentName(name(value)) && base(value) !== null
    ? { place: cellPlace(header, value), message: percentBesideBase }
    : { value, denominator: base(value) };
}

/** Beside a base and the number behind it, a column of percentages only says again what the two say. */
const counted = (
  columns: readonly number[],
  based: boolean,
  name: (i: number) => string,
): readonly number[] => {
  const counts = columns.filter((i) => !isPercentName(name(i)));
  return based && counts.length > 0 ? counts : columns;
};

const percentBesideBase =
  "beside a base the values must be the numbers behind the percentages: write e.g. 90 of 120, not 75, or leave the base out";

function severalValues(header: ForeignLine, columns: readonly number[]): string {
  const texts = columns.map((i) => header.cells[i]?.text || `column ${i + 1}`);
  const listed = texts.map((text) => `\`${text}\``).join(", ");
  return texts.every((text) => foreignYear(text) !== null)
    ? `the years stand side by side (${listed}): write all months below each other, one line for each, e.g. 2019-12,53`
    : `several columns may hold the values (${listed}): name the one that is meant \`value\`, or keep it alone`;
}
