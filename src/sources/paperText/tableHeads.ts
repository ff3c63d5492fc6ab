import { isFigure } from "./cellValue.ts";
import type { Cell, Column } from "./paper.ts";
import type { Grid } from "./tableLines.ts";
import { unitIn } from "./units.ts";

/** From how many figures on, as a share of the filled cells behind the first, a table is one of figures. */
const manyFigures = 0.3;
const longestHead = 60;

const isYear = ({ value }: Cell): boolean =>
  value.kind === "number" && value.decimals === 0 && value.value >= 1990 && value.value < 2100;
const isEmpty = ({ value }: Cell): boolean => value.kind === "empty";

/** How many rows at the top of a table are heads: those above its first figures; of a table of words the first, if it looks like one. */
export function headRows(grid: Grid): number {
  const behind = grid.flatMap((row) => row.slice(1)).filter((cell) => !isEmpty(cell));
  const figures = behind.filter(isFigure);
  if (isKeyed(grid)) return 0;
  const isWordy = figures.length < manyFigures * behind.length;
  if (isWordy) return wordyHead(grid) ? 1 : 0;
  const first = grid.findIndex(
    (row) =>
      row.some((cell, c) => c > 0 && isFigure(cell)) &&
      !row.slice(1).every((cell) => isEmpty(cell) || isYear(cell)),
  );
  // A line that fills its first cell only, below a head, is the name of a group of rows.
  const group = grid.findIndex((row, i) => i > 0 && i < first && row.slice(1).every(isEmpty));
  return group > 0 ? group : Math.max(0, first);
}

function wordyHead(grid: Grid): boolean {
  const [head, second] = grid;
  if (head === undefined || second === undefined) return false;
  const filled = head.filter((cell) => !isEmpty(cell));
  const isShort = filled.every(({ text }) => text.length <= longestHead && !/[.:;]$/.test(text));
  const [first] = head;
  return (
    isShort &&
    filled.length > 1 &&
    first?.value.kind !== "date" &&
    filled.every((cell) => !isFigure(cell)) &&
    (!first || !isEmpty(first))
  );
}

/** `Date:` and what it is, `AUTHOR` and who: two columns, the first with names. */
const isKeyed = (grid: Grid): boolean =>
  grid.every((row) => row.length === 2) &&
  (grid.filter(([key]) => key !== undefined && /:$/.test(key.text)).length > grid.length / 2 ||
    grid.every(([key]) => key !== undefined && /^[A-Z ]{3,}$/.test(key.text)));

/** The columns of a table: each head read down through all rows of heads, with split ones put together and blanks filled. */
export function columnsOf(heads: Grid, body: Grid): readonly Column[] {
  const width = Math.max(heads[0]?.length ?? 0, body[0]?.length ?? 0);
  const isLabel = Array.from({ length: width }, (_, c) => labels(body, c));
  const last = heads.length - 1;
  const bottom = heads[last]?.map(({ text }) => text) ?? [];
  const isFilled = bottom.map((_, c) => body.some((row) => row[c] !== undefined && !isEmpty(row[c])));
  const groups = groupsIn(bottom, isLabel, isFilled);
  const rows = heads.map((row, r) => {
    const texts = unsplit(row.map(({ text }) => text));
    if (r === last) return groups === null ? filledBottom(texts, body, isLabel) : alike(texts, groups);
    return overGroups(glued(texts), groups) ?? filled(glued(texts), isLabel);
  });
  return Array.from({ length: width }, (_, c) => {
    const heading = [...new Set(rows.map((row) => row[c] ?? "").filter((text) => text !== ""))].join(" ");
    return {
      heading,
      unit: unitOf(
        heading,
        body.flatMap((row) => row[c] ?? []),
      ),
    };
  });
}

/** Whether the cells of a column name the rows. */
const labels = (body: Grid, c: number): boolean =>
  c < 2 &&
  !body.some((row) => row[c] !== undefined && isFigure(row[c])) &&
  body.some((row) => /[A-Za-z]/.test(row[c]?.text ?? ""));

/** `Apr 18 -` and `Dec 18` in two cells are one head over both. */
function unsplit(texts: readonly string[]): string[] {
  const whole = [...texts];
  whole.forEach((text, c) => {
    const next = whole[c + 1] ?? "";
    const stem = /^(.*\S)\s*[-–]$/.exec(text)?.[1];
    if (stem === undefined || next === "") return;
    const both = next.startsWith(stem) ? next : `${text} ${next}`;
    [whole[c], whole[c + 1]] = [both, both];
  });
  return whole;
}

