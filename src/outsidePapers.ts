import { auditedPaper } from "./audit/auditedPaper.ts";
import type { Finding } from "./audit/finding.ts";
import type { AuditedPaper } from "./audit/rule.ts";
import { readAuditBytes } from "./auditFiles.ts";
import type { Place } from "./diagnostic.ts";
import { type KeptReadings, readingKey } from "./keptPapers.ts";
import { agendaLines } from "./model/agenda.ts";
import type { MeetingFacts } from "./model/facts.ts";
import type { PdfTexts } from "./pdf/text/textGuarded.ts";
import type { SourceFiles } from "./reading.ts";

/** PDFs as papers, their names, and a finding for each that could not be read. */
export type OutsidePapers = {
  readonly papers: readonly AuditedPaper[];
  readonly unread: readonly Finding[];
  readonly files: ReadonlySet<string>;
};

/** The PDFs that meetings bring, as papers; what of them cannot be read is a finding. */
export async function outsidePapers(
  meetings: readonly MeetingFacts[],
  files: SourceFiles,
  readings: KeptReadings,
  textOf?: PdfTexts,
): Promise<OutsidePapers> {
  const papers: AuditedPaper[] = [];
  const unread: Finding[] = [];
  for (const held of meetings)
    for (const { refs } of agendaLines(held))
      for (const ref of refs) {
        if (ref.kind !== "outside") continue;
        const file = `data/meetings/${held.id}/${ref.file}`;
        if (papers.some((paper) => paper.file === file)) continue;
        const bytes = await files.read(file);
        const key = readingKey(bytes);
        const before = readings.get(file);
        if (before?.key === key) {
          papers.push(before.paper);
          continue;
        }
        const read = await readAuditBytes(file, bytes, textOf);
        if (!read.ok) {
          unread.push(unreadFinding(held.placeOf(ref.path), ref.name, read.why));
          continue;
        }
        const paper = auditedPaper(read.read, null);
        readings.set(file, { key, paper });
        papers.push(paper);
      }
  return { papers, unread, files: new Set(papers.map(({ file }) => file)) };
}

const unreadFinding = (place: Place, quote: string, why: string): Finding => ({
  rule: "outside-paper-unread",
  severity: "review",
  place,
  message: `this paper could not be audited: ${why}`,
  quote,
  other: null,
});
