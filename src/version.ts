import { createHash } from "node:crypto";
import { ownFile, ownFilesIn } from "./ownFiles.ts";

const packageFile = JSON.parse(ownFile("package.json").toString("utf8")) as {
  readonly version: string;
};

/** The version of package.json. */
export const version = packageFile.version;

/** A hash of everything that decides how a chart is drawn: the charts room, its theme, and the locked packages. */
export const drawingVersion = once(() => [
  ...filesOf("src/charts"),
  "templates/chart-theme.json",
  "package-lock.json",
]);

/** A hash of the locked packages. */
export const packagesVersion = once(() => ["package-lock.json"]);

/** A hash of everything that decides a projection: the analysis room. */
export const projectingVersion = once(() => filesOf("src/analysis"));

/** A hash of everything that decides what documents say: the rooms from the sources to the words, and what stands beside the rooms. */
export const wordingVersion = once(() => [
  ...["sources", "model", "analysis", "figures", "document"].flatMap((room) => filesOf(`src/${room}`)),
  ...besideRooms(),
  "package-lock.json",
]);

/** A hash of everything that decides how HTML becomes a finished PDF: the pdf room, and the locked packages. */
export const printingVersion = once(() => [...filesOf("src/pdf"), "package-lock.json"]);

/** A hash of everything that decides how worded documents become HTML: the room and that of words, its templates, and what hands drawings to it. */
export const settingVersion = once(() => [
  ...filesOf("src/document"),
  ...filesOf("src/html"),
  ...filesOf("templates"),
  ...["finishDocument", "printDocument", "drawings", "assets"].map((name) => `src/${name}.ts`),
  "package-lock.json",
]);

/** A hash of everything that decides how finished PDFs become a pack: the rooms of both, and the locked packages. */
export const packingVersion = once(() => [
  ...filesOf("src/pdf"),
  ...filesOf("src/pack"),
  "package-lock.json",
]);

/** A hash of everything that decides what text is read from a PDF: the rooms that read, and the locked packages. */
export const readingVersion = once(() => [
  ...filesOf("src/sources"),
  ...filesOf("src/pdf"),
  "package-lock.json",
]);

/** A hash of everything that decides what is made of source texts: the rooms that read them and say what they mean, and what reads `data/`. */
export const loadingVersion = once(() => [
  ...filesOf("src/sources"),
  ...filesOf("src/model"),
  ...["reading", "load", "loadPapers"].map((name) => `src/${name}.ts`),
  "package-lock.json",
]);

/** A hash of everything that decides how the audit reads a paper and what its rules find in it by itself: the rooms up to it, and the word list. */
export const auditVersion = once(() => [
  ...["sources", "model", "analysis", "figures", "audit"].flatMap((room) => filesOf(`src/${room}`)),
  ...["ownPaper", "outsidePapers", "auditFiles"].map((name) => `src/${name}.ts`),
  "package-lock.json",
]);

/** What stands beside the rooms: it leads from one to the next. */
const besideRooms = (): string[] => ownFilesIn("src").filter((path) => /^src\/[^/]+\.ts$/.test(path));

/** The code and style of a folder; of `templates`, templates and style sheets. */
const filesOf = (folder: string): string[] =>
  ownFilesIn(folder.split("/")[0] ?? folder).filter(
    (path) => path.startsWith(`${folder}/`) && /\.(ts|hbs|css)$/.test(path),
  );

/** The hash of some files, read when it is first asked for: the code that runs stays what it is. */
function once(files: () => readonly string[]): () => string {
  let known: string | null = null;
  return () => {
    known ??= hashOf(files());
    return known;
  };
}

/** Rooms belong to several versions; each file is hashed once. */
const digests = new Map<string, Buffer>();

function digestOf(file: string): Buffer {
  const known = digests.get(file) ?? createHash("sha256").update(ownFile(file)).digest();
  digests.set(file, known);
  return known;
}

function hashOf(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(digestOf(file));
  return hash.digest("hex");
}
