import { stat } from "node:fs/promises";
import { isYaml, readSeries } from "../analyse/read.ts";
import { standaloneSvg } from "../analyse/svg.ts";
import { readAssets } from "../assets.ts";
import { SourceError, UsageError } from "../diagnostic.ts";
import { sourceFilesWithExempt } from "../disk.ts";
import { type Analysis, analysed } from "../document/analysed.ts";
import { analysisCharts } from "../document/analysisChart.ts";
import { analysisJson } from "../document/analysisJson.ts";
import { analystNote } from "../document/analystNote.ts";
import { directionWords } from "../document/flags.ts";
import type { ChartView } from "../document/views.ts";
import type { Terminal } from "../terminal.ts";

/** How an analysis is given: a note in words, data for other programs, or a drawing. */
type AnalyseFormat = "text" | "json" | "svg";

/**
 * Analyses the series of one file and prints it.
 *
 * @param targets the file, relative to the folder that the command runs in, or absolute
 * @throws UsageError unless just one file is named; SourceError when it is missing, too large, or cannot be read with certainty
 */
export async function analyseCommand(
  targets: readonly string[],
  format: AnalyseFormat,
  terminal: Terminal,
): Promise<void> {
  const [file] = targets;
  if (file === undefined || targets.length > 1)
    throw new UsageError(`analyse takes one file, such as burglary.csv; ${targets.length} were named`);
  const series = readSeries({ file, bytes: await bytesOf(file), beside: await csvBeside(file) });
  if (!series.ok) throw new SourceError(series.problems);
  terminal.print(await printed(analysed(series.value), format));
}

async function printed(analysis: Analysis, format: AnalyseFormat): Promise<string> {
  if (format === "text") return analystNote(analysis);
  if (format === "json") return JSON.stringify(analysisJson(analysis), null, 2);
  const { theme } = await readAssets();
  const charts = analysisCharts(analysis);
  return standaloneSvg(titleOf(analysis, charts[0]), charts, theme);
}

/** "Theft, for 1,000 of the base. Lower is better." */
function titleOf({ stated, scale }: Analysis, first: ChartView | undefined): string {
  const title = `${stated.title}${scale === "rate" ? ", for 1,000 of the base" : ""}`;
  const better = first?.kind === "control" ? directionWords(first.points) : "";
  return better === "" ? title : `${title}.${better}`;
}

/** Far above any series; a larger file is not even opened. */
const mostBytes = 4_000_000;

/** A folder, or a device that never ends, is no file; a file that is not there is told by the reading. */
async function bytesOf(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => null);
  const problem = (message: string): SourceError =>
    new SourceError([{ place: { file, line: 1, column: 1 }, message }]);
  if (found !== null && !found.isFile()) throw problem("this is no file: name a CSV, YAML or JSON file");
  if (found !== null && found.size > mostBytes)
    throw problem("this file is too large (more than 4 MB): keep the one series that is to be analysed");
  return sourceFilesWithExempt("").read(file);
}

async function csvBeside(file: string): Promise<{ file: string; bytes: Uint8Array } | null> {
  const csv = file.replace(/\.ya?ml$/i, ".csv");
  return isYaml(file) && (await isFile(csv)) ? { file: csv, bytes: await bytesOf(csv) } : null;
}

const isFile = async (file: string): Promise<boolean> =>
  (await stat(file).catch(() => null))?.isFile() ?? false;
