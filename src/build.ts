import { basename, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { type Assets, readAssets } from "./assets.ts";
import type { BuiltPack } from "./buildPack.ts";
import { buildPacks, noPacks } from "./buildPacks.ts";
import type { Built } from "./built.ts";
import { publicCache } from "./cacheFiles.ts";
import { type CheckedSources, readWorded, refuseContradictions, type WordedSources } from "./check.ts";
import { keepOnly, type OutputFile, prepareFolder, writeOutputs } from "./disk.ts";
import { chartsOf } from "./document/worded.ts";
import type { BuildEffects, BuildOptions } from "./effects.ts";
import { type FinishedDocument, finishDocument } from "./finishDocument.ts";
import { openKept } from "./kept.ts";
import { openKeptFile } from "./keptFile.ts";
import { computedOf, refuseLeaks } from "./leaks.ts";
import { noMemory } from "./memory.ts";
import type { Facts } from "./model/facts.ts";
import { type CompiledFont, type StampFont, stampFont } from "./pdf/link/stampFont.ts";
import { openFinished } from "./pdf/print.ts";
import type { Finished, PrintEffects } from "./printDocument.ts";
import { buildReports } from "./report.ts";
import { addressOf, type Target } from "./targets.ts";
import { packagesVersion, packingVersion } from "./version.ts";

/** What a build made: documents, then packs. */
export type BuildResult = {
  readonly documents: readonly Built[];
  readonly packs: readonly BuiltPack[];
  /** Everything that was written. */
  readonly outputs: readonly OutputFile[];
  /** What it was made of. */
  readonly checked: CheckedSources;
};

/**
 * The whole line: sources are read and checked, figures computed, pages worded, charts drawn, HTML filled, printed, finished; packs
 * linked from the finished papers and searched for leaks; all of it written in one stroke.
 *
 * @throws SourceError for mistakes in the sources and for leaks, before anything is written
 */
export async function build(
  targets: readonly string[],
  out: string,
  effects: BuildEffects,
  options: BuildOptions = { editions: ["public", "members"], supplement: false, releasing: false },
): Promise<BuildResult> {
  const memory = effects.memory ?? noMemory;
  const kept = await memory.opened("kept", () => openKept(publicCache(effects.cacheFolder), memory));
  const { audit, ...worded } = await readWorded("data", targets, effects.files, options.releasing, kept);
  const compiled = await memory.opened("templates", () =>
    openKeptFile<string>(publicCache(effects.cacheFolder), "templates.json", packagesVersion()),
  );
  const assets = await memory.opened("assets", () => readAssets(compiled));
  await prepareFolder(out);
  const { browser } = await effects.printer();
  const printing: PrintEffects = {
    printer: async () => (await effects.printer()).printer,
    browser,
    cache: publicCache(join(effects.cacheFolder, "build")),
    progress: effects.progress,
  };
  const stop = new AbortController();
  // While the browser prints, the papers are audited, and the font of the packs' page numbers is made ready.
  const auditing = setImmediate()
    .then(audit)
    .then(async (audited) => {
      await kept.save();
      return refuseContradictions(audited);
    });
  const [audited, made, font] = await allEnded(stop, [
    auditing,
    buildDocuments(worded, stop, assets, out, printing, effects),
    worded.packs.length === 0 ? Promise.resolve(null) : fontOfStamps(assets, effects),
  ]);
  const checked: CheckedSources = { ...worded, audit: audited };
  const finished = new Map(made.map(({ built, finished }) => [addressOf(built.target), finished]));
  const { packs, exempt } =
    font === null ? noPacks : await buildPacks(checked, finished, font, assets, printing, effects, options);
  const documents = made.map(({ built }) => built);
  const files = [...documents.flatMap((one) => one.files), ...packs.map(({ file }) => file)];
  const reports = await buildReports(out, documents, packs, checked, exempt, browser);
  const outputs = [...files, ...reports];
  await refuseLeaks(outputs.filter(isPublic), computedOf(documents), checked.loaded, effects);
  await writeOutputs(out, outputs);
  await compiled.save();
  for (const { built } of made)
    await keepOnly(
      join(out, built.target.path, "charts", built.target.document),
      new Set(built.files.map(({ path }) => basename(path))),
    );
  return { documents, packs, outputs, checked };
}

/** What packs write their page numbers with; a font that was compiled before is only looked up. */
async function fontOfStamps({ stampFont: file }: Assets, { cacheFolder }: BuildEffects): Promise<StampFont> {
  const compiled = await openKeptFile<CompiledFont>(
    publicCache(cacheFolder),
    "packs/fonts.json",
    packingVersion(),
  );
  const font = await stampFont(file, compiled);
  await compiled.save();
  return font;
}

/** What members alone may see says so in its name. */
export const isPublic = ({ path }: OutputFile): boolean => !/\.members\.(pdf|json)$/.test(path);

type Made = { readonly built: Built; readonly finished: Finished };

/** Two documents at a time: while the browser prints one, the other is worded, drawn or finished here. */
const atOnce = 2;

async function buildDocuments(
  { papers, loaded }: WordedSources,
  stop: AbortController,
  assets: Assets,
  out: string,
  printing: PrintEffects,
  effects: BuildEffects,
): Promise<Made[]> {
  const made = new Map<Target, Made>();
  const waiting = [...papers].sort(
    (a, b) =>
      Number(b.isNew) - Number(a.isNew) ||
      (a.isNew ? chartsOf(b.worded.view).length - chartsOf(a.worded.view).length : 0),
  );
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && !stop.signal.aborted; next = waiting.shift())
      made.set(next.target, await buildDocument(next, loaded.facts, assets, out, printing, effects));
  };
  await allEnded(stop, Array.from({ length: atOnce }, work));
  return papers.flatMap(({ target }) => made.get(target) ?? []);
}

/** All results; after a failure nothing more is begun, and what is under way ends first: else it would print with a browser that nobody ends. */
async function allEnded<const T extends readonly Promise<unknown>[]>(
  stop: AbortController,
  work: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(work.map((one) => one.catch(() => stop.abort())));
  return Promise.all(work);
}

async function buildDocument(
  { target, worded }: WordedSources["papers"][number],
  facts: Facts,
  assets: Assets,
  out: string,
  printing: PrintEffects,
  effects: BuildEffects,
): Promise<Made> {
  const started = effects.now();
  const name = `${target.path}/${target.document}`;
  const { drawingVersion } = effects;
  const document = { name, worded, date: target.date };
  const { known, keep } = (effects.memory ?? noMemory).recall<FinishedDocument>(
    `print of ${name}`,
    [worded, target.date],
    facts,
  );
  const done = known ?? (await finishDocument(document, assets, printing, drawingVersion));
  const { finished, charts } = done;
  // Not as it was taken apart while it was finished, which weighs much.
  if (known === null) keep({ charts, finished: { ...finished, open: () => openFinished(finished.pdf) } });
  const text = (path: string, content: string): OutputFile => ({ path, bytes: Buffer.from(content) });
  const drawn = [...charts].map(([id, svg]) =>
    text(`${target.path}/charts/${target.document}/${id}.svg`, svg),
  );
  const built: Built = {
    target,
    worded,
    files: [{ path: `${name}.pdf`, bytes: finished.pdf }, text(`${name}.html`, finished.html), ...drawn],
    plan: finished.pages,
    pdf: join(out, target.path, `${target.document}.pdf`),
    pages: finished.pageCount,
    charts: charts.size,
    figures: worded.gist.figures.length,
    seconds: (effects.now() - started) / 1000,
  };
  return { built, finished };
}
