import { readFile } from "node:fs/promises";
import { examineGuarded } from "../pdf/outside/examineGuarded.ts";
import type { OutsideReport } from "../pdf/outside/report.ts";
import { reportJson } from "../pdf/outside/reportJson.ts";
import { tellReport } from "../pdf/outside/tellReport.ts";
import type { Terminal } from "../terminal.ts";
import { whyNotOpened } from "./listen.ts";

/**
 * Says what each PDF that somebody else made lacks.
 *
 * @param files relative to the folder that the command runs in, or absolute
 * @returns the exit status: 1 when one of them cannot be read, cannot go into a pack, or lacks what its readers need
 */
export async function checkOutside(
  files: readonly string[],
  json: boolean,
  terminal: Terminal,
): Promise<number> {
  const reports: { file: string; report: OutsideReport }[] = [];
  let unread = 0;
  for (const file of files) {
    const missing = await whyNotOpened(file);
    if (missing !== null) {
      terminal.problem(`${file}: ${missing}`);
      unread++;
    } else reports.push({ file, report: await examineGuarded(await readFile(file)) });
  }
  if (json) {
    const papers = reports.map(({ file, report }) => reportJson(file, report));
    terminal.print(JSON.stringify({ papers }, null, 2));
  } else if (reports.length > 0)
    terminal.print(reports.map(({ file, report }) => tellReport(file, report).join("\n")).join("\n\n"));
  return unread > 0 || reports.some(({ report }) => isWanting(report)) ? 1 : 0;
}

const isWanting = ({ findings }: OutsideReport): boolean =>
  findings.some(({ severity }) => severity === "error");
