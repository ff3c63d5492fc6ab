import { Worker } from "node:worker_threads";
import type { Known } from "./examine.ts";
import { type OutsideReport, report } from "./report.ts";
import { notOpened } from "./rules/packing.ts";

/** How long a file may take, and how much memory it may need. */
export type Limits = { readonly timeoutMs: number; readonly mostBytes: number };

const usual: Limits = { timeoutMs: 120_000, mostBytes: 3_000_000_000 };
const nothingKnown: Known = { acceptsSigned: false, passwords: [] };
const lookEveryMs = 100;

/** What the worker is told. */
export type Task = { readonly bytes: Uint8Array; readonly known: Known };

/**
 * What an outside PDF lacks, read beside the main thread, so that a file that was made to do harm is given up on.
 *
 * @throws Error only for a bug of ours
 */
export function examineGuarded(
  bytes: Uint8Array,
  known: Known = nothingKnown,
  { timeoutMs, mostBytes }: Limits = usual,
): Promise<OutsideReport> {
  const workerData: Task = { bytes, known };
  // What pdf-lib says on the console of a damaged file, the report says in words.
  const worker = new Worker(new URL("./examineWorker.ts", import.meta.url), {
    workerData,
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 2_000 },
  });
  const [started, atStart] = [performance.now(), process.memoryUsage.rss()];
  return new Promise<OutsideReport>((resolve, reject) => {
    const giveUp = (): void => resolve(report(null, [notOpened.endless]));
    const watch = setInterval(() => {
      if (performance.now() - started > timeoutMs || process.memoryUsage.rss() - atStart > mostBytes)
        giveUp();
    }, lookEveryMs);
    worker.once("message", resolve);
    worker.once("error", (error: unknown) => (isTooMuch(error) ? giveUp() : reject(error)));
    worker.once("exit", () => {
      clearInterval(watch);
      giveUp();
    });
  }).finally(() => worker.terminate());
}

/** The stack, the heap, or the largest piece of memory was not enough. */
const isTooMuch = (error: unknown): boolean =>
  error instanceof RangeError ||
  (error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY");
