import { extname } from "node:path";
import axe from "axe-core";
import type { Page } from "puppeteer";
import { fileOf } from "../../src/document/site/addresses.ts";
import { resolveBrowser } from "../../src/pdf/browser.ts";
import { launch, type RunningBrowser } from "../../src/pdf/launch.ts";
import type { SiteFile } from "../../src/site/site.ts";

const origin = "http://site.test";
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** A website in a real browser that reaches nothing else: every request is answered from its files, or noted as one too many. */
export type OpenSite = {
  readonly page: Page;
  /** Console messages, errors, and requests that the site cannot answer, each with the page it happened on. */
  readonly messages: readonly string[];
  visit(address: string, width?: number): Promise<void>;
  close(): Promise<void>;
};

export async function openSite(files: readonly SiteFile[]): Promise<OpenSite> {
  const bytes = new Map(files.map((file) => [`/${file.path}`, Buffer.from(file.bytes)]));
  const running: RunningBrowser = await launch(await resolveBrowser());
  const page = await running.puppet.newPage();
  const messages: string[] = [];
  let at = "";
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const url = new URL(request.url());
    const path = `/${fileOf(decodeURIComponent(url.pathname))}`;
    const body = url.origin === origin ? bytes.get(path) : undefined;
    if (url.protocol === "data:") void request.continue();
    else if (body === undefined) {
      messages.push(`${at}: asks for ${request.url()}`);
      void request.abort();
    } else
      void request.respond({
        status: 200,
        contentType: types[extname(path)] ?? "application/octet-stream",
        body,
      });
  });
  page.on("console", (message) => messages.push(`${at}: ${message.type()} ${message.text()}`));
  page.on("pageerror", (error) => messages.push(`${at}: ${String(error)}`));
  return {
    page,
    messages,
    visit: async (address, width = 1280) => {
      at = address;
      await page.setViewport({ width, height: 900 });
      await page.goto(`${origin}${address}`, { waitUntil: "load" });
    },
    close: () => running.stop(),
  };
}

const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

type AxeResults = {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly target: readonly string[] }[];
  }[];
};

/** What axe-core finds wrong with the page that is open, a line a rule with the first elements it names. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(levels)}, resultTypes: ["violations"] })`,
  )) as AxeResults;
  return violations.map(({ id, help, nodes }) => {
    const where = nodes
      .slice(0, 3)
      .map(({ target }) => target.join(" "))
      .join("; ");
    return `${id}: ${help} (${nodes.length}: ${where})`;
  });
}
