import { realpath } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { build } from "../build.ts";
import type { BuiltPack } from "../buildPack.ts";
import type { Built } from "../built.ts";
import { UsageError } from "../diagnostic.ts";
import { sourceFiles, sourceFilesWithExempt } from "../disk.ts";
import type { Edition } from "../document/pack/views.ts";
import type { BuildEffects } from "../effects.ts";
import { resolveBrowser } from "../pdf/browser.ts";
import { findCacheFolder } from "../pdf/cacheFolder.ts";
import { openPrinter, type Printer } from "../pdf/printer.ts";
import type { Terminal } from "../terminal.ts";
import { drawingVersion, version } from "../version.ts";

/** Builds the targets below `root` and says where each document is, how many pages it has and how long it took. */
export async function buildCommand(
  root: string,
  targets: readonly string[],
  { out, edition, supplement }: BuildAsked,
  terminal: Terminal,
): Promise<void> {
  const folder = resolve(out ?? resolve(root, "output"));
  await refuseInside(resolve(root, "data"), folder);
  const editions = editionsOf(edition);
  const { documents, packs } = await withEffects(root, terminal, (effects) =>
    build(targets, folder, effects, { editions, supplement, releasing: false }),
  );
  for (const one of documents) terminal.done(lineOf(one));
  for (const pack of packs) for (const line of packLines(pack, folder)) terminal.done(line);
}

/** What the command line asks of a build. */
export type BuildAsked = {
  readonly out: string | undefined;
  readonly edition: string | undefined;
  readonly supplement: boolean;
};

const both: readonly Edition[] = ["public", "members"];

function editionsOf(edition: string | undefined): readonly Edition[] {
  if (edition === undefined) return both;
  const found = both.filter((one) => one === edition);
  if (found.length === 0) throw new UsageError(`--edition takes public or members, not ${edition}`);
  return found;
}

/** Runs a build with the disk, a browser, the cache and the clock of this machine, and ends the browser after it. */
export async function withEffects<T>(
  root: string,
  terminal: Terminal,
  run: (effects: BuildEffects) => Promise<T>,
): Promise<T> {
  const starting = startPrinter(terminal);
  try {
    return await run({
      files: sourceFiles(root),
      exemptFiles: sourceFilesWithExempt(root),
      printer: () => starting,
      cacheFolder: await findCacheFolder(version),
      drawingVersion: drawingVersion(),
      progress: terminal.progress,
      now: () => performance.now(),
    });
  } finally {
    await starting.then(
      ({ printer }) => printer.close(),
      () => undefined,
    );
  }
}

type Started = { readonly printer: Printer; readonly browser: string };

/** The browser is looked for while the sources are read, and starts when something is to be printed; that there is none is told then. */
function startPrinter(terminal: Terminal): Promise<Started> {
  const starting = resolveBrowser().then((browser) => {
    terminal.detail(`browser: ${browser.origin}, ${browser.version}`);
    return { printer: openPrinter({ browser }), browser: `${browser.origin} ${browser.version}` };
  });
  starting.catch(() => undefined);
  return starting;
}

const lineOf = ({ pdf, pages, charts, figures, seconds }: Built): string =>
  `${shown(pdf)}: ${pages} pages, ${charts} charts, ${figures.toLocaleString("en-GB")} figures, ${seconds.toFixed(1)} s`;

/** Where a pack is, and what a reader of it must know. */
function packLines({ file, pages, inaccessible }: BuiltPack, folder: string): string[] {
  const size = `${(file.bytes.length / 1e6).toFixed(1)} MB`;
  return [
    `${shown(resolve(folder, file.path))}: ${pages} pages, ${size}`,
    ...inaccessible.map((why) => `  claims neither PDF/UA-1 nor PDF/A-2a: ${why}`),
  ];
}

/** A path as people write it: relative where it lies below the current folder. */
function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith("..") ? path : near;
}

/** Nothing is ever built into the sources, also not by way of a link. */
async function refuseInside(data: string, folder: string): Promise<void> {
  const way = relative(await nearestReal(data), await nearestReal(folder));
  const outside = way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);
  if (!outside)
    throw new UsageError("--out names a folder inside data/, which holds the sources: choose another.");
}

/** The real path of a folder that may not exist yet. */
async function nearestReal(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : resolve(await nearestReal(parent), relative(parent, path));
  }
}
