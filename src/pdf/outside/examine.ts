import { readFacts } from "./facts.ts";
import { openOutside } from "./open.ts";
import { type OutsideReport, report, reportOf, type Settled } from "./report.ts";
import { notOpened } from "./rules/packing.ts";

/** What is known beforehand of an outside paper. */
export type Known = Settled & {
  /** Passwords that its author gave. */ readonly passwords: readonly string[];
};

/** Reads a PDF that somebody else made, and says what it lacks. However broken it is, it is reported; it may take long. */
export async function examine(bytes: Uint8Array, known: Known): Promise<OutsideReport> {
  const opened = await openOutside(bytes, known.passwords);
  if (typeof opened === "string") return report(null, [notOpened[opened]]);
  return reportOf(readFacts(bytes, opened), known);
}
