import { createHash } from "node:crypto";
import type { CacheFiles } from "./cacheFiles.ts";
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

const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

/** The hash of all that decides a print. */
export const printKey = (...parts: readonly string[]): string => sha256(parts.join("\u0000"));

/** The cache of the last build of a document, by its name; empty when there is none or it cannot be read. */
export async function readBuildCache(files: CacheFiles, name: string): Promise<BuildCache> {
  const [json, pdf] = await Promise.all([files.read(`${name}.json`), files.read(`${name}.pdf`)]);
  const stored = json === null || pdf === null ? null : parsed(Buffer.from(json).toString("utf8"));
  if (stored === null || pdf === null) return { drawings: new Map(), pages: new Map(), print: null };
  const { drawings, pages, print } = stored;
  return {
    drawings: new Map(Object.entries(drawings)),
    pages: new Map(Object.entries(pages)),
    print: sha256(pdf) === print.sha256 ? { key: print.key, pageCount: print.pageCount, pdf } : null,
  };
}

function parsed(json: string): Stored | null {
  try {
    const stored = JSON.parse(json) as Partial<Stored> | null;
    return stored?.drawings && stored.pages && stored.print ? (stored as Stored) : null;
  } catch {
    return null;
  }
}

/** Writes the cache beside the old one, then takes its place; what does not fit together is not believed when it is read. */
export async function writeBuildCache(
  files: CacheFiles,
  name: string,
  { drawings, pages, print }: BuildCache & { print: KeptPrint },
): Promise<void> {
  const stored: Stored = {
    drawings: Object.fromEntries(drawings),
    pages: Object.fromEntries(pages),
    print: { key: print.key, pageCount: print.pageCount, sha256: sha256(print.pdf) },
  };
  await files.write(`${name}.pdf`, print.pdf);
  await files.write(`${name}.json`, JSON.stringify(stored));
}
