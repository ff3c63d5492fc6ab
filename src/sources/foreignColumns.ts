import type { Diagnostic } from "../diagnostic.ts";
import type { ForeignCell, ForeignLine } from "./foreignCells.ts";
import { foreignMonth, foreignYear } from "./foreignMonths.ts";
import { foreignNumber, isFigure } from "./foreignNumbers.ts";

/** Which column, from 0, holds what; null where there is none. */
export type ForeignColumns = {
  readonly month: number;
  readonly year: number | null;
  readonly value: number;
  readonly denominator: number | null;
  readonly status: number | null;
  readonly area: number | null;
  readonly category: number | null;
};

/** Where the table starts, what its columns hold, and what its header calls the values and the base. */
export type ForeignLayout = {
  readonly columns: ForeignColumns;
  readonly header: ForeignLine | null;
  /** Index of the line where the table starts: behind the header, or the first with a figure. */
  readonly first: number;
};

type Role = keyof ForeignColumns;

/** What columns are called, in small letters. The first name that a header holds decides; `n` may be either number. */
const names: Readonly<Record<Role, RegExp>> = {
  month:
    /^(month|months|date|period|time|reporting (month|period)|month (ending|commencing|start|end|of .*)|(start|end) of month|month year)$/,
  year: /^(year|calendar year|financial year|fy|reporting year)$/,
  value:
    /^(value|values|count|counts|number|numbers|numerator|figure|figures|volume|total|offences|crimes|incidents|recorded( crime| offences)?|cases|calls|observed)$/,
  denominator:
    /^(denominator|base|bases|population|households|respondents|surveyed|sample( size)?|out of|of)$/,
  status: /^(status|flag|mark)$/,
  area: /^(area|district|region|force|policing area|geography|lpa|bcu)$/,
  category: /^(category|type|offence type|crime type|group)$/,
};

const roleOf = (text: string): Role | null => {
  const plain = text
    .toLowerCase()
    .replaceAll(/[_\s]+/g, " ")
    .trim();
  const found = (Object.keys(names) as Role[]).find((role) => names[role].test(plain));
  return found ?? null;
};

const isMonthCell = (cell: ForeignCell | undefined): boolean =>
  cell !== undefined && foreignMonth(cell.text).kind !== "none";
const isDataLine = ({ cells, comment }: ForeignLine): boolean =>
  !comment && cells.some(isMonthCell) && cells.some((cell) => !isMonthCell(cell) && isFigure(cell.text));

/** The layout of a table, or the one problem that makes all others moot. */
export function foreignLayout(
  lines: readonly ForeignLine[],
  whole: ForeignCell["place"],
): ForeignLayout | Diagnostic {
  const first = lines.findIndex(isDataLine);
  const line = lines[first];
  if (line === undefined) return noData(lines, whole);
  const header = headerAbove(lines, first);
  const columns =
    header === null ? columnsByContent(lines.slice(first)) : columnsByName(header, lines.slice(first));
  const start = header === null ? lines.findIndex(hasFigure) : lines.indexOf(header) + 1;
  return "message" in columns ? columns : { columns, header, first: Math.min(first, start) };
}

/** A line of a table, though its month may be wrong; a title or a date of extraction is none. */
const hasFigure = ({ cells, comment }: ForeignLine): boolean =>
  !comment && cells.length >= 2 && cells.some(({ text }) => isFigure(text));

function noData(lines: readonly ForeignLine[], whole: ForeignCell["place"]): Diagnostic {
  const across = lines.find(({ cells }) => cells.filter(isMonthCell).length >= 3);
  const message =
    across === undefined
      ? "no line of this file holds a month and a value: write a line for each, e.g. 2019-12,53"
      : "the months stand side by side: write them below each other, one line for each, e.g. 2019-12,53";
  return { place: across?.place ?? lines[0]?.place ?? whole, message };
}

/** The nearest line of words above that names a column we know, else the nearest; a line with one cell is a title. */
function headerAbove(lines: readonly ForeignLine[], first: number): ForeignLine | null {
  const above = lines.slice(0, first).filter(({ comment }) => !comment);
  const headers = above.filter(({ cells }) => isHeader(cells));
  return (
    headers.findLast(({ cells }) => cells.some(({ text }) => roleOf(text) !== null)) ?? headers.at(-1) ?? null
  );
}

