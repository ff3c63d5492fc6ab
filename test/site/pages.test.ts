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
import { filesBelow } from "../support/packs.ts";
import { accessibilityProblems, type OpenSite, openSite } from "../support/siteBrowser.ts";
import { entriesOf, tablesOf, wordsOf } from "../support/siteHtml.ts";

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
    await publish(join(scratch, "output"), join(scratch, "site"), effects, "2026-11-25");
    files = [...filesBelow(join(scratch, "site"))].map(([path, bytes]) => ({ path, bytes }));
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
    /^assets\/(site\.css|chart\.js|icon\.svg|source-sans.*\.woff2)$/.test(path),
  );
  const shared = loaded.reduce((sum, file) => sum + compressed(file), 0);
  expect(loaded.length).toBe(7);
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

const pageAt = (address: string): string => pages().find((one) => one.address === address)?.html ?? "";

test("every figure of a paper leads to the entry that states it, with its formula", () => {
  const figures = /<a class="told" href="([^"]+)" aria-describedby="told"><span>(.*?)<\/span><\/a>/g;
  const number = (text: string): string => text.replaceAll(/\[\w\]|[^\d.,:]/g, "");
  const wrong: string[] = [];
  let seen = 0;
  for (const { address, html } of pages()) {
    const entries = entriesOf(pageAt(`${address}figures/`));
    for (const [, link = "", words = ""] of html.matchAll(figures)) {
      const [, printed = "", , how = ""] = entries.get(link.replace("figures/#", "")) ?? [];
      const stated = printed.split(", also ").map(number);
      seen += 1;
      if (!stated.includes(number(wordsOf(words))) || how === "")
        wrong.push(`${address}: ${wordsOf(words)} is not in ${link}: ${printed}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(seen).toBeGreaterThan(2000);
});

test("figures are words to the keyboard until their box is ticked, and lead on by pointer all the same, without a script", async () => {
  const { page } = site;
  const address = "/quarters/2019-20-q3/opcc-scrutiny/";
  await page.setJavaScriptEnabled(false);
  await site.visit(address);
  await page.click("a.told > span");
  await page.waitForSelector("tr:target");
  const target = await page.$eval("tr:target", (row) => row.id);
  await page.setJavaScriptEnabled(true);
  expect(target).toMatch(/^how-/);
  await site.visit(address);
  const reached = () =>
    page.evaluate(
      "(() => { document.querySelector('a.told').focus(); return document.activeElement.className === 'told'; })()",
    );
  expect(await reached()).toBe(false);
  await page.focus("#every-figure");
  await page.keyboard.press("Space");
  expect(await reached()).toBe(true);
});

test.each([1280, 390])(
  "with every figure a link no page has a fault at WCAG 2.2 AA, %d pixels wide",
  async (width) => {
    const faults: string[] = [];
    for (const { address } of pages().filter(({ html }) => html.includes('id="every-figure"'))) {
      await site.visit(address, width);
      await site.page.click("#every-figure");
      faults.push(...(await accessibilityProblems(site.page)).map((fault) => `${address} ${fault}`));
    }
    expect(faults).toEqual([]);
  },
  120_000,
);

test("what a chart tells of a value is what the table beside it says", () => {
  const wrong: string[] = [];
  let seen = 0;
  for (const { address, html } of pages().filter(({ html }) => html.includes('<g class="points"'))) {
    const [table = []] = tablesOf(html.split('<details class="toggle" id="figures">')[1] ?? "");
    const [heads = [], ...rows] = table;
    for (const [, name = "", marks = ""] of html.matchAll(/<g data-name="([^"]+)">(.*?)<\/g>/g))
      for (const [, period, value, reading = ""] of marks.matchAll(
        /data-period="([^"]+)" data-value="([^"]+)"(?: data-reading="([^"]+)")?/g,
      )) {
        const row = rows.find(([head]) => head === period) ?? [];
        seen += 1;
        if (row[heads.indexOf(name)] !== value || (reading !== "" && row.at(-1) !== reading))
          wrong.push(`${address}: ${name}, ${period}: ${value} ${reading}, not ${row.join(" | ")}`);
      }
  }
  expect(wrong).toEqual([]);
  expect(seen).toBeGreaterThan(5000);
});

const measure = "/measures/total-recorded-crime/";
const shownTip = () =>
  site.page.evaluate(
    "[...document.querySelectorAll('.tip:not([hidden])')].map((tip) => [...tip.children].map((part) => part.textContent))",
  ) as Promise<string[][]>;
const spoken = () => site.page.$eval("main > [role=status]", (part) => part.textContent);
const settle = () => new Promise((resolve) => setTimeout(resolve, 600));

test("arrow keys step through a chart's months: each is shown, where they stop is said once, and Escape takes it away", async () => {
  await site.visit(measure);
  const { page } = site;
  await page.focus("#chart ~ .charts .wide .stage");
  expect(await shownTip()).toEqual([["3,738", "Dec 2019", "inside the limits"]]);
  await page.evaluate(`window.heard = []; new MutationObserver(() => window.heard.push(
    document.querySelector("main > [role=status]").textContent)).observe(document.querySelector("main > [role=status]"), { childList: true })`);
  for (let i = 0; i < 10; i += 1) await page.keyboard.press("ArrowLeft");
  expect(await shownTip()).toEqual([["2,934 [e]", "Feb 2019", "estimated; below the lower limit"]]);
  await settle();
  expect(await page.evaluate("window.heard")).toEqual(["Feb 2019: 2,934, estimated, below the lower limit"]);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press("Escape");
  expect(await shownTip()).toEqual([]);
  expect(await page.evaluate("document.activeElement.className")).toBe("stage");
  await page.keyboard.press("Home");
  expect((await shownTip())[0]?.[1]).toBe("Jan 2017");
  await page.keyboard.press("Tab");
  expect(await shownTip()).toEqual([]);
});

/** The middle of the first element that the selector finds, in pixels of the window. */
async function middle(selector: string): Promise<{ readonly x: number; readonly y: number }> {
  const found = await site.page.$(selector);
  await found?.scrollIntoView();
  const box = await found?.boundingBox();
  if (!box) throw new Error(`${selector} is not shown`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test("a pointer shows the nearest value, can be moved onto its words, and Escape takes them away without it moving", async () => {
  await site.visit(measure);
  const { page } = site;
  const chart = await middle("#chart ~ .charts .wide .stage");
  await page.mouse.move(chart.x, chart.y);
  const [shown] = await shownTip();
  expect(shown?.[0]).toMatch(/^\d,\d{3}/);
  const tip = await middle(".tip:not([hidden])");
  await page.mouse.move(chart.x, tip.y, { steps: 20 });
  await settle();
  expect(await shownTip()).toEqual([shown]);
  await page.keyboard.press("Escape");
  expect(await shownTip()).toEqual([]);
  await page.mouse.move(chart.x + 40, chart.y);
  expect(await shownTip()).toHaveLength(1);
  await page.mouse.move(chart.x, 5);
  await settle();
  expect(await shownTip()).toEqual([]);
});

test("on a phone a touch shows the value, within the screen and without a fault", async () => {
  await site.visit(measure, 390);
  const { page } = site;
  const chart = await middle("#chart ~ .charts .narrow .stage");
  await page.touchscreen.tap(chart.x + 100, chart.y);
  expect(await shownTip()).toHaveLength(1);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
  expect(await accessibilityProblems(page)).toEqual([]);
  await settle();
  expect(await spoken()).toContain(", inside the limits");
});

test("an area that is picked out stands out in its chart, its row and its column, until it is let go", async () => {
  await site.visit(measure);
  const { page } = site;
  const picked = () =>
    page.evaluate(`({
      lines: [...document.querySelectorAll("svg > .picked")].length,
      cells: [...document.querySelectorAll(":is(td, th).picked")].length,
      heads: [...document.querySelectorAll("th.picked")].map((head) => head.textContent),
      pressed: [...document.querySelectorAll(".pick button")].map((button) => button.getAttribute("aria-pressed")),
    })`) as Promise<{ lines: number; cells: number; heads: string[]; pressed: string[] }>;
  const press = async (n: number) => {
    await page.focus(`.pick button:nth-of-type(${n})`);
    await page.keyboard.press("Enter");
  };
  await press(2);
  const { cells, ...rest } = await picked();
  expect(rest).toEqual({
    lines: 2,
    heads: ["South Warwickshire", "South Warwickshire"],
    pressed: ["false", "true"],
  });
  expect(cells).toBeGreaterThan(36);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.focus("#areas ~ .charts .wide .stage");
  expect((await shownTip())[0]?.[1]).toBe("North Warwickshire, Dec 2019");
  await page.keyboard.press("ArrowDown");
  expect((await shownTip())[0]?.[1]).toBe("South Warwickshire, Dec 2019");
  await press(2);
  expect(await picked()).toMatchObject({ lines: 0, cells: 0, pressed: ["false", "false"] });
});

test("without a script nothing of it shows, and printed nothing of it stands on paper", async () => {
  const { page } = site;
  await page.setJavaScriptEnabled(false);
  await site.visit(measure);
  const added = await page.$$(".stage, .tip, .pick, .chart button");
  const table = await page.$eval("#figures table", (one) => one.textContent ?? "");
  await page.setJavaScriptEnabled(true);
  expect(added).toEqual([]);
  expect(table).toContain("below the lower limit");
  await site.visit(measure);
  await page.focus("#chart ~ .charts .wide .stage");
  await page.click(".pick button");
  await page.emulateMediaType("print");
  const printed = await page.evaluate(
    `[...document.querySelectorAll(".stage, .tip, .pick, .points, svg > .picked")]
      .filter((part) => getComputedStyle(part).display !== "none").length`,
  );
  await page.emulateMediaType("screen");
  expect(printed).toBe(0);
  expect(site.messages).toEqual([]);
});
