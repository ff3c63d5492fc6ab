import { parentPort, workerData } from "node:worker_threads";
import { pdfFileLines } from "../../sources/paperText/readFile.ts";
import type { PdfText } from "./textGuarded.ts";

parentPort?.postMessage(await textOf(workerData as Uint8Array));

async function textOf(bytes: Uint8Array): Promise<PdfText> {
  try {
    return { ok: true, lines: await pdfFileLines(bytes) };
  } catch (error) {
    // What pdf.js finds wrong in a file it names an exception; another error is a bug.
    if (!(error instanceof Error) || !error.name.endsWith("Exception")) throw error;
    return {
      ok: false,
      why:
        error.name === "PasswordException"
          ? "this PDF is encrypted: save it without a password first"
          : "this PDF is damaged and cannot be read",
    };
  }
}
