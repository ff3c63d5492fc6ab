import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Diagnostic, SourceError } from "../../src/diagnostic.ts";
import { missingFile, type SourceFiles } from "../../src/reading.ts";

const fixtures = join(import.meta.dirname, "..", "fixtures");

/** The text of every source of a project by its path, such as `data/measures/burglary.csv`. */
export type Project = ReadonlyMap<string, string>;

/** A change of one file: a text that occurs in it just once, and what stands there instead; or the whole new text. */
export type Change =
  | { readonly file: string; readonly from: string; readonly to: string }
  | { readonly file: string; readonly text: string };

export const paper = "data/quarters/2019-20-q3/performance-summary";

/** The smallest project that builds (`test/fixtures/minimal`), with some changes. */
export const minimal = (...changes: readonly Change[]): Map<string, string> => changed(original, changes);

function changed(project: Project, changes: readonly Change[]): Map<string, string> {
  const result = new Map(project);
  for (const change of changes) result.set(change.file, changedText(result, change));
  return result;
}

/** The text of every source of a fixture; of a PDF nobody reads it. */
function sourcesOf(fixture: string): Project {
  const folder = join(fixtures, fixture);
  const files = readdirSync(join(folder, "data"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    files.map((path) => [path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
  );
}

const original = sourcesOf("minimal");

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
export type OnDisk = { readonly root: string; remove(): void };

/** The smallest project that builds, on disk. */
export const onDisk = (...changes: readonly Change[]): OnDisk => copyOf("minimal", changes);

/** The smallest project with a meeting (`test/fixtures/meeting`), on disk. */
export const meetingOnDisk = (...changes: readonly Change[]): OnDisk => copyOf("meeting", changes);

function copyOf(fixture: string, changes: readonly Change[]): OnDisk {
  const root = mkdtempSync(join(tmpdir(), "panelpack-"));
  cpSync(join(fixtures, fixture), root, { recursive: true });
  const project = changed(sourcesOf(fixture), changes);
  for (const { file } of changes) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), project.get(file) ?? "");
  }
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
