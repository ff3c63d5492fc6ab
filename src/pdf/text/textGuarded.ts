import { Worker } from "node:worker_threads";
import type { PaperLine } from "../../sources/paperText/text.ts";

/** The lines of all pages, or in a few words why there are none. */
export type PdfText =
  | { readonly ok: true; readonly lines: readonly PaperLine[] }
  | { readonly ok: false; readonly why: string };

/** Reads the text of a PDF, or knows it from an earlier run. */
export type PdfTexts = (bytes: Uint8Array) => Promise<PdfText>;

const timeoutMs = 60_000;
const endless: PdfText = {
  ok: false,
  why: "reading this PDF takes too much time or memory: print it to a new PDF first",
};

/**
 * The text of a PDF, read beside the main thread, so that a file that was made to do harm is given up on.
 *
 * @throws Error only for a bug of ours
 */
export async function pdfText(bytes: Uint8Array): Promise<PdfText> {
  if (!Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-")) return { ok: false, why: "this is not a PDF" };
  const worker = new Worker(new URL("./textWorker.ts", import.meta.url), {
    workerData: bytes,
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 1_500 },
  });
  let timer: NodeJS.Timeout | undefined;
  return new Promise<PdfText>((resolve, reject) => {
    timer = setTimeout(() => resolve(endless), timeoutMs);
    worker.once("message", resolve);
    worker.once("error", (error: unknown) => (isTooMuch(error) ? resolve(endless) : reject(error)));
    worker.once("exit", () => resolve(endless));
  }).finally(() => {
    clearTimeout(timer);
    return worker.terminate();
  });
}

/** The stack, the heap, or the largest piece of memory was not enough. */
const isTooMuch = (error: unknown): boolean =>
  error instanceof RangeError ||
  (error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY");
