import { auditedPaper } from "./audit/auditedPaper.ts";
import type { Finding } from "./audit/finding.ts";
import type { AuditedPaper } from "./audit/rule.ts";
import { readAuditBytes } from "./auditFiles.ts";
import type { Place } from "./diagnostic.ts";
import { type KeptReadings, recallReading } from "./keptPapers.ts";
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
        const read = await readOutside(file, await files.read(file), readings, textOf);
        if (read.ok) papers.push(read.paper);
        else unread.push(unreadFinding(held.placeOf(ref.path), ref.name, read.why));
      }
  return { papers, unread, files: new Set(papers.map(({ file }) => file)) };
}

async function readOutside(
  file: string,
  bytes: Uint8Array,
  readings: KeptReadings,
  textOf: PdfTexts | undefined,
): Promise<
  { readonly ok: true; readonly paper: AuditedPaper } | { readonly ok: false; readonly why: string }
> {
  const { known, keep } = recallReading(readings, file, bytes);
  if (known !== null) return { ok: true, paper: known };
  const read = await readAuditBytes(file, bytes, textOf);
  return read.ok ? { ok: true, paper: keep(auditedPaper(read.read, null)) } : read;
}

const unreadFinding = (place: Place, quote: string, why: string): Finding => ({
  rule: "outside-paper-unread",
  severity: "review",
  place,
  message: `this paper could not be audited: ${why}`,
  quote,
  other: null,
});
