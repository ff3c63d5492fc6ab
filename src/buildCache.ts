import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DrawingCache } from "./drawings.ts";

/** A finished file, and the hash of all that went into it: equal sources give equal bytes, so it need not be printed again. */
export type KeptPrint = { readonly key: string; readonly pageCount: number; readonly pdf: Uint8Array };

/** What a build keeps for the next one of the same paper: drawings by their hash, the pages its parts stood on, the print. */
export type BuildCache = {
  readonly drawings: DrawingCache;
  readonly pages: ReadonlyMap<string, number>;
  readonly print: KeptPrint | null;
};

type Stored = {
  readonly drawings: Record<string, string>;
  readonly pages: Record<string, number>;
  readonly print: { readonly key: string; readonly pageCount: number; readonly sha256: string };
};

const fileOf = (folder: string, name: string, ending: string): string =>
  join(folder, "build", `${name}.${ending}`);
const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

/** The hash of all that decides a print. */
export const printKey = (...parts: readonly string[]): string => sha256(parts.join("\u0000"));

/** The cache of the last build; empty when there is none or it cannot be read. */
export async function readBuildCache(folder: string, name: string): Promise<BuildCache> {
  try {
    const { drawings, pages, print } = JSON.parse(
      await readFile(fileOf(folder, name, "json"), "utf8"),
    ) as Stored;
    const kept = { drawings: new Map(Object.entries(drawings)), pages: new Map(Object.entries(pages)) };
    const pdf = await readFile(fileOf(folder, name, "pdf"));
    return {
      ...kept,
      print: sha256(pdf) === print.sha256 ? { key: print.key, pageCount: print.pageCount, pdf } : null,
    };
  } catch {
    return { drawings: new Map(), pages: new Map(), print: null };
  }
}

/** Writes the cache beside the old one, then takes its place; what does not fit together is not believed when it is read. */
export async function writeBuildCache(
  folder: string,
  name: string,
  { drawings, pages, print }: BuildCache & { print: KeptPrint },
): Promise<void> {
  const stored: Stored = {
    drawings: Object.fromEntries(drawings),
    pages: Object.fromEntries(pages),
    print: { key: print.key, pageCount: print.pageCount, sha256: sha256(print.pdf) },
  };
  await replace(fileOf(folder, name, "pdf"), print.pdf);
  await replace(fileOf(folder, name, "json"), JSON.stringify(stored));
}

async function replace(file: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.${process.pid}.tmp`, content);
  await rename(`${file}.${process.pid}.tmp`, file);
}