const isHeader = (cells: readonly ForeignCell[]): boolean => {
  const words = cells.filter(({ text }) => text !== "");
  return (
    words.length >= 2 &&
    words.every(({ text }) => foreignNumber(text).kind === "wrong" || text === "n" || roleOf(text) !== null)
  );
};

const isNumeric = (lines: readonly ForeignLine[], column: number): boolean => {
  const texts = lines.map(({ cells }) => cells[column]?.text ?? "").filter((text) => text !== "");
  return texts.length > 0 && texts.filter(isFigure).length * 2 > texts.length;
};

const widthOf = (lines: readonly ForeignLine[]): number =>
  lines.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);

/** Without a header: the month, then the value, then perhaps the denominator, in that order. */
function columnsByContent(lines: readonly ForeignLine[]): ForeignColumns | Diagnostic {
  const [line] = lines;
  const month = line?.cells.findIndex(isMonthCell) ?? 0;
  const all = Array.from({ length: widthOf(lines) }, (_, i) => i).filter((i) => i !== month);
  const year = all.find(
    (i) => needsYear(line?.cells[month]) && foreignYear(line?.cells[i]?.text ?? "") !== null,
  );
  const numeric = all.filter((i) => i !== year && isNumeric(lines, i));
  const [value, denominator, more] = numeric;
  if (value === undefined || more !== undefined || line === undefined)
    return {
      place: line?.cells[more ?? 0]?.place ?? line?.place ?? { file: "", line: 1, column: 1 },
      message:
        "there are several columns of numbers and no header: name the columns in a line above them, e.g. month,value,denominator",
    };
  return { ...noColumns, month, year: year ?? null, value, denominator: denominator ?? null };
}

const needsYear = (cell: ForeignCell | undefined): boolean =>
  cell !== undefined && foreignMonth(cell.text).kind === "month-of-year";

const noColumns = { year: null, denominator: null, status: null, area: null, category: null };

function columnsByName(header: ForeignLine, lines: readonly ForeignLine[]): ForeignColumns | Diagnostic {
  const roles = header.cells.map(({ text }) => roleOf(text));
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

/** The column called so, if it holds months; else the only one that does. */
function monthColumn(
  named: number | null,
  year: number | null,
  lines: readonly ForeignLine[],
): number | null {
  const holds = (column: number): boolean => isMonthCell(lines[0]?.cells[column]);
  if (named !== null) return named;
  const found = (lines[0]?.cells ?? []).flatMap((_, i) => (holds(i) && i !== year ? [i] : []));
  return found.length === 1 ? (found[0] ?? null) : year !== null && holds(year) ? year : null;
}

/** Value and denominator among the columns that nothing else claims: by name, else the only one; `n` is a base beside a value. */
function numberColumns(
  header: ForeignLine,
  roles: readonly (Role | null)[],
  taken: readonly (number | null)[],
  lines: readonly ForeignLine[],
): { value: number; denominator: number | null } | Diagnostic {
  const free = Array.from({ length: Math.max(header.cells.length, widthOf(lines)) }, (_, i) => i).filter(
    (i) => !taken.includes(i) && isNumeric(lines, i),
  );
  const isN = (i: number): boolean => header.cells[i]?.text.toLowerCase() === "n";
  const bases = free.filter((i) => roles[i] === "denominator");
  const named = free.filter((i) => roles[i] === "value");
  const rest = free.filter((i) => roles[i] !== "denominator" && !isN(i));
  const candidates = named.length > 0 ? named : rest.length > 0 ? rest : free.filter(isN);
  const [value, second] = candidates;
  if (value === undefined)
    return { place: header.place, message: "no column holds the values: name one `value`" };
  if (second !== undefined)
    return { place: cellPlace(header, second), message: severalValues(header, candidates) };
  const base = bases[0] ?? free.find((i) => isN(i) && i !== value) ?? null;
  const unread = rest.find((i) => i !== value);
  return unread === undefined || named.length > 0
    ? { value, denominator: base }
    : { place: cellPlace(header, unread), message: severalValues(header, [value, unread]) };
}

const severalValues = (header: ForeignLine, columns: readonly number[]): string =>
  `several columns may hold the values (${columns.map((i) => `\`${header.cells[i]?.text || `column ${i + 1}`}\``).join(", ")}): name the one that is meant \`value\`, or keep it alone`;
