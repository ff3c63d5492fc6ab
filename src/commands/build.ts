import { relative, resolve } from "node:path";
import type { BuiltPack } from "../buildPack.ts";
import type { Built } from "../built.ts";
import { UsageError } from "../diagnostic.ts";
import type { Edition } from "../document/pack/views.ts";
import { findCacheFolder } from "../pdf/cacheFolder.ts";
import type { Terminal } from "../terminal.ts";
import { askUnchanged } from "../unchanged.ts";
import { version } from "../version.ts";
import { refuseInside } from "./outFolder.ts";

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
  const question = await askUnchanged({
    root,
    out: folder,
    asked: [...targets, `editions ${editions.join(" ")}`, `supplement ${supplement}`],
    cacheFolder: await findCacheFolder(version),
  });
  if (question.lines !== null) {
    for (const line of question.lines) terminal.done(`${line}, unchanged`);
    return;
  }
  // What builds is loaded only when something is to be built, so that a build in which nothing has changed is quick.
  const { withEffects } = await import("./withEffects.ts");
  const { documents, packs, outputs } = await withEffects(root, terminal, async (effects) => {
    const { build } = await import("../build.ts");
    return build(targets, folder, effects, { editions, supplement, releasing: false });
  });
  const packLines = packs.map((pack) => packLine(pack, folder));
  for (const one of documents) terminal.done(`${lineOf(one)}, ${one.seconds.toFixed(1)} s`);
  for (const line of packLines) terminal.done(line);
  await question.remember(outputs, [...documents.map(lineOf), ...packLines]);
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

const lineOf = ({ pdf, pages, charts, figures }: Built): string =>
  `${shown(pdf)}: ${pages} pages, ${charts} charts, ${figures.toLocaleString("en-GB")} figures`;

/** Where a pack is, and what a reader of it must know. */
function packLine({ file, pages, inaccessible }: BuiltPack, folder: string): string {
  const size = `${shown(resolve(folder, file.path))}: ${pages} pages, ${(file.bytes.length / 1e6).toFixed(1)} MB`;
  return [size, ...inaccessible.map((why) => `claims neither PDF/UA-1 nor PDF/A-2a, for ${why}`)].join("; ");
}

/** A path as people write it: relative where it lies below the current folder. */
function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith("..") ? path : near;
}