/** A word that runs over several cells, `Warwi` and `ckshire`, stands in each of them whole. */
function glued(texts: readonly string[]): string[] {
  const whole = [...texts];
  for (let c = 0; c < whole.length; c++) {
    let end = c + 1;
    while (/^[a-z]/.test(whole[end] ?? "") && (whole[c] ?? "") !== "") end += 1;
    if (end > c + 1) whole.fill(whole.slice(c, end).reduce(glue), c, end);
    c = end - 1;
  }
  return whole;
}

/** Two pieces of one text that was cut between cells: with a blank where the second is a word of its own. */
export const glue = (before: string, next: string): string =>
  /^(?:from|and|of|the|to|with|in|for|or|per|by|on|at|as|a)\b/.test(next)
    ? `${before} ${next}`
    : `${before}${next}`;

/** The columns in groups of equal width that repeat their heads, such as `Last month, Rate` for each district; null where none do. */
function groupsIn(
  bottom: readonly string[],
  isLabel: readonly boolean[],
  isFilled: readonly boolean[],
): readonly (readonly number[])[] | null {
  const columns = bottom.map((_, c) => c).filter((c) => isLabel[c] !== true && isFilled[c] === true);
  const first = bottom[columns[0] ?? 0] ?? "";
  const starts = columns.filter((c) => bottom[c] === first);
  const size = columns.length / starts.length;
  const isRegular = starts.every((c, i) => c === (columns[0] ?? 0) + i * size);
  if (first === "" || starts.length < 2 || size < 2 || !isRegular) return null;
  return starts.map((start) => Array.from({ length: size }, (_, i) => start + i));
}

/** A blank head within a group is that of the same place in the others. */
function alike(texts: readonly string[], groups: readonly (readonly number[])[]): string[] {
  const whole = [...texts];
  for (const group of groups)
    group.forEach((c, place) => {
      const others = new Set(
        groups.map((other) => texts[other[place] ?? -1] ?? "").filter((text) => text !== ""),
      );
      if (whole[c] === "" && others.size === 1) whole[c] = [...others][0] ?? "";
    });
  return whole;
}

/** The heads over groups, where there are as many as groups. */
function overGroups(
  texts: readonly string[],
  groups: readonly (readonly number[])[] | null,
): string[] | null {
  const names: string[] = [];
  texts.forEach((text, c) => {
    if (text === "" || text === texts[c - 1]) return;
    const open = (texts[c - 1] ?? "") !== "" && names.length > 0;
    if (open) names.push(`${names.pop()} ${text}`);
    else names.push(text);
  });
  if (groups === null || names.length !== groups.length) return null;
  const whole = texts.map(() => "");
  for (const [g, group] of groups.entries()) for (const c of group) whole[c] = names[g] ?? "";
  return whole;
}

/** A head stands over the blanks to its right. */
const filled = (texts: readonly string[], isLabel: readonly boolean[]): string[] => {
  const whole: string[] = [];
  texts.forEach(
    (text, c) => void whole.push(text !== "" || isLabel[c] === true ? text : (whole[c - 1] ?? "")),
  );
  return whole;
};

/** The last row of heads: a blank over numbers beside percentages shares their head, another that of its left. */
function filledBottom(texts: readonly string[], body: Grid, isLabel: readonly boolean[]): string[] {
  const isOf = (c: number, kind: string): boolean => body.some((row) => row[c]?.value.kind === kind);
  const hasFigures = (c: number): boolean => body.some((row) => row[c] !== undefined && isFigure(row[c]));
  const paired = texts.map((text, c) =>
    text === "" && isOf(c, "number") && isOf(c + 1, "percent") ? (texts[c + 1] ?? "") : text,
  );
  const over = filled(paired, isLabel);
  return over.map((text, c) => (paired[c] === "" && !(hasFigures(c) && hasFigures(c - 1)) ? "" : text));
}

/** The unit that a head names, or that all figures of the column carry. */
function unitOf(heading: string, cells: readonly Cell[]): string | null {
  const figures = cells.filter(isFigure).map(({ value }) => value);
  if (figures.length > 0 && figures.every(({ kind }) => kind === "percent")) return "%";
  if (figures.length > 0 && figures.every(({ kind }) => kind === "money")) return "£";
  const named = unitIn(heading);
  const isTooLarge = figures.some(
    (value) => "value" in value && value.kind === "number" && value.value > 100,
  );
  return named === "%" && isTooLarge ? null : named;
}
