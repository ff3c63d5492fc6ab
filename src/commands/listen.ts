import { readFile, stat } from "node:fs/promises";
import { UsageError } from "../diagnostic.ts";
import { listen } from "../pdf/listen.ts";
import type { Terminal } from "../terminal.ts";

/** Far above any pack; a larger file is not even opened. */
const mostBytes = 500_000_000;

/**
 * Prints what a screen reader would say of a PDF.
 *
 * @param targets the file, relative to the folder that the command runs in, or absolute
 * @returns the exit status: 1, with one line, when there is nothing to hear
 * @throws UsageError unless just one file is named
 */
export async function listenCommand(
  targets: readonly string[],
  pages: boolean,
  terminal: Terminal,
): Promise<number> {
  const [file] = targets;
  if (file === undefined || targets.length > 1)
    throw new UsageError(`listen takes one file, such as report.pdf; ${targets.length} were named`);
  const missing = await whyNotOpened(file);
  const heard =
    missing === null ? await listen(await readFile(file), { pages }) : { ok: false as const, why: missing };
  if (heard.ok) terminal.print(heard.lines.join("\n"));
  else terminal.problem(`${file}: ${heard.why}`);
  return heard.ok ? 0 : 1;
}

/** Why a file that was named cannot be opened, in a few words; null when it can. */
export async function whyNotOpened(file: string): Promise<string | null> {
  const found = await stat(file).catch(() => null);
  if (found === null) return "there is no such file";
  if (!found.isFile()) return "this is no file: name a PDF";
  return found.size > mostBytes ? "this file is too large (more than 500 MB)" : null;
}
