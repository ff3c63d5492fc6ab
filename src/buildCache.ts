import type { CacheFiles } from "./cacheFiles.ts";
import type { DrawingCache } from "./drawings.ts";
import { sha256, sha256Of } from "./sha256.ts";

/** A finished file, and the hash of all that went into it: equal sources give equal bytes, so it need not be printed again. */
export type KeptPrint = { readonly key: string; readonly pageCount: number; readonly pdf: Uint8Array };

/** What a document was set from: with the same words, style and code it need not even be set again. */
export type KeptSetting = {
  /** The hash of all that decided it. */
  readonly key: string;
  /** The hashes of its charts by their names. */
  readonly charts: ReadonlyMap<string, string>;
  readonly html: string;
};

/** What a build keeps for the next one of the same paper: drawings by their hash, the pages its parts stood on, the print. */
export type BuildCache = {
  readonly drawings: DrawingCache;
  readonly pages: ReadonlyMap<string, number>;
  readonly print: KeptPrint | null;
  readonly setting: KeptSetting | null;
};

type Stored = {
  readonly drawings: Record<string, string>;
  readonly pages: Record<string, number>;
  /** Null of sheets, which are always set anew; `html` is a hash. */
  readonly setting: {
    readonly key: string;
    readonly charts: Record<string, string>;
    readonly html: string;
  } | null;
  readonly print: { readonly key: string; readonly pageCount: number; readonly sha256: string };
};

/** The hash of all that decides a print. */
export const printKey = (...parts: readonly string[]): string => sha256(parts.join("\u0000"));

/** The cache of the last build of a document, by its name; empty when there is none or it cannot be read. */
export async function readBuildCache(files: CacheFiles, name: string): Promise<BuildCache> {
  const [json, pdf, html] = await Promise.all(
    ["json", "pdf", "html"].map((ending) => files.read(`${name}.${ending}`)),
  );
  const stored = json ? parsed(Buffer.from(json).toString("utf8")) : null;
  if (stored === null || !pdf) return { drawings: new Map(), pages: new Map(), print: null, setting: null };
  const { drawings, pages, print, setting } = stored;
  const whole = sha256Of(pdf) === print.sha256;
  return {
    drawings: new Map(Object.entries(drawings)),
    pages: new Map(Object.entries(pages)),
    print: whole ? { key: print.key, pageCount: print.pageCount, pdf } : null,
    setting:
      whole && setting && html && sha256(html) === setting.html
        ? {
            key: setting.key,
            charts: new Map(Object.entries(setting.charts)),
            html: Buffer.from(html).toString("utf8"),
          }
        : null,
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
  { drawings, pages, print, setting }: BuildCache & { print: KeptPrint },
): Promise<void> {
  const stored: Stored = {
    drawings: Object.fromEntries(drawings),
    pages: Object.fromEntries(pages),
    print: { key: print.key, pageCount: print.pageCount, sha256: sha256Of(print.pdf) },
    setting: setting && {
      key: setting.key,
      charts: Object.fromEntries(setting.charts),
      html: sha256(setting.html),
    },
  };
  await files.write(`${name}.pdf`, print.pdf);
  if (setting !== null) await files.write(`${name}.html`, setting.html);
  await files.write(`${name}.json`, JSON.stringify(stored));
}
