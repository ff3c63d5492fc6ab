import { byPlace } from "../audit/audit.ts";
import { calendarFindings } from "../audit/calendarFindings.ts";
import { type Finding, findingJson } from "../audit/finding.ts";
import type { SourceAudit } from "../auditSources.ts";
import { type CheckedSources, findingsOf, readAudited } from "../check.ts";
import { type Diagnostic, SourceError, UsageError } from "../diagnostic.ts";
import { coverageWords, findingWords } from "../document/audit/words.ts";
import { isFlowView } from "../document/worded.ts";
import { addressOf } from "../targets.ts";
import type { Terminal } from "../terminal.ts";
import { calendarLines, type ShownMeeting, shownMeetings } from "./calendarScreen.ts";
import { readKept } from "./readKept.ts";

/** How a check is asked for; `today` is handed in, so that what it says of deadlines can be tested. */
type Asked = { readonly json: boolean; readonly today: string };

/**
 * Checks the papers that somebody else made, when PDFs are named, or the sources of targets.
 *
 * @throws UsageError when both are named: their reports have nothing in common
 */
export async function checkCommand(
  root: string,
  names: readonly string[],
  asked: Asked,
  terminal: Terminal,
): Promise<number> {
  const outside = names.filter(isOutside);
  if (outside.length === 0) return checkSources(root, names, asked, terminal);
  if (outside.length < names.length) throw new UsageError("check takes targets or PDFs, not both at once");
  return (await import("./checkOutside.ts")).checkOutside(names, asked.json, terminal);
}

/** Whether an argument names a paper that somebody else made: no target ends so. */
const isOutside = (name: string): boolean => /\.pdf$/i.test(name);

/** Checks the sources of the targets; problems come as a SourceError, or in JSON on standard output with status 1. */
async function checkSources(
  root: string,
  targets: readonly string[],
  { json, today }: Asked,
  terminal: Terminal,
): Promise<number> {
  try {
    const checked = await readKept(targets, root, readAudited);
    const { loaded, papers, audit } = checked;
    const meetings = shownMeetings(loaded.facts, targets, today);
    const findings = [
      ...papers.flatMap(({ worded }) => findingsOf(worded)),
      ...audit.findings,
      ...meetings.flatMap(({ held, calendar }) => calendarFindings(held, calendar)),
    ].sort(byPlace);
    if (json) terminal.print(jsonOf(findings, meetings));
    else
      terminal.print(
        [
          ...summaryOf(loaded.facts.measures.size, checked),
          ...meetings.flatMap(calendarLines),
          ...findingLines(findings),
          ...acceptedLines(audit),
        ].join("\n"),
      );
    return audit.errors.length > 0 ? 1 : 0;
  } catch (error) {
    if (!json || !(error instanceof SourceError)) throw error;
    terminal.print(JSON.stringify({ findings: error.problems.map(findingOf) }, null, 2));
    return 1;
  }
}

/** Findings, and where meetings are shown their calendars, as other programs read them; stable. */
function jsonOf(findings: readonly Finding[], meetings: readonly ShownMeeting[]): string {
  const calendars = meetings.map(({ calendar }) => calendar);
  return JSON.stringify(
    { findings: findings.map(findingJson), ...(calendars.length === 0 ? {} : { meetings: calendars }) },
    null,
    2,
  );
}

function summaryOf(measures: number, { papers, audit }: CheckedSources): string[] {
  const coverageOf = (name: string): string => {
    const found = audit.documents.find((document) => document.name === name);
    return found === undefined ? "" : `. ${coverageWords(found.coverage)}`;
  };
  const lines = papers.map(({ target, worded: { view, register } }) => {
    const name = addressOf(target);
    return `${name}: ${isFlowView(view) ? "" : `${view.sections.length} sections, `}${register.printed().length.toLocaleString("en-GB")} figures${coverageOf(name)}`;
  });
  const outside = audit.documents.filter((document) => document.outside);
  return [
    `No problems in ${measures} measures.`,
    ...lines,
    ...outside.map(({ name, coverage }) => `${name}, from outside. ${coverageWords(coverage)}`),
  ];
}

/** How many findings somebody answers for: their reasons stand where they were accepted. */
function acceptedLines({ documents }: SourceAudit): string[] {
  const count = documents.flatMap(({ accepted }) => accepted).length;
  return count === 0 ? [] : ["", `${count} ${count === 1 ? "finding is" : "findings are"} accepted.`];
}

/** Findings as a colleague would note them: those to decide on last. */
function findingLines(findings: readonly Finding[]): string[] {
  const heads = { error: "Contradictions", warning: "To look at", review: "For a person to decide" } as const;
  return (["error", "warning", "review"] as const).flatMap((severity) => {
    const some = findings.filter((f) => f.severity === severity);
    if (some.length === 0) return [];
    return [
      "",
      `${heads[severity]}:`,
      ...some.map(
        (finding) =>
          `  ${finding.place.file}:${finding.place.line} ${finding.settle === undefined ? finding.message : findingWords(finding)}`,
      ),
    ];
  });
}

/** A problem of the sources in the form that all findings have (stable for other programs). */
const findingOf = ({ place, message, hint }: Diagnostic) => ({
  rule: "source",
  severity: "error",
  file: place.file,
  line: place.line,
  column: place.column,
  message: hint === undefined || hint === "" ? message : `${message} ${hint}`,
  quote: place.text ?? "",
  other: null,
});
