import { createHash } from "node:crypto";
import type { OutputFile } from "./disk.ts";
import type { SourceText } from "./sources/text.ts";
import type { Target } from "./targets.ts";
import { version } from "./version.ts";

const hash = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** `build.json` beside the outputs: what went in, what came out, and what made it. No clock: equal sources give equal bytes. */
export function buildReport(
  target: Target,
  sources: ReadonlyMap<string, SourceText>,
  files: readonly OutputFile[],
  browser: string,
): OutputFile {
  const inputs = [...sources]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, { text }]) => ({ file, sha256: hash(text) }));
  const outputs = files.map(({ path, bytes }) => ({ file: path, sha256: hash(bytes) }));
  const tools = { panelpack: version, node: process.version, browser };
  const text = JSON.stringify(
    { document: `${target.path}/${target.document}`, tools, inputs, outputs },
    null,
    2,
  );
  return { path: `${target.path}/build.json`, bytes: Buffer.from(`${text}\n`) };
}
