import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { MachineError, UsageError } from "./diagnostic.ts";
import { holds } from "./disk.ts";
import { pause } from "./inSteps.ts";
import type { SiteFile } from "./site/site.ts";

/** The file by which a folder is known as a website of ours. */
const mark = "manifest.json";

/** A new site, written and not shown yet. */
export type StagedSite = {
  /** The paths of its files, in the order in which they came. */
  readonly paths: readonly string[];
  read(path: string): Uint8Array;
};

/** What a new site changed: how many of its files are new or other than before, and how many of the old ones it no longer has. */
export type Swapped = Pick<StagedSite, "paths"> & {
  readonly written: number;
  readonly kept: number;
  readonly removed: number;
};

/**
 * Refuses a folder that holds anything but a website of ours: swapping a site in would take it away.
 *
 * @throws UsageError when it is such a folder
 */
export async function refuseOtherFolder(folder: string): Promise<void> {
  const names = await namesIn(folder);
  if (names.length > 0 && !names.includes(mark))
    throw new UsageError(
      `${folder} holds other files than a website of panelpack: choose an empty folder with --out.`,
    );
}

/**
 * Writes a site beside the one that is there, file by file as they are made, has it judged, and takes its place in one stroke: a kill leaves
 * the old one or the new one, and so does an error. A file whose bytes have not changed is the same file as before, with its times.
 *
 * @param judge throws where the new site may not take the old one's place
 * @throws MachineError when the folder cannot be moved, such as when a program holds it open
 */
export async function swapSite(
  folder: string,
  files: AsyncIterable<SiteFile>,
  judge: (staged: StagedSite) => Promise<void>,
): Promise<Swapped> {
  const [next, last] = [beside(folder, "new"), beside(folder, "old")];
  await Promise.all([next, last].map(clear));
  try {
    const { paths, kept } = await stage(folder, next, files);
    await judge({ paths, read: (path) => readFileSync(join(next, path)) });
    const before = (await namesIn(folder, true)).length;
    await takePlace(folder, next, last);
    return { paths, written: paths.length - kept, kept, removed: Math.max(0, before - kept) };
  } catch (error) {
    await clear(next);
    throw error;
  }
}

const clear = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/** Writes the files into a folder of their own; `kept` is how many of them are those of the old site. */
async function stage(
  old: string,
  next: string,
  files: AsyncIterable<SiteFile>,
): Promise<{ readonly paths: readonly string[]; readonly kept: number }> {
  await mkdir(next, { recursive: true });
  const paths: string[] = [];
  let kept = 0;
  for await (const { path, bytes } of files) {
    await pause();
    if (place(old, next, path, bytes)) kept += 1;
    paths.push(path);
  }
  return { paths, kept };
}

async function takePlace(folder: string, next: string, last: string): Promise<void> {
  const isThere = (await namesIn(dirname(folder))).includes(basename(folder));
  try {
    if (isThere) await rename(folder, last);
    await rename(next, folder).catch(async (error: unknown) => {
      if (isThere) await rename(last, folder);
      throw error;
    });
  } catch (error) {
    throw new MachineError(
      `${folder} cannot be replaced: close the programs that hold it open, then publish again.`,
      {
        cause: error,
      },
    );
  }
  await clear(last);
}

const beside = (folder: string, what: string): string =>
  join(dirname(folder), `.${basename(folder)}.${what}`);

/**
 * Puts a file into the new site; true where it is the one of the old site. At once: a site is many small files, and to hand each to another
 * thread takes longer.
 */
function place(old: string, next: string, path: string, bytes: Uint8Array): boolean {
  const to = join(next, path);
  mkdirSync(dirname(to), { recursive: true });
  if (holds(join(old, path), bytes)) {
    keep(join(old, path), to);
    return true;
  }
  // Never through a link to a file of the old site: names that differ in capitals alone are one file on some disks.
  writeFileSync(to, bytes, { flag: "wx" });
  return false;
}

/** The same file at another place; where the disk knows no links, a copy with its times. */
function keep(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    const { atime, mtime } = statSync(from);
    copyFileSync(from, to);
    utimesSync(to, atime, mtime);
  }
}

const namesIn = (folder: string, recursive = false): Promise<string[]> =>
  readdir(folder, { recursive, withFileTypes: true }).then(
    (all) => all.filter((one) => !recursive || one.isFile()).map(({ name }) => name),
    () => [],
  );
