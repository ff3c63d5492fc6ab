import { SourceError } from "./diagnostic.ts";
import type { OutputFile } from "./disk.ts";
import { formatFigure } from "./document/format.ts";
import type { Worded } from "./gist.ts";
import type { Facts } from "./model/facts.ts";
import type { SourceFiles } from "./reading.ts";
import { csvFile } from "./site/data/csv.ts";
import { readCsv } from "./sources/csv.ts";
import { decodeUtf8 } from "./sources/text.ts";

/** What figures were printed as: by `path/document`, then by the figure's name. */
export type ReleasedFigures = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Beside `released.yaml`. A file of its own, since nothing but the website's corrections asks for it. */
const name = "released-figures.csv";
const columns = ["document", "figure", "printed"];

/** What the figures of every released paper were printed as when it went out last. @throws SourceError when a file of ours was edited into disorder */
export async function readReleasedFigures(
  { quarters, meetings }: Pick<Facts, "quarters" | "meetings">,
  files: SourceFiles,
): Promise<ReleasedFigures> {
  const folders = [
    ...[...quarters.keys()].map((id) => ({ id, folder: `data/quarters/${id}` })),
    ...[...meetings.keys()].map((id) => ({ id, folder: `data/meetings/${id}` })),
  ];
  const figures = new Map<string, Map<string, string>>();
  for (const { id, folder } of folders)
    for (const { document, figure, printed } of await rowsIn(folder, files)) {
      const key = `${id}/${document}`;
      const known = figures.get(key) ?? new Map<string, string>();
      figures.set(key, known.set(figure, printed));
    }
  return figures;
}

type Row = { readonly document: string; readonly figure: string; readonly printed: string };

async function rowsIn(folder: string, files: SourceFiles): Promise<Row[]> {
  if (!(await files.list(folder)).includes(name)) return [];
  const text = decodeUtf8(`${folder}/${name}`, await files.read(`${folder}/${name}`));
  const table = text.ok ? readCsv(text.value, { required: columns, optional: [] }) : text;
  if (!table.ok) throw new SourceError(table.problems);
  return table.value.rows.map(({ cells }) => ({
    document: cells["document"]?.text ?? "",
    figure: cells["figure"]?.text ?? "",
    // The apostrophe is the spreadsheet's: no figure begins with one.
    printed: (cells["printed"]?.text ?? "").replace(/^'/, ""),
  }));
}

/** A document that goes out: its folder, its name, and every figure it prints. */
type GoingOut = {
  readonly target: { readonly path: string; readonly document: string };
  readonly worded: Pick<Worded, "register">;
};

/**
 * `released-figures.csv` as it stands after some documents of one folder went out: their figures as printed, and those of the others as they were.
 *
 * @param folder below `data/`: `quarters/2019-20-q3`
 */
export async function releasedFiguresFile(
  folder: string,
  documents: readonly GoingOut[],
  files: SourceFiles,
): Promise<OutputFile> {
  const going = new Set(documents.map(({ target }) => target.document));
  const others = (await rowsIn(`data/${folder}`, files)).filter(({ document }) => !going.has(document));
  const now = documents.flatMap(({ target, worded }) =>
    worded.register
      .printed()
      .filter(({ value, words }) => value !== null || words !== null)
      .map((one): Row => ({ document: target.document, figure: one.name, printed: formatFigure(one) })),
  );
  const rows = [...others, ...now].sort((a, b) =>
    a.document === b.document ? (a.figure < b.figure ? -1 : 1) : a.document < b.document ? -1 : 1,
  );
  const table = { columns, rows: rows.map(({ document, figure, printed }) => [document, figure, printed]) };
  return { path: `${folder}/${name}`, bytes: csvFile(table) };
}
