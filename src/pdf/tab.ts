import type { HTTPRequest, Page, Browser as Puppet } from "puppeteer";
import type { Diagnostic } from "../diagnostic.ts";
import { findForeignText } from "./foreignText.ts";
import { inspectPage } from "./pageInspection.ts";
import { consoleProblem, inspectionProblems, requestProblem, scriptProblem } from "./pageProblems.ts";
import { PrintError, type PrintedSource, placeOf } from "./printError.ts";
import { deadLinks, embedsFont, printedScale } from "./printedFile.ts";
import { addressOf, contentTypeOf, origin, type Resources } from "./resources.ts";

/** One document to print: its source, what it may load, and how. */
export type PrintJob = {
  readonly source: PrintedSource;
  readonly resources: Resources;
  /** With structure tags and an outline, or without both, which takes half the time. */
  readonly tagged: boolean;
  /** The page area of what stands in no `[data-page-width]` section. */
  readonly defaultWidthMm: number;
  readonly fallbackFont: string | null;
};

/** A page of the browser that prints one document after another. */
export type Tab = { print(job: PrintJob): Promise<Uint8Array>; close(): Promise<void> };

/** A job under way: what went wrong, and the URLs that are already accounted for. */
type Watched = PrintJob & { readonly problems: Diagnostic[]; readonly reported: Set<string> };

/** Opens a page that is cut off from everything but the documents it is given. */
export async function openTab(puppet: Puppet): Promise<Tab> {
  const page = await puppet.newPage();
  let current: Watched | undefined;
  const crashed = new Promise<never>((_, reject) => page.once("error", reject));
  crashed.catch(() => undefined);
  // When the browser dies, the print itself fails and says so.
  page.on("request", (request) => void answer(request, current).catch(() => undefined));
  watch(page, () => current);
  await Promise.all([page.setRequestInterception(true), page.emulateMediaType("print")]);
  return {
    print: async (job) => {
      current = { ...job, problems: [], reported: new Set() };
      const pdf = await Promise.race([printDocument(page, current), crashed]);
      current = undefined;
      return pdf;
    },
    close: () => page.close(),
  };
}

/** Serves the document and its resources from memory and refuses everything else. */
async function answer(request: HTTPRequest, job: Watched | undefined): Promise<void> {
  const url = request.url();
  const address = addressOf(url);
  const bytes = address === null ? undefined : job?.resources.get(address);
  if (/^(data|blob):/.test(url)) return request.continue();
  if (address === "" && job) {
    return request.respond({ contentType: "text/html; charset=utf-8", body: job.source.html });
  }
  if (address !== null && bytes) return request.respond({ contentType: contentTypeOf(address), body: bytes });
  if (address === "favicon.ico") return request.respond({ status: 204 });
  report(job, url, undefined);
  return request.abort("blockedbyclient");
}

function watch(page: Page, job: () => Watched | undefined): void {
  page.on("requestfailed", (request) =>
    report(job(), request.url(), request.failure()?.errorText ?? "no reason given"),
  );
  page.on("pageerror", (error) => {
    const now = job();
    now?.problems.push(scriptProblem(now.source, error));
  });
  page.on("console", (message) => {
    const now = job();
    // The console repeats each failed request, which has been reported with its place.
    if (!now || message.type() !== "error" || now.reported.has(message.location().url ?? "")) return;
    now.problems.push(consoleProblem(now.source, message));
  });
}

function report(job: Watched | undefined, url: string, reason: string | undefined): void {
  if (!job || job.reported.has(url)) return;
  job.reported.add(url);
  job.problems.push(requestProblem(job.source, url, reason));
}

async function printDocument(page: Page, job: Watched): Promise<Uint8Array> {
  // The printer's own clock ends what takes too long.
  await page.goto(`${origin}/`, { waitUntil: "load", timeout: 0 });
  const inspection = await page.evaluate(inspectPage, job.defaultWidthMm);
  job.problems.push(...inspectionProblems(job.source, inspection, job.reported));
  throwIfAny(job);
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: job.tagged,
    outline: job.tagged,
    timeout: 0,
  });
  job.problems.push(
    ...printedProblems(job.source, pdf),
    ...(await fontProblems(page, job, inspection.ownFonts, pdf)),
  );
  throwIfAny(job);
  return pdf;
}

function throwIfAny({ problems }: Watched): void {
  if (problems.length > 0) throw new PrintError(problems);
}

function printedProblems(source: PrintedSource, pdf: Uint8Array): Diagnostic[] {
  const scale = printedScale(pdf) ?? 1;
  const shrunk = `Chromium shrank every page to ${Math.round(scale * 100)} %: something is wider than its page`;
  const hint =
    "Give each section its page area in data-page-width, in millimetres, and the element will be named.";
  return [
    ...(scale < 0.999 ? [{ place: placeOf(source, []), message: shrunk, hint }] : []),
    ...deadLinks(pdf).map((address) => ({
      place: placeOf(source, [`"${address}"`, address]),
      message: `the link to ${address} leads nowhere in a PDF: write a whole address, or #id`,
    })),
  ];
}

/** A document that brings fonts along must be set in them alone, or it looks different on another machine. */
async function fontProblems(
  page: Page,
  { source, fallbackFont }: Watched,
  ownFonts: readonly string[],
  pdf: Uint8Array,
): Promise<Diagnostic[]> {
  if (fallbackFont === null || ownFonts.length === 0 || !embedsFont(pdf, fallbackFont)) return [];
  const texts = await findForeignText(page);
  if (texts.length === 0) {
    const message =
      "a page margin or generated content is set in a font, or holds a character, that the document does not bring along";
    return [{ place: placeOf(source, []), message }];
  }
  return texts.map((text) => ({ place: placeOf(source, [text]), message: foreignMessage(text) }));
}

function foreignMessage(text: string): string {
  const unusual = [...new Set(text)].filter((character) => character > "~").join(" ");
  const suspects = unusual === "" ? "" : ` (perhaps ${unusual})`;
  return `“${text.slice(0, 60)}” is set in a font, or holds a character${suspects}, that the document does not bring along`;
}
