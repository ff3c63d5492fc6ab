import { createHash } from "node:crypto";
import type { PaperFindings } from "./audit/rule.ts";
import type { KeptFindings } from "./auditSources.ts";
import type { CacheFiles } from "./cacheFiles.ts";
import type { Projecting } from "./figures/projections.ts";
import { binary, openKeptFile } from "./keptFile.ts";
import { type KeptWords, openKeptWords } from "./keptWords.ts";
import { type Memory, noMemory } from "./memory.ts";
import { type PdfText, type PdfTexts, pdfText } from "./pdf/text/textGuarded.ts";
import { openProjections } from "./projectionCache.ts";
import type { KeptSources } from "./reading.ts";
import { openSpelling, type Spelling } from "./spelling.ts";
import { auditVersion, loadingVersion, packagesVersion, readingVersion, wordingVersion } from "./version.ts";

/** What checking can take from earlier runs instead of working it out again. */
export type Kept = {
  readonly project: Projecting;
  readonly isWord: Spelling;
  /** Documents that were worded. */
  readonly words: KeptWords;
  /** What was read from source texts. */
  readonly sources: KeptSources;
  /** The text of PDFs that others sent for public items. */
  readonly pdfText: PdfTexts;
  /** What the rules of the audit found in papers of ours by themselves, by all that they look at. */
  readonly findings: KeptFindings;
  /** What this process remembers of the builds before. */
  readonly memory: Memory;
};

/** Opens what earlier runs have kept; `save` keeps what this one adds. */
export async function openKept(
  files: CacheFiles,
  memory: Memory = noMemory,
): Promise<Kept & { save(): Promise<void> }> {
  const [projections, spelling, texts, findings, sources] = await Promise.all([
    openProjections(files),
    openSpelling(files, packagesVersion()),
    openKeptFile<PdfText>(files, "pdf-texts.json", readingVersion()),
    openKeptFile<PaperFindings>(files, "findings.json", auditVersion()),
    openKeptFile<object>(files, "sources.bin", loadingVersion(), binary),
  ]);
  const words = openKeptWords(files, wordingVersion());
  return {
    memory,
    findings,
    sources,
    project: projections.project,
    words,
    isWord: spelling.isWord,
    pdfText: async (bytes) => {
      const key = createHash("sha256").update(bytes).digest("hex");
      const known = texts.get(key);
      if (known !== undefined) return known;
      const text = await pdfText(bytes);
      if (text.ok) texts.set(key, text);
      return text;
    },
    save: async () => {
      for (const each of [projections, spelling, texts, findings, sources, words]) await each.save();
    },
  };
}
