import { join } from "node:path";
import { build } from "../../src/build.ts";
import { sourceFiles, sourceFilesWithExempt } from "../../src/disk.ts";
import { resolveBrowser } from "../../src/pdf/browser.ts";
import { openPrinter } from "../../src/pdf/printer.ts";

/**
 * Prints and finishes every paper of the sample here and now: nothing comes from an earlier build's cache.
 *
 * @param scratch a folder of the test's own, which the test removes
 * @returns the paths of the PDFs
 */
export async function buildSample(scratch: string): Promise<string[]> {
  const root = join(import.meta.dirname, "..", "..");
  const printer = openPrinter({ browser: await resolveBrowser() });
  try {
    const { documents, packs } = await build([], join(scratch, "output"), {
      files: sourceFiles(root),
      exemptFiles: sourceFilesWithExempt(root),
      printer: async () => ({ printer, browser: "a browser" }),
      cacheFolder: join(scratch, "cache"),
      drawingVersion: "1",
      progress: () => undefined,
      now: () => 0,
    });
    return [
      ...documents.map(({ pdf }) => pdf),
      ...packs.map(({ file }) => join(scratch, "output", file.path)),
    ];
  } finally {
    await printer.close();
  }
}
