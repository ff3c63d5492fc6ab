import { isFigure } from "./cellValue.ts";
import { alike, filled, glued, groupsIn, overGroups, unsplit } from "./headTexts.ts";
import type { Cell, Column } from "./paper.ts";
import type { Grid } from "./tableLines.ts";
import { unitIn } from "./units.ts";

const isEmpty = ({ value }: Cell): boolean => value.kind === "empty";

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
