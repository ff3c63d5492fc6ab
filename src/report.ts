import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BuiltPack } from "./buildPack.ts";
import type { CheckedSources } from "./check.ts";
import type { OutputFile } from "./disk.ts";
import type { Loaded } from "./load.ts";
import { packName } from "./model/packs.ts";
import { once } from "./once.ts";
import { type Audited, auditOf, outsideOf } from "./reportAudit.ts";
import { sha256, sha256Of } from "./sha256.ts";
import type { SourceText } from "./sources/text.ts";
import { addressOf, type Target } from "./targets.ts";
import { version } from "./version.ts";

type Hashed = { readonly file: string; readonly sha256: string };

/** What went into one document or pack, what came out, and what made it. */
type DocumentReport = {
  readonly document: string;
  readonly tools: Readonly<Record<string, string>>;
  readonly inputs: readonly Hashed[];
  readonly outputs: readonly Hashed[];
  /** Of a pack: the standards that it meets, and what keeps it from meeting them. */
  readonly standards?: readonly string[];
  readonly inaccessible?: readonly string[];
} & Audited;

/** A report that belongs into a file below the output folder. */
type Filed = { readonly path: string; readonly report: DocumentReport };

/**
 * One `build.json` beside the outputs of each folder, and `build.members.json` for what members alone may see: the parts of what was built,
 * with those of the others that lie in the same folder as they were. No clock: equal sources give equal bytes.
 */
export async function buildReports(
  out: string,
  documents: readonly { readonly target: Target; readonly files: readonly OutputFile[] }[],
  packs: readonly BuiltPack[],
  { loaded: { sources }, audit }: CheckedSources,
  exempt: ReadonlyMap<string, Loaded>,
  browser: string,
): Promise<OutputFile[]> {
  const tools = { panelpack: version, node: process.version, browser };
  const inputs = hashesOf(sources);
  const filed: Filed[] = [
    ...documents.map(({ target, files }) => ({
      path: `${target.path}/build.json`,
      report: {
        document: addressOf(target),
        tools,
        inputs,
        outputs: outputsOf(files),
        ...auditOf(addressOf(target), audit),
      },
    })),
    ...packs.map((pack) => ({
      path: `${pack.meeting.id}/${pack.edition === "public" ? "build.json" : "build.members.json"}`,
      report: {
        document: `${pack.meeting.id}/${packName(pack.supplement)}`,
        tools,
        inputs: withOutside(
          pack.edition === "public" ? inputs : hashesOf(exempt.get(pack.meeting.id)?.sources ?? sources),
          pack.outside,
        ),
        outputs: outputsOf([pack.file]),
        standards: pack.inaccessible.length === 0 ? ["PDF/UA-1", "PDF/A-2a"] : [],
        ...(pack.inaccessible.length === 0 ? {} : { inaccessible: pack.inaccessible }),
        ...outsideOf(pack.meeting.id, audit),
      },
    })),
  ];
  const paths = [...new Set(filed.map(({ path }) => path))];
  return Promise.all(
    paths.map((path) =>
      withEarlier(
        out,
        path,
        filed.filter((one) => one.path === path).map(({ report }) => report),
      ),
    ),
  );
}

/** Sources with the PDFs from outside, each once, by their names. */
const withOutside = (inputs: readonly Hashed[], outside: readonly Hashed[]): Hashed[] =>
  [...new Map([...inputs, ...outside].map((one) => [one.file, one])).values()].sort(byFile);

const byFile = (a: Hashed, b: Hashed): number => (a.file < b.file ? -1 : 1);

const hashesOf = (sources: ReadonlyMap<string, SourceText>): Hashed[] =>
  [...sources].map(([file, source]) => ({ file, sha256: hashOf(source) })).sort(byFile);

const hashOf = once(({ text }: SourceText): string => sha256(text));

const outputsOf = (files: readonly OutputFile[]): Hashed[] =>
  files.map(({ path: file, bytes }) => ({ file, sha256: sha256Of(bytes) }));

async function withEarlier(out: string, path: string, own: readonly DocumentReport[]): Promise<OutputFile> {
  const names = new Set(own.map(({ document }) => document));
  const others = (await documentsOf(join(out, path))).filter(({ document }) => !names.has(document));
  const documents = [...others, ...own].sort((a, b) => (a.document < b.document ? -1 : 1));
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
