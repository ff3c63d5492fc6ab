import type { Finding, Severity } from "../../audit/finding.ts";
import type { PaperReport } from "../../audit/report.ts";
import { countWords, coverageWords, findingWords, placeWords, quoteWords, severityHeads } from "./words.ts";

/** A finding as the report shows it beside its line. */
export type FindingView = {
  readonly id: string;
  readonly severity: Severity | "accepted";
  /** "Contradiction", "Look at this", "For a person to decide", "Accepted". */
  readonly label: string;
  readonly place: string;
  readonly quote: string;
  readonly text: string;
  readonly rule: string;
  /** The words it stands against; `link` leads to them where this report shows them. */
  readonly other: { readonly place: string; readonly quote: string; readonly link: string | null } | null;
  /** "Accepted by …: reason", or null. */
  readonly acceptance: string | null;
};

/** A line of a paper with what was found in it; `head` marks where a page of a PDF begins. */
export type LineView = {
  readonly id: string;
  readonly number: number;
  /** In pieces, so that the words which are quoted can be marked. */
  readonly pieces: readonly { readonly text: string; readonly marked: boolean }[];
  readonly findings: readonly FindingView[];
};

/** A paper and its findings: in a list, and beside its lines. */
export type AuditedView = {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly count: string;
  readonly coverage: string;
  readonly groups: readonly { readonly head: string; readonly findings: readonly FindingView[] }[];
  readonly lines: readonly LineView[];
};

export type AuditView = {
  readonly lang: string;
  readonly title: string;
  readonly papers: readonly AuditedView[];
};

const labels = {
  error: "Contradiction",
  warning: "Look at this",
  review: "For a person to decide",
  accepted: "Accepted",
} as const;

/** The report of an audit: every paper beside its findings. */
export function auditView(reports: readonly PaperReport[]): AuditView {
  const files = reports.map(({ paper }) => paper.file);
  return {
    lang: "en-GB",
    title: reports.length === 1 ? `Audit of ${files[0]}` : `Audit of ${reports.length} papers`,
    papers: reports.map((report, i) => paperView(report, i, files)),
  };
}

function paperView(
  { paper, findings, accepted, coverage }: PaperReport,
  index: number,
  files: readonly string[],
): AuditedView {
  const shown = [
    ...findings.map((finding) => ({ finding, acceptance: null })),
    ...accepted.map(({ finding, acceptance }) => ({
      finding,
      acceptance: `${acceptance.reason} (${acceptance.by}, ${acceptance.on})`,
    })),
  ];
  const views = shown.map(({ finding, acceptance }, i) => ({
    line: finding.place.line,
    quote: finding.quote,
    view: findingView(finding, acceptance, `paper-${index + 1}-finding-${i + 1}`, files),
  }));
  const at = new Map<number, typeof views>();
  for (const one of views) at.set(one.line, [...(at.get(one.line) ?? []), one]);
  return {
    id: `paper-${index + 1}`,
    file: paper.file,
    title: paper.read.title ?? "",
    count: countWords(findings, accepted.length),
    coverage: coverageWords(coverage),
    groups: [...severityHeads, ["accepted", "Accepted"] as const].flatMap(([severity, head]) => {
      const some = views.flatMap(({ view }) => (view.severity === severity ? [view] : []));
      return some.length === 0 ? [] : [{ head, findings: some }];
    }),
    lines: paper.read.lines.map((text, i) => {
      const here = at.get(i + 1) ?? [];
      return {
        id: lineId(index, i + 1),
        number: i + 1,
        pieces: markedPieces(
          text,
          here.map(({ quote }) => quote),
        ),
        findings: here.map(({ view }) => view),
      };
    }),
  };
}

const lineId = (paper: number, line: number): string => `paper-${paper + 1}-line-${line}`;

function findingView(
  finding: Finding,
  acceptance: string | null,
  id: string,
  files: readonly string[],
): FindingView {
  const { other, place } = finding;
  const severity = acceptance === null ? finding.severity : "accepted";
  const known = other === null ? -1 : files.indexOf(other.place.file);
  return {
    id,
    severity,
    label: labels[severity],
    place: placeWords(place),
    quote: quoteWords(finding.quote),
    text: findingWords(finding),
    rule: finding.rule,
    other:
      other === null
        ? null
        : {
            place: `${other.place.file === place.file ? "" : `${other.place.file}, `}${placeWords(other.place)}`,
            quote: quoteWords(other.quote),
            link: known < 0 ? null : lineId(known, other.place.line),
          },
    acceptance,
  };
}

/** A line cut where quoted words begin and end; a quotation that runs over lines marks what this one holds of it. */
function markedPieces(line: string, quotes: readonly string[]): LineView["pieces"] {
  const spans = quotes.flatMap((quote) => spanOf(line, quote)).sort((a, b) => a.from - b.from);
  const pieces: { text: string; marked: boolean }[] = [];
  let end = 0;
  for (const { from, to } of spans) {
    if (from < end) continue;
    pieces.push({ text: line.slice(end, from), marked: false }, { text: line.slice(from, to), marked: true });
    end = to;
  }
  pieces.push({ text: line.slice(end), marked: false });
  return pieces.filter(({ text }) => text !== "");
}

function spanOf(line: string, quote: string): { from: number; to: number }[] {
  if (quote === "") return [];
  const from = line.indexOf(quote);
  if (from >= 0) return [{ from, to: from + quote.length }];
  const words = quote.split(/\s+/);
  for (let count = words.length - 1; count >= 2; count -= 1) {
    const start = words.slice(0, count).join(" ");
    const at = line.indexOf(start);
    if (at >= 0) return [{ from: at, to: at + start.length }];
  }
  return [];
}
