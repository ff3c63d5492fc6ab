import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { HtmlValidate } from "html-validate";
import { sourceFiles, sourceFilesWithExempt } from "../../src/disk.ts";
import { resolveBrowser } from "../../src/pdf/browser.ts";
import { findCacheFolder } from "../../src/pdf/cacheFolder.ts";
import { openPrinter } from "../../src/pdf/printer.ts";
import { publish } from "../../src/publish.ts";
import type { SiteFile } from "../../src/site/site.ts";
import { drawingVersion, version } from "../../src/version.ts";
import { accessibilityProblems, type OpenSite, openSite } from "../support/siteBrowser.ts";

const root = join(import.meta.dirname, "..", "..");
const scratch = mkdtempSync(join(tmpdir(), "panelpack-site-"));
let files: readonly SiteFile[] = [];
let site: OpenSite;

beforeAll(async () => {
  const printer = openPrinter({ browser: await resolveBrowser() });
  try {
    const effects = {
      files: sourceFiles(root),
      exemptFiles: sourceFilesWithExempt(root),
      printer: async () => ({ printer, browser: "test" }),
      cacheFolder: await findCacheFolder(version),
      drawingVersion: drawingVersion(),
      progress: () => undefined,
      now: () => 0,
    };
    ({ files } = await publish(join(scratch, "output"), join(scratch, "site"), effects, "2026-11-25"));
  } finally {
    await printer.close();
  }
  site = await openSite(files);
});
afterAll(async () => {
  await site?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const pages = (): { readonly address: string; readonly html: string }[] =>
  files
    .filter(({ path }) => path.endsWith(".html"))
    .map(({ path, bytes }) => ({
      address: `/${path.replace(/index\.html$/, "")}`,
      html: Buffer.from(bytes).toString("utf8"),
    }));

/** What is found on each page in the browser: by axe-core, and how much wider than the screen it is at two widths. */
async function walk(): Promise<{ readonly faults: readonly string[]; readonly wide: readonly string[] }> {
  const faults: string[] = [];
  const wide: string[] = [];
  for (const { address } of pages()) {
    await site.visit(address);
    faults.push(...(await accessibilityProblems(site.page)).map((problem) => `${address} ${problem}`));
    for (const width of [320, 640]) {
      await site.page.setViewport({ width, height: 900 });
      const over = await site.page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      if (over !== 0) wide.push(`${address} at ${width}: ${String(over)} too wide`);
    }
  }
  return { faults, wide };
}

test("every page: no fault at WCAG 2.2 AA, nothing in the console, no other request, no wider than 320 pixels or at 200%", async () => {
  expect(await walk()).toEqual({ faults: [], wide: [] });
  expect(site.messages).toEqual([]);
}, 600_000);

test("every link leads to a file of the site, and every fragment to a place in it", () => {
  const paths = new Set(files.map(({ path }) => `/${path}`));
  const ids = new Map(
    pages().map(({ address, html }) => [
      address,
      new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)),
    ]),
  );
  const broken = pages().flatMap(({ address, html }) =>
    [...html.matchAll(/ (?:href|src|action|data-index)="([^"]+)"/g)].flatMap(([, link = ""]) => {
      if (/^(https?:|mailto:|data:)/.test(link)) return [];
      const url = new URL(link.replaceAll("&amp;", "&"), `http://site.test${address}`);
      const isPage = url.pathname.endsWith("/");
      const there = paths.has(isPage ? `${url.pathname}index.html` : url.pathname);
      const place = decodeURIComponent(url.hash.slice(1));
      if (there && (place === "" || ids.get(url.pathname)?.has(place))) return [];
      return [`${address}: ${link}`];
    }),
  );
  expect(broken).toEqual([]);
});

test("html-validate finds nothing wrong with any page", async () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:recommended"],
    rules: {
      // A region that scrolls must be reached by keyboard, so it has a tab stop (axe: scrollable-region-focusable).
      "prefer-native-element": ["error", { exclude: ["region", "img"] }],
      // Names of papers are as long as they are.
      "long-title": "off",
    },
  });
  const problems: string[] = [];
  for (const { address, html } of pages()) {
    const { results } = await validator.validateString(html, address);
    const own = results.flatMap(({ messages }) => messages);
    problems.push(
      ...own.slice(0, 5).map(({ ruleId, message, line }) => `${address}:${line} ${ruleId} ${message}`),
    );
  }
  expect(problems).toEqual([]);
}, 600_000);

test("a measure's page weighs less than 150 KB with all that it loads", () => {
  const compressed = ({ path, bytes }: SiteFile): number =>
    path.endsWith(".woff2") ? bytes.byteLength : gzipSync(bytes).byteLength;
  const loaded = files.filter(({ path }) =>
    /^assets\/(site\.css|icon\.svg|source-sans.*\.woff2)$/.test(path),
  );
  const shared = loaded.reduce((sum, file) => sum + compressed(file), 0);
  expect(loaded.length).toBe(6);
  const heavy = files
    .filter(({ path }) => /^measures\/.+\/index\.html$/.test(path))
    .map((file) => ({ path: file.path, bytes: shared + compressed(file) }))
    .filter(({ bytes }) => bytes > 150_000);
  expect(heavy).toEqual([]);
});

test("a measure's page is reached by keyboard from its first link, which skips to the main part, to its last", async () => {
  await site.visit("/measures/total-recorded-crime/");
  const { page } = site;
  const focused = () =>
    page.evaluate(
      "({ text: document.activeElement.textContent.trim(), shown: getComputedStyle(document.activeElement).boxShadow !== 'none' })",
    ) as Promise<{ text: string; shown: boolean }>;
  await page.keyboard.press("Tab");
  expect(await focused()).toEqual({ text: "Skip to main content", shown: true });
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.activeElement.id")).toBe("main");
  const reached: string[] = [];
  for (let i = 0; i < 200; i += 1) {
    await page.keyboard.press("Tab");
    const { text, shown } = await focused();
    if (text === "Accessibility statement") {
      reached.push(text);
      break;
    }
    expect(shown).toBe(true);
    reached.push(text);
  }
  expect(reached).toContain("Show the figures as a table");
  expect(reached.at(-1)).toBe("Accessibility statement");
});

test("search finds a measure by its name as it is typed; without a script the page leads to the A to Z", async () => {
  await site.visit("/search/");
  await site.page.type("#q", "burgl");
  await site.page.waitForFunction("document.querySelector('#results li') !== null");
  const links = (await site.page.evaluate(
    "[...document.querySelectorAll('#results a')].map((a) => [a.textContent, new URL(a.href).pathname])",
  )) as [string, string][];
  expect(links).toContainEqual(["Residential burglary (dwelling)", "/measures/residential-burglary/"]);
  await site.page.setJavaScriptEnabled(false);
  await site.visit("/search/");
  const told = await site.page.$eval("noscript", (part) => part.textContent ?? "");
  await site.page.setJavaScriptEnabled(true);
  expect(told).toContain("A to Z");
  const list = pages().find(({ address }) => address === "/a-to-z/")?.html ?? "";
  const measures = pages().filter(({ address }) => /^\/measures\/.+\/$/.test(address));
  expect(measures.length).toBeGreaterThan(100);
  for (const { address } of measures) expect(list).toContain(`href="..${address}"`);
});
