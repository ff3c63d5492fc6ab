import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const project = join(import.meta.dirname, "..");

const contents = new Map<string, Buffer>();
const listings = new Map<string, readonly string[]>();

/** A file of this project by its path in it, read once: the code that runs stays what it is. */
export function ownFile(path: string): Buffer {
  const bytes = contents.get(path) ?? readFileSync(join(project, path));
  contents.set(path, bytes);
  return bytes;
}

/** The files of a folder of this project and of those in it, by their paths in the project, sorted; listed once. */
export function ownFilesIn(folder: string): readonly string[] {
  const known =
    listings.get(folder) ??
    readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) =>
        join(parentPath, name)
          .slice(project.length + 1)
          .replaceAll("\\", "/"),
      )
      .sort();
  listings.set(folder, known);
  return known;
}
