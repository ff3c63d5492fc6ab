import type { Diagnostic } from "../diagnostic.ts";
import {
  type Body,
  isBlank,
  type Line,
  lineOf,
  type MarkdownCell,
  type MarkdownTable,
  type Taken,
} from "./markdownLines.ts";
import { placeAt, type SourceText } from "./text.ts";

const titleLine = /^Table:[ \t]*/;
const pipeLine = /^ {0,3}\|/;
const rulePattern = /^:?-{1,}:?$/;

/** Whether a typed table starts on a line. */
export const startsTable = ({ text }: Line): boolean => titleLine.test(text);

/**
 * A table that the author typed: `Table: title`, then lines that start with a pipe. Problems: no title, no table below, no line of
 * dashes under the heads, a row with another number of cells.
 */
export function takeTable(body: Body, at: number): Taken | null {
  const line = lineOf(body, at);
  const [mark] = titleLine.exec(line.text) ?? [];
  if (mark === undefined) return null;
  const { source } = body;
  const titleText = line.text.slice(mark.length).trimEnd();
  const place = placeAt(source, line.start, line.text.length);
  const first = isBlank(lineOf(body, at + 1)) ? at + 2 : at + 1;
  let next = first;
  while (next < body.lines.length && pipeLine.test(lineOf(body, next).text)) next += 1;
  const lines = Array.from({ length: next - first }, (_, i) => cellsOf(source, lineOf(body, first + i)));
  const [head = [], rule = [], ...rows] = lines;
  const problems = tableProblems(titleText, place, head, rule, rows);
  if (problems.length > 0) return { block: null, next, problems };
  const title = { text: titleText, place: placeAt(source, line.start + mark.length, titleText.length) };
  const aligns = head.map((_, i) => (rule[i]?.text.endsWith(":") ? "right" : "left"));
  const block: MarkdownTable = { kind: "table", title, head, aligns, rows, place };
  return { block, next, problems: [] };
}

function tableProblems(
  title: string,
  place: MarkdownCell["place"],
  head: readonly MarkdownCell[],
  rule: readonly MarkdownCell[],
  rows: readonly (readonly MarkdownCell[])[],
): Diagnostic[] {
  const problem = (message: string, at = place, hint?: string): Diagnostic[] => [
    { place: at, message, ...(hint === undefined ? {} : { hint }) },
  ];
  if (title === "") return problem("give the table a title behind `Table:`");
  if (head.length < 2 || rule.length === 0)
    return problem(
      "a table must stand right below its title",
      place,
      "For example: | Area | Number | over | --- | ---: | over | North | 12 |",
    );
  if (!rule.every(({ text }) => rulePattern.test(text)) || rule.length !== head.length)
    return problem(
      "the line under the heads must have dashes for each of them, e.g. | --- | ---: |",
      rule[0]?.place ?? place,
    );
  return rows.flatMap((row) =>
    row.length === head.length
      ? []
      : problem(
          `this row has ${row.length} ${row.length === 1 ? "cell" : "cells"} where the heads have ${head.length}`,
          row[0]?.place ?? place,
        ),
  );
}

/** The cells between the pipes of a line; `\\|` is a pipe within a cell. */
function cellsOf(source: SourceText, { text, start }: Line): MarkdownCell[] {
  const inner = text
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  const offset = start + text.indexOf("|") + 1;
  let at = 0;
  return inner.split(/(?<!\\)\|/).map((written) => {
    const cell = written.trim();
    const from = offset + at + written.length - written.trimStart().length;
    at += written.length + 1;
    return { text: cell.replaceAll("\\|", "|"), place: placeAt(source, from, Math.max(1, cell.length)) };
  });
}
