import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { build } from "../../src/build.ts";
import { sourceFiles, sourceFilesWithExempt } from "../../src/disk.ts";
import { resolveBrowser } from "../../src/pdf/browser.ts";
import { openPrint } from "../../src/pdf/print.ts";
import { openPrinter } from "../../src/pdf/printer.ts";
import { printable } from "./printable.ts";

// What it costs to finish every paper of the sample as PDF/UA-1 and PDF/A-2a, as a ratio to printing the same final HTML: the finishing
// itself, and the reading of the print before it, which a paper that names its own page numbers needs in any case. In one warm process and
// in turn, so that a machine that slows down slows both. Usage: finishing.ts [ROUNDS]
const rounds = Number(process.argv[2] ?? 3);
const aim = 0.5;
const root = join(import.meta.dirname, "..", "..");
const scratch = mkdtempSync(join(tmpdir(), "panelpack-bench-"));
const printer = openPrinter({ browser: await resolveBrowser() });
const metadata = { title: "Bench", author: "Bench", subject: "Bench", date: "2020-03-16" };

type Cost = {
  readonly printMs: number;
  readonly readMs: number;
  readonly finishMs: number;
  readonly pages: number;
};

/** Prints a paper's final HTML and finishes the print. */
async function costOf(file: string, html: string): Promise<Cost> {
  const started = performance.now();
  const { pdf } = await printer.print(html, { file, tagged: true });
  const printed = performance.now();
  const print = await openPrint(pdf);
  const read = performance.now();
  await print.finish(metadata);
  return {
    printMs: printed - started,
    readMs: read - printed,
    finishMs: performance.now() - read,
    pages: print.pageCount,
  };
}

const sum = (costs: readonly Cost[], part: keyof Cost): number =>
  costs.reduce((all, each) => all + each[part], 0);
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const shown = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

try {
  const { documents: built } = await build([], join(scratch, "output"), {
    files: sourceFiles(root),
    exemptFiles: sourceFilesWithExempt(root),
    printer: async () => ({ printer, browser: "a browser" }),
    cacheFolder: join(scratch, "cache"),
    drawingVersion: "1",
    progress: () => undefined,
    now: () => performance.now(),
  });
  const papers = await Promise.all(
    built.map(async ({ pdf }) => {
      const file = pdf.replace(/\.pdf$/, ".html");
      return { file: relative(scratch, file), html: await printable(file) };
    }),
  );
  const all: (readonly Cost[])[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const costs: Cost[] = [];
    for (const { file, html } of papers) costs.push(await costOf(file, html));
    all.push(costs);
  }
  const cost = (part: keyof Cost): number => median(all.map((costs) => sum(costs, part)));
  const line = (what: string, ms: number, more = ""): void =>
    console.log(`${what.padEnd(22)}${shown(ms)}  ratio ${(ms / cost("printMs")).toFixed(2)}${more}`);
  console.log(
    `${papers.length} papers, ${sum(all[0] ?? [], "pages")} pages, ${rounds} rounds, medians of the sums`,
  );
  line("printing", cost("printMs"));
  line("reading the print", cost("readMs"));
  line("finishing", cost("finishMs"), `  (aim: less than ${aim})`);
} finally {
  await printer.close();
  rmSync(scratch, { recursive: true, force: true });
}
