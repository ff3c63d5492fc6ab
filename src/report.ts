import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OutputFile } from "./disk.ts";
import type { SourceText } from "./sources/text.ts";
import type { Target } from "./targets.ts";
import { version } from "./version.ts";

const hash = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

type Hashed = { readonly file: string; readonly sha256: string };

/** What went into one document, what came out, and what made it. */
type DocumentReport = {
  readonly document: string;
  readonly tools: Readonly<Record<string, string>>;
  readonly inputs: readonly Hashed[];
  readonly outputs: readonly Hashed[];
};

/**
 * `build.json` beside the outputs: this document's part, with those of the others that lie in the same folder as they were. No clock:
 * equal sources give equal bytes.
 */
export async function buildReport(
  out: string,
  target: Target,
  sources: ReadonlyMap<string, SourceText>,
  files: readonly OutputFile[],
  browser: string,
): Promise<OutputFile> {
  const path = `${target.path}/build.json`;
  const inputs = [...sources]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, { text }]) => ({ file, sha256: hash(text) }));
  const own: DocumentReport = {
    document: `${target.path}/${target.document}`,
    tools: { panelpack: version, node: process.version, browser },
    inputs,
    outputs: files.map(({ path: file, bytes }) => ({ file, sha256: hash(bytes) })),
  };
  const others = (await documentsOf(join(out, path))).filter(({ document }) => document !== own.document);
  const documents = [...others, own].sort((a, b) => (a.document < b.document ? -1 : 1));
  return { path, bytes: Buffer.from(`${JSON.stringify({ documents }, null, 2)}\n`) };
}

/** The documents that an earlier report names; none where there is no report, or not one of ours. */
async function documentsOf(file: string): Promise<readonly DocumentReport[]> {
  try {
    const { documents } = JSON.parse(await readFile(file, "utf8")) as { documents?: DocumentReport[] };
    return documents ?? [];
  } catch {
    return [];
  }
}
