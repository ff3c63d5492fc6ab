import type { Diagnostic } from "../../diagnostic.ts";
import type { LeakKind } from "./feature.ts";
import { type ExemptFeature, exemptFeatures } from "./features.ts";
import { type LeakMemory, noMemory } from "./memory.ts";
import type { LeakFile, ReadFile } from "./piece.ts";
import { held, hitsIn, type Readable, readable } from "./search.ts";
import { publicWords, type Secrets, secretsOf } from "./secrets.ts";

export type { LeakFile, ReadFile } from "./piece.ts";

/** Something of an exempt source that stands in a public output and in no public source. */
export type Leak = {
  /** The exempt source. */
  readonly file: string;
  /** The line there, from 1; of a PDF the page. */
  readonly line: number;
  readonly kind: LeakKind;
  /** What was found, as the exempt source has it. */
  readonly words: string;
  /** The output it was found in. */
  readonly output: string;
  /** Where in the output: `page 3`, `metadata`, `outline`, `annotation`, `structure tree`, `attachment`, `file name`, `comment` … */
  readonly where: string;
};

/**
 * What of exempt sources stands in public outputs.
 *
 * A run of four words, a name, a reference, an address, a sum of money or a number of four and more digits of an exempt source is a
 * leak when it is anywhere in an output and in no public source. Both are searched in the same way, whatever its disguise, so outputs
 * that are made of public words alone give none.
 *
 * @param outputs every file that a public build writes, with its path as published (the path is searched, too); each is asked for when it
 *   is its turn, and no more than one is held
 * @param exempt every file of `exempt/` folders
 * @param publicSources all else that outputs are made of: sources and outside PDFs, `templates/**` (`.hbs` and `.css`), the words of
 *   the product (`src/**` `.ts`, whose quoted texts count, `${…}` in them standing for a number), and figures that are computed,
 *   as the register prints them
 * @param memory what earlier searches have read and found; the result does not depend on it
 * @throws Error naming the file when a PDF cannot be read
 */
export async function leaksIn(
  outputs: Iterable<LeakFile> | AsyncIterable<LeakFile>,
  exempt: readonly ReadFile[],
  publicSources: readonly ReadFile[],
  memory: LeakMemory = noMemory(),
): Promise<Leak[]> {
  // One file after the other, so that no more than one is in memory unpacked.
  const features: ExemptFeature[] = [];
  for (const file of exempt) for (const feature of await exemptFeatures(file)) features.push(feature);
  if (features.length === 0) return [];
  const sources = publicSources.map((file) => held(readable(file, memory)));
  const secrets = await secretsOf(features, sources, memory);
  const hits: Hit[] = [];
  for await (const output of outputs)
    for (const hit of await leaksOfFile(readable(output, memory), secrets, memory)) hits.push(hit);
  const asked = hits.flatMap(({ parts }) => parts.flat());
  const isPublic = await publicWords(asked, sources, memory);
  return leaksOf(
    hits.filter(({ parts }) => parts.length === 0 || !parts.every((pair) => pair.every(isPublic))),
  );
}

/** A feature in a place of an output. */
type Hit = {
  readonly feature: ExemptFeature;
  readonly output: string;
  readonly where: string;
  /**
   * Of a run of words that is only there across a line's or a cell's end: the words on both sides, for each time. Two public texts
   * side by side may say it together, so it is a leak only if one of the parts is not public.
   */
  readonly parts: readonly (readonly [string, string])[];
};

async function leaksOfFile(
  output: Readable,
  { features, searches }: Secrets<ExemptFeature>,
  memory: LeakMemory,
): Promise<Hit[]> {
  const hits: Hit[] = [];
  for (const { where, hits: places } of await hitsIn(output, searches, memory)) {
    const found = new Map<ExemptFeature, [string, string][]>();
    for (const [number, parted] of places) {
      const [feature] = features[number] ?? [];
      if (feature === undefined) continue;
      const earlier = found.get(feature);
      const whole = parted === 0 || feature.kind !== "words" || earlier?.length === 0;
      const { key } = feature.search;
      found.set(feature, whole ? [] : [...(earlier ?? []), [key.slice(0, parted), key.slice(parted)]]);
    }
    const place = output.section === null ? where : `${output.section}, ${where}`;
    for (const [feature, parts] of found) hits.push({ feature, output: output.file, where: place, parts });
  }
  return hits;
}

function leaksOf(hits: readonly Hit[]): Leak[] {
  const places = new Map<string, Hit[]>();
  for (const hit of hits) {
    const place = `${hit.output}\n${hit.where}`;
    const known = places.get(place);
    if (known) known.push(hit);
    else places.set(place, [hit]);
  }
  return [...places.values()].flatMap((place) => {
    const [{ output = "", where = "" } = {}] = place;
    return stretchesOf(place.map(({ feature }) => feature)).map((stretch) => ({ ...stretch, output, where }));
  });
}

/** Runs of words that overlap are one leak, with all their words, cut after some. */
function stretchesOf(found: readonly ExemptFeature[]): Pick<Leak, "file" | "line" | "kind" | "words">[] {
  const stretches: ExemptFeature[] = [];
  for (const feature of [...found].sort(byPlace)) {
    const last = stretches.at(-1);
    const goesOn =
      last && last.kind === feature.kind && last.text === feature.text && feature.start < last.end;
    if (goesOn) stretches[stretches.length - 1] = { ...last, end: Math.max(last.end, feature.end) };
    else stretches.push(feature);
  }
  return stretches.map(({ file, line, kind, text, start, end }) => ({
    file,
    line,
    kind,
    words: shortened(text.slice(start, end)),
  }));
}

const byPlace = (a: ExemptFeature, b: ExemptFeature): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
  (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) ||
  a.line - b.line ||
  a.start - b.start;

const longest = 80;

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
};

/** The leak as a problem at its exempt source: what is where, and what can be done. */
export function leakProblem({ file, line, kind, words, output, where }: Leak): Diagnostic {
  const isPdf = file.toLowerCase().endsWith(".pdf");
  return {
    place: { file, line: isPdf ? 1 : line, column: 1 },
    message: `exempt ${kind} “${words}”${isPdf ? ` of page ${line}` : ""} stands in the public ${output} (${where})`,
    hint:
      "No public source says this. If it may be public, move it out of exempt/ into the public paper; if not, nothing of this build " +
      "may go out: please report it, it is a bug of ours.",
  };
}
