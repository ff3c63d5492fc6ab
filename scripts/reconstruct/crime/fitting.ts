/** A table of numbers: one row for each crime group, one column for each month. */
export type Table = readonly (readonly number[])[];

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
export const columnSums = (table: Table): number[] =>
  (table[0] ?? []).map((_, j) => sum(table.map((row) => row[j] ?? 0)));

/**
 * Iterative proportional fitting (Deming and Stephan 1940): scales rows and columns in turn until the table has the sums
 * that are asked for. Cells that are 0 stay 0.
 *
 * @throws RangeError when the sums of the rows and of the columns differ, or the table cannot be fitted
 */
export function fitted(seed: Table, rows: readonly number[], columns: readonly number[]): number[][] {
  if (sum(rows) !== sum(columns))
    throw new RangeError(`rows ask for ${sum(rows)}, columns for ${sum(columns)}`);
  let table = seed.map((row) => [...row]);
  for (let round = 0; round < 500; round++) {
    table = table.map((row, i) => scaled(row, rows[i] ?? 0));
    const now = columnSums(table);
    if (now.every((value, j) => Math.abs(value - (columns[j] ?? 0)) < 1e-6)) return table;
    table = table.map((row) => row.map((value, j) => (value * (columns[j] ?? 0)) / (now[j] || 1)));
  }
  throw new RangeError("the table cannot be fitted: too many of its cells are 0");
}

const scaled = (row: readonly number[], wanted: number): number[] =>
  row.map((v) => (v * wanted) / (sum(row) || 1));

/**
 * Whole numbers in place of the values of a fitted table, each less than 2 from its value as a rule, with the sums of rows and
 * columns kept. `free` says which cells may move; the others must be whole already.
 */
export function rounded(table: Table, free: (row: number, column: number) => boolean): number[][] {
  const result = table.map((row) => wholeRow(row));
  const wanted = columnSums(table).map(Math.round);
  for (;;) {
    const over = columnSums(result).map((value, j) => value - (wanted[j] ?? 0));
    const [from, to] = [over.findIndex((d) => d > 0), over.findIndex((d) => d < 0)];
    if (from < 0 || to < 0) return result;
    moveOne(result, table, { from, to, free });
  }
}

/** The row in whole numbers by largest remainders; it keeps its (whole) sum. */
export function wholeRow(row: readonly number[]): number[] {
  const floors = row.map((v) => Math.floor(v + 1e-9));
  const left = Math.round(sum(row)) - sum(floors);
  const byRemainder = row
    .map((v, j) => ({ j, rest: v - (floors[j] ?? 0) }))
    .sort((a, b) => b.rest - a.rest || a.j - b.j);
  const up = new Set(byRemainder.slice(0, left).map(({ j }) => j));
  return floors.map((v, j) => v + (up.has(j) ? 1 : 0));
}

type Move = {
  readonly from: number;
  readonly to: number;
  readonly free: (row: number, column: number) => boolean;
};

/** Moves one from a column to another in the row where that strays least from the fitted values. */
function moveOne(result: number[][], table: Table, { from, to, free }: Move): void {
  const cost = (i: number): number =>
    (result[i]?.[to] ?? 0) - (table[i]?.[to] ?? 0) - ((result[i]?.[from] ?? 0) - (table[i]?.[from] ?? 0));
  const usable = result
    .map((_, i) => i)
    .filter((i) => free(i, from) && free(i, to) && (result[i]?.[from] ?? 0) > 0);
  const best = usable.sort((a, b) => cost(a) - cost(b) || a - b)[0];
  const row = best === undefined ? undefined : result[best];
  if (row === undefined) throw new RangeError("no row can take the rounding");
  row[from] = (row[from] ?? 0) - 1;
  row[to] = (row[to] ?? 0) + 1;
}
