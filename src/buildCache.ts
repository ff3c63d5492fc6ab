import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DrawingCache } from "./drawings.ts";

/** What a build keeps for the next one of the same paper: drawings by their hash, and the pages its parts stood on. */
export type BuildCache = { readonly drawings: DrawingCache; readonly pages: ReadonlyMap<string, number> };

type Stored = { readonly drawings: Record<string, string>; readonly pages: Record<string, number> };

const fileOf = (folder: string, name: string): string => join(folder, "build", `${name}.json`);

/** The cache of the last build; empty when there is none or it cannot be read. */
export async function readBuildCache(folder: string, name: string): Promise<BuildCache> {
  try {
    const { drawings, pages } = JSON.parse(await readFile(fileOf(folder, name), "utf8")) as Stored;
    return { drawings: new Map(Object.entries(drawings)), pages: new Map(Object.entries(pages)) };
  } catch {
    return { drawings: new Map(), pages: new Map() };
  }
}

/** Writes the cache beside the old one, then takes its place; two builds at once leave the one or the other whole. */
export async function writeBuildCache(
  folder: string,
  name: string,
  { drawings, pages }: BuildCache,
): Promise<void> {
  const file = fileOf(folder, name);
  await mkdir(dirname(file), { recursive: true });
  const stored: Stored = { drawings: Object.fromEntries(drawings), pages: Object.fromEntries(pages) };
  await writeFile(`${file}.${process.pid}.tmp`, JSON.stringify(stored));
  await rename(`${file}.${process.pid}.tmp`, file);
}
