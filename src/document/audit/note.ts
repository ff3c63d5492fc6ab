import type { Finding } from "../../audit/finding.ts";
import type { PaperReport } from "../../audit/report.ts";
import { wrapped } from "../wrapped.ts";
import { countWords, coverageWords, findingWords, placeWords, quoteWords, severityHeads } from "./words.ts";

/** What was found, as a careful colleague would write it down: paper by paper, the gravest first. */
export const auditNote = (reports: readonly PaperReport[]): string =>
  reports.map((report) => paperNote(report).join("\n")).join("\n\n\n");

function paperNote({ paper, findings, accepted, coverage }: PaperReport): string[] {
  const title = paper.read.title ?? null;
  return [
    `${paper.file}: ${countWords(findings, accepted.length)}.`,
    ...(title === null ? [] : [wrapped(title)]),
    wrapped(coverageWords(coverage)),
    ...severityHeads.flatMap(([severity, head]) =>
      group(
        head,
        findings.filter((finding) => finding.severity === severity),
        paper.file,
      ),
    ),
    ...acceptedLines(accepted),
  ];
}

const group = (head: string, findings: readonly Finding[], file: string): string[] =>
  findings.length === 0 ? [] : ["", head, ...findings.flatMap((finding) => ["", findingNote(finding, file)])];

function findingNote(finding: Finding, file: string): string {
  const { place, quote, other, rule } = finding;
  const lines = [
    `  ${placeWords(place)}: ${quoteWords(quote)}`,
    wrapped(`${findingWords(finding)} (${rule})`, "    "),
    ...(other === null
      ? []
      : [
          wrapped(
            `Beside it, ${other.place.file === file ? "" : `${other.place.file}, `}${placeWords(other.place)}: ${quoteWords(other.quote)}`,
            "    ",
          ),
        ]),
  ];
  return lines.join("\n");
}

function acceptedLines(accepted: PaperReport["accepted"]): string[] {
  if (accepted.length === 0) return [];
  return [
    "",
    "Accepted",
    ...accepted.map(({ finding, acceptance }) =>
      wrapped(
        `${placeWords(finding.place)}: ${quoteWords(finding.quote)} ${acceptance.reason} (${acceptance.by}, ${acceptance.on})`,
        "  ",
      ),
    ),
  ];
}
