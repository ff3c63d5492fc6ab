import type { PaperFindings } from "./audit/rule.ts";
import type { KeptFindings } from "./auditSources.ts";
import type { CacheFiles } from "./cacheFiles.ts";
import type { Projecting } from "./figures/projections.ts";
import { binary, openKeptFile } from "./keptFile.ts";
import { openKeptFolder } from "./keptFolder.ts";
import type { KeptReading, KeptReadings, KeptWording, KeptWords } from "./keptPapers.ts";
import { type Memory, noMemory } from "./memory.ts";
import { type PdfTexts, pdfText } from "./pdf/text/textGuarded.ts";
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
  /** Reads the text of PDFs that others sent for public items. */
  readonly pdfText: PdfTexts;
  /** Papers as the rules of the audit read them. */
  readonly readings: KeptReadings;
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
  const [projections, spelling, findings, sources] = await Promise.all([
    openProjections(files),
    openSpelling(files, packagesVersion()),
    openKeptFile<PaperFindings>(files, "findings.json", auditVersion()),
    openKeptFile<object>(files, "sources.bin", loadingVersion(), binary),
  ]);
  const words = openKeptFolder<KeptWording>(files, "words", wordingVersion());
  const readings = openKeptFolder<KeptReading>(files, "readings", `${auditVersion()} ${readingVersion()}`);
  return {
    memory,
    findings,
    sources,
    project: projections.project,
    words,
    isWord: spelling.isWord,
    pdfText,
    readings,
    save: async () => {
      for (const each of [projections, spelling, findings, sources, words, readings]) await each.save();
    },
  };
}
