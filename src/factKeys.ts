import type { Loaded } from "./load.ts";
import type { Facts, PaperSource } from "./model/facts.ts";
import { hashOfText } from "./reading.ts";
import { sha256 } from "./sha256.ts";
import type { Question, Table } from "./traced.ts";

/** The files of `data/` that the parts of the facts are read from. */
const partFiles: Readonly<Record<Exclude<keyof Facts, Table>, RegExp>> = {
  organisation: /^[^/]+\/organisation\.yaml$/,
  specifiedInformation: /^[^/]+\/specified-information\.yaml$/,
  publishing: /^[^/]+\/publishing\.yaml$/,
};

/** Those of a row of a table, by its name; papers say theirs themselves. */
const rowFiles: Readonly<Record<Exclude<Table, "papers">, RegExp>> = {
  measures: /\/measures\/([^/]+)\.(?:yaml|csv)$/,
  quarters: /\/quarters\/([^/]+)\/(?:quarter\.yaml|released\.yaml|performance-summary\/[^/]+)$/,
  meetings: /\/meetings\/([^/]+)\/(?:meeting|released)\.yaml$/,
};

/**
 * Names what facts say of one thing by the texts that it was read from, so that a later process can tell whether other facts say the same: they
 * do where the names are equal.
 */
export function factKeys({ facts, sources }: Loaded): (question: Question) => string {
  const sorted = [...sources].sort(([a], [b]) => (a < b ? -1 : 1));
  const hashes = new Map<string, string[]>();
  for (const [file, text] of sorted) {
    const row = rowOf(file);
    if (row !== null) hashes.set(row, [...(hashes.get(row) ?? []), hashOfText(text)]);
  }
  const rowKey = (table: Table, name: string): readonly string[] => {
    if (!facts[table].has(name)) return [];
    const paper = table === "papers" ? facts.papers.get(name) : undefined;
    if (paper !== undefined) return paperKey(paper);
    const read = hashes.get(`${table} ${name}`);
    if (read === undefined) throw new Error(`of ${table} ${name} it is not known what it was read from`);
    const outside = table === "meetings" ? (facts.meetings.get(name)?.outside ?? []) : [];
    return [...read, ...outside];
  };
  return (question) => {
    const { kind } = question;
    if (kind === "part")
      return keyOf(
        sorted.flatMap(([file, text]) => (partFiles[question.part].test(file) ? [hashOfText(text)] : [])),
      );
    if (kind === "row") return keyOf(rowKey(question.table, question.name));
    const names = [...facts[question.table].keys()];
    return keyOf(kind === "names" ? names : names.flatMap((name) => [name, ...rowKey(question.table, name)]));
  };
}

const keyOf = (parts: readonly string[]): string => sha256(JSON.stringify(parts));

/** `measures rape`, for a file that a row is read from. */
function rowOf(file: string): string | null {
  for (const [table, pattern] of Object.entries(rowFiles)) {
    const found = pattern.exec(file);
    if (found !== null) return `${table} ${found[1]}`;
  }
  return null;
}

const paperKey = ({ markdown, pictures }: PaperSource): readonly string[] => [
  hashOfText(markdown.source),
  ...[...pictures].flatMap(([name, bytes]) => [name, sha256(bytes)]),
];
