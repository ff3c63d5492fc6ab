import { writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { readAuditStyle } from "../assets.ts";
import { auditedPaper } from "../audit/auditedPaper.ts";
import { findingJson } from "../audit/finding.ts";
import { auditReport, type PaperReport } from "../audit/report.ts";
import { type FileRead, readAuditFile } from "../auditFiles.ts";
import { MachineError, SourceError, UsageError } from "../diagnostic.ts";
import { sourceFiles } from "../disk.ts";
import { auditNote } from "../document/audit/note.ts";
import { auditView } from "../document/audit/view.ts";
import { grantedIn } from "../granted.ts";
import { auditHtml } from "../html/auditReport.ts";
import { load } from "../load.ts";
import type { Facts } from "../model/facts.ts";
import { spelling } from "../spelling.ts";
import type { Terminal } from "../terminal.ts";

/** How the findings are given: a note, data for other programs, or the papers beside their findings. */
export type AuditFormat = "text" | "json" | "html";

/** What the command line asks; without `out` it is printed. */
export type AuditAsked = { readonly format: AuditFormat; readonly out: string | undefined };

/**
 * Audits papers from anywhere, together; in a folder with our `data/` with what that holds.
 *
 * @param files relative to the folder that the command runs in, or absolute
 * @returns the exit status: 1 where a file cannot be read or an error is found that nobody has accepted
 * @throws UsageError when no file is named
 */
export async function auditCommand(
  root: string,
  files: readonly string[],
  { format, out }: AuditAsked,
  terminal: Terminal,
): Promise<number> {
  if (files.length === 0)
    throw new UsageError("audit takes at least one file, such as report.pdf or report.md; none was named");
  const facts = await factsHere(root, terminal);
  const read: Extract<FileRead, { ok: true }>[] = [];
  let unread = 0;
  for (const file of new Set(files)) {
    const one = isSource(file, root, facts) ? ownSource : await readAuditFile(file);
    if (one.ok) read.push(one);
    else {
      terminal.problem(`${file}: ${one.why}`);
      unread += 1;
    }
  }
  const reports = auditReport(
    read.map((one) => auditedPaper(one.read, null)),
    {
      register: facts,
      names: facts?.organisation ?? null,
      isWord: spelling(),
      granted: [
        ...read.flatMap(({ granted }) => granted),
        ...(facts === null ? [] : outsideGrants(facts, root)),
      ],
    },
  );
  if (reports.length > 0) await give(await told(reports, format), out, terminal);
  const errors = reports.flatMap(({ findings }) => findings).filter(({ severity }) => severity === "error");
  return unread > 0 || errors.length > 0 ? 1 : 0;
}

/** A source of ours names its figures instead of printing them: only its worded paper can be read. */
const isSource = (file: string, root: string, facts: Facts | null): boolean =>
  facts !== null && /^data\/.*\.md$/.test(relative(root, file).replaceAll("\\", "/"));

const ownSource: FileRead = {
  ok: false,
  why: "this is a source of a paper of ours: panelpack check audits it as it will be printed",
};

/** Acceptances in meeting.yaml for PDFs of `papers/`, however the file is named here. */
const outsideGrants = (facts: Facts, root: string) =>
  grantedIn(facts).map((granted) => ({
    ...granted,
    covers: (file: string) =>
      granted.covers(relative(root, file).replaceAll("\\", "/")) || granted.covers(file),
  }));

/** The data of the folder that the command runs in; null where there is none, or none that can be read. */
async function factsHere(root: string, terminal: Terminal): Promise<Facts | null> {
  const files = sourceFiles(root);
  if (!(await files.list("data")).includes("organisation.yaml")) return null;
  try {
    return (await load("data", files)).facts;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    terminal.problem("data/ has problems, so nothing is held against it: see panelpack check");
    return null;
  }
}

async function told(reports: readonly PaperReport[], format: AuditFormat): Promise<string> {
  if (format === "text") return auditNote(reports);
  if (format === "html") return auditHtml(auditView(reports), await readAuditStyle());
  return JSON.stringify({ findings: reports.flatMap(({ findings }) => findings.map(findingJson)) }, null, 2);
}

async function give(text: string, out: string | undefined, terminal: Terminal): Promise<void> {
  if (out === undefined) return terminal.print(text);
  await writeFile(out, `${text}\n`).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new MachineError(`${out} could not be written (${code}): name another file with --out.`);
  });
  terminal.done(`${out}: written`);
}
