import type { Known } from "./examine.ts";
import { guarded, type Limits } from "./guarded.ts";
import { type OutsideReport, report } from "./report.ts";
import { notOpened } from "./rules/packing.ts";

const usual: Limits = { timeoutMs: 120_000, mostBytes: 3_000_000_000 };
const nothingKnown: Known = { acceptsSigned: false, passwords: [] };

/** What the worker is told. */
export type Task = { readonly bytes: Uint8Array; readonly known: Known };

/**
 * What an outside PDF lacks, read beside the main thread, so that a file that was made to do harm is given up on.
 *
 * @throws Error only for a bug of ours
 */
export async function examineGuarded(
  bytes: Uint8Array,
  known: Known = nothingKnown,
  limits: Limits = usual,
): Promise<OutsideReport> {
  const task: Task = { bytes, known };
  const answer = await guarded<OutsideReport>(new URL("./examineWorker.ts", import.meta.url), task, limits);
  return answer ?? report(null, [notOpened.endless]);
}
