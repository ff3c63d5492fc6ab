import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Diagnostic, SourceError } from "../../src/diagnostic.ts";
import { missingFile, type SourceFiles } from "../../src/reading.ts";

const folder = join(import.meta.dirname, "..", "fixtures", "minimal");

/** The text of every source of a project by its path, such as `data/measures/burglary.csv`. */
export type Project = ReadonlyMap<string, string>;

/** A change of one file: a text that occurs in it just once, and what stands there instead; or the whole new text. */
export type Change =
  | { readonly file: string; readonly from: string; readonly to: string }
  | { readonly file: string; readonly text: string };

export const paper = "data/quarters/2019-20-q3/performance-summary";

/** The smallest project that builds (`test/fixtures/minimal`), with some changes. */
export function minimal(...changes: readonly Change[]): Map<string, string> {
  const project = new Map(original);
  for (const change of changes) project.set(change.file, changedText(project, change));
  return project;
}

const original: Project = new Map(
  readdirSync(join(folder, "data"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
);

function changedText(project: Project, change: Change): string {
  if ("text" in change) return change.text;
  const parts = (project.get(change.file) ?? "").split(change.from);
  if (parts.length !== 2)
    throw new Error(`${change.file} holds ${JSON.stringify(change.from)} ${parts.length - 1} times`);
  return parts.join(change.to);
}

/** A project in memory, as `load` reads it. */
export const inMemory = (project: Project): SourceFiles => ({
  list: async (path) => {
    const below = [...project.keys()].filter((file) => file.startsWith(`${path}/`));
    return [...new Set(below.map((file) => file.slice(path.length + 1).split("/")[0] ?? ""))].sort();
  },
  read: async (file) => {
    const text = project.get(file);
    if (text === undefined) throw missingFile(file);
    return new TextEncoder().encode(text);
  },
});

/** A project in a temporary folder of its own; `remove` takes the folder away. */
export function onDisk(...changes: readonly Change[]): { readonly root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), "panelpack-"));
  cpSync(folder, root, { recursive: true });
  const project = minimal(...changes);
  for (const { file } of changes) writeFileSync(join(root, file), project.get(file) ?? "");
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** The problems that stop some work; none when it succeeds. */
export async function problemsOf(work: () => unknown): Promise<readonly Diagnostic[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (error instanceof SourceError) return error.problems;
    throw error;
  }
}
