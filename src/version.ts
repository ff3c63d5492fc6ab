import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

const packageFile = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly version: string;
};

/** The version of package.json. */
export const version = packageFile.version;

/** A hash of everything that decides how a chart is drawn: the charts room, its theme, and the locked packages. */
export const drawingVersion = (): string =>
  hashOf([
    ...filesOf("charts"),
    join(root, "templates", "chart-theme.json"),
    join(root, "package-lock.json"),
  ]);

/** A hash of the locked packages. */
export const packagesVersion = (): string => hashOf([join(root, "package-lock.json")]);

/** A hash of everything that decides a projection: the analysis room. */
export const projectingVersion = (): string => hashOf(filesOf("analysis"));

/** A hash of everything that decides how HTML becomes a finished PDF: the pdf room, and the locked packages. */
export const printingVersion = (): string => hashOf([...filesOf("pdf"), join(root, "package-lock.json")]);

/** A hash of everything that decides how finished PDFs become a pack: the rooms of both, and the locked packages. */
export const packingVersion = (): string =>
  hashOf([...filesOf("pdf"), ...filesOf("pack"), join(root, "package-lock.json")]);

/** A hash of everything that decides what text is read from a PDF: the rooms that read, and the locked packages. */
export const readingVersion = (): string =>
  hashOf([...filesOf("sources"), ...filesOf("pdf"), join(root, "package-lock.json")]);

function filesOf(room: string): string[] {
  const folder = join(root, "src", room);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => join(folder, name));
}

function hashOf(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex");
}
