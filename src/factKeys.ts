import type { Loaded } from "./load.ts";
import type { PaperSource } from "./model/facts.ts";
import { hashOfText } from "./reading.ts";
import { sha256 } from "./sha256.ts";
import type { Question, Table } from "./traced.ts";

/**
 * Names what facts say of one thing by the texts that it was read from, so that a later process can tell whether other facts say the same: they
 * do where the names are equal.
 */
export function factKeys({ facts, sources }: Loaded): (question: Question) => string {
  const rows = new Map<string, string[]>();
  for (const [file, text] of [...sources].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const row = rowOf(file);
    if (row !== null) rows.set(row, [...(rows.get(row) ?? []), hashOfText(text)]);
  }
  const rowKey = (table: Table, name: string): readonly string[] => {
    if (!facts[table].has(name)) return [];
    const paper = table === "papers" ? facts.papers.get(name) : undefined;
    if (paper !== undefined) return paperKey(paper);
    const outside = table === "meetings" ? (facts.meetings.get(name)?.outside ?? []) : [];
    return [...(rows.get(`${table} ${name}`) ?? []), ...outside];
  };
  return (question) => {
    const { kind } = question;
    if (kind === "part") return keyOf([...(rows.get(question.part) ?? [])]);
    if (kind === "row") return keyOf(rowKey(question.table, question.name));
    const names = [...facts[question.table].keys()];
    return keyOf(kind === "names" ? names : names.flatMap((name) => [name, ...rowKey(question.table, name)]));
  };
}

const keyOf = (parts: readonly string[]): string => sha256(JSON.stringify(parts));

/** The files of `data/` that a part of the facts, or a row of one of their tables, is read from; papers say theirs themselves. */
const files: readonly [pattern: RegExp, row: (name: string) => string][] = [
  [/\/measures\/([^/]+)\.(?:yaml|csv)$/, (name) => `measures ${name}`],
  [
    /\/quarters\/([^/]+)\/(?:quarter\.yaml|released\.yaml|performance-summary\/[^/]+)$/,
    (name) => `quarters ${name}`,
  ],
  [/\/meetings\/([^/]+)\/(?:meeting|released)\.yaml$/, (name) => `meetings ${name}`],
  [/^[^/]+\/organisation\.yaml$/, () => "organisation"],
  [/^[^/]+\/specified-information\.yaml$/, () => "specifiedInformation"],
  [/^[^/]+\/publishing\.yaml$/, () => "publishing"],
];

function rowOf(file: string): string | null {
  for (const [pattern, row] of files) {
    const found = pattern.exec(file);
    if (found !== null) return row(found[1] ?? "");
  }
  return null;
}

const paperKey = ({ markdown, pictures }: PaperSource): readonly string[] => [
  hashOfText(markdown.source),
  ...[...pictures].flatMap(([name, bytes]) => [name, sha256(bytes)]),
];
