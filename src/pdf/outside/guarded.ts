import { Worker } from "node:worker_threads";

/** How long a task may take, and how much memory it may need. */
export type Limits = { readonly timeoutMs: number; readonly mostBytes: number };

const lookEveryMs = 100;

/**
 * What a worker answers to a task, beside the main thread, so that a file that was made to do harm is given up on; null when it takes
 * more than the limits.
 *
 * @param script answers with one message
 * @throws Error only for a bug of ours
 */
export function guarded<Answer>(
  script: URL,
  task: unknown,
  { timeoutMs, mostBytes }: Limits,
): Promise<Answer | null> {
  // What libraries say on the console of a damaged file, the report says in words.
  const worker = new Worker(script, {
    workerData: task,
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 2_000 },
  });
  const [started, atStart] = [performance.now(), process.memoryUsage.rss()];
  return new Promise<Answer | null>((resolve, reject) => {
    const giveUp = (): void => resolve(null);
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
