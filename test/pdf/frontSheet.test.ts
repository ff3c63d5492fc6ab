import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { findVeraPdf, judge } from "../../scripts/verapdf.ts";
import { readAssets } from "../../src/assets.ts";
import { frontSheetView, type PackKind } from "../../src/document/pack/frontSheet.ts";
import { restrictedSheetView } from "../../src/document/pack/restrictedSheet.ts";
import { blankSheetHtml, frontSheetHtml, restrictedSheetHtml } from "../../src/html/frontSheet.ts";
import { fillPages } from "../../src/html/pages.ts";
import { fillRanges, type PageRange } from "../../src/html/ranges.ts";
import { agendaLines } from "../../src/model/agenda.ts";
import { resolveBrowser } from "../../src/pdf/browser.ts";
import { listen } from "../../src/pdf/listen.ts";
import { openPrinter, type Printer } from "../../src/pdf/printer.ts";
import { fullMeeting, meetingOf } from "../support/meetings.ts";
import { finish, readPdf, runsOf } from "./printing.ts";

const { style } = await readAssets();
const { facts, held } = await fullMeeting();
const agenda: PackKind = { edition: "public", supplement: null, draft: false };
const pages = new Map([
  ["exclusion", 2],
  ["future-meetings", 2],
]);

let printer: Printer;
beforeAll(async () => {
  printer = openPrinter({ browser: await resolveBrowser(), timeoutMs: 30_000 });
});
afterAll(() => printer.close());

const metadata = (title: string) => ({ title, author: "A", subject: "S", date: "2019-11-20" });

/** The sheet printed with the same range for every item. */
async function print(html: string, range: PageRange = { first: 5, last: 22 }): Promise<Uint8Array> {
  const keys = [...html.matchAll(/<!--range ([\w-]+)-->/g)].map(([, key = ""]) => [key, range] as const);
  const ready = fillPages(fillRanges(html, new Map(keys)), pages);
  return (await printer.print(ready, { file: "test.html", tagged: true })).pdf;
}

const contract = agendaLines(held).find(({ item }) => item.title === "Contract");
if (contract === undefined) throw new Error("the meeting lacks its contract");
const kept = { ...held, meeting: { ...held.meeting, restrictedSheets: "range" as const } };
const sheets: Readonly<Record<string, string>> = {
  public: frontSheetHtml(frontSheetView(facts, held, agenda), style),
  members: frontSheetHtml(frontSheetView(facts, held, { ...agenda, edition: "members", draft: true }), style),
  supplement: frontSheetHtml(frontSheetView(facts, held, { ...agenda, supplement: 1 }), style),
  restricted: restrictedSheetHtml(restrictedSheetView(facts, kept, contract, false), style),
  blank: blankSheetHtml(style),
};

describe.each(Object.entries(sheets))("the printed sheet %s", (_, html) => {
  test("leaves the head's right for a stamp and the middle of the foot for a number", async () => {
    for (const runs of await runsOf(await print(html))) {
      expect(Math.min(...runs.map(({ top }) => top))).toBeGreaterThan(19);
      const foot = runs.filter(({ bottom }) => bottom > 297 - 21);
      expect(foot.filter(({ left, right }) => right > 95 && left < 115)).toEqual([]);
      expect(runs.filter(({ size, text }) => size < 8.99 && size > 1.01 && text.trim() !== "")).toEqual([]);
    }
  });
});

test("filling the ranges in moves nothing", async () => {
  const html = sheets["public"] ?? "";
  const others = async (range: PageRange) =>
    (await runsOf(await print(html, range))).map((runs) =>
      runs
        .filter(({ text }) => !/^(\d+( to \d+)?)$/.test(text))
        .map(({ text, left, top }) => [text, left.toFixed(1), top.toFixed(1)]),
    );
  const widest = await others({ first: 888, last: 999 });
  expect(await others({ first: 7, last: 7 })).toEqual(widest);
  expect(widest.flat().length).toBeGreaterThan(50);
});

test("the agenda is a table with heads, and every line's end is heard", async () => {
  const pdf = await print(sheets["public"] ?? "");
  const { roles, outline, pages: words } = await readPdf(pdf);
  expect(roles).toEqual(
    expect.arrayContaining(["H1", "H2", "H3", "Table", "Caption", "TH", "TD", "L", "LI", "Link", "Figure"]),
  );
  expect(outline).toContain("Marlshire Police and Crime Panel");
  expect(words[0]).toMatch(/1\(2\) Minutes To confirm them\. 5 to 22 .*3 Grant Verbal report/);
  const heard = await listen(await finish(pdf, metadata("Agenda")), { pages: false });
  const lines = heard.ok ? heard.lines : [];
  expect(lines.map((line) => line.trim())).toEqual(
    expect.arrayContaining([
      "General, Pages: No paper",
      "Grant, Pages: Verbal report",
      "Contract, Pages: Exempt (link: 5 to 22)",
      "Progress, Item: No number",
    ]),
  );
});

test("one sheet stands in for a restricted item, and says how many pages it takes the place of", async () => {
  const { pages: words } = await readPdf(await print(sheets["restricted"] ?? ""));
  expect(words).toHaveLength(1);
  expect(words[0]).toMatch(/Agenda item 11 Contract This paper is restricted/);
  expect(words[0]).toMatch(/It takes the place of 4 pages, so that page numbers/);
});

test("a blank page says so and is one page", async () => {
  const { pages: words } = await readPdf(await print(sheets["blank"] ?? ""));
  expect(words).toEqual(["This page is intentionally left blank"]);
});

test("an agenda of sixty items with long titles goes over pages with its head, and cuts no line in two", async () => {
  const items = Array.from(
    { length: 60 },
    (_, i) =>
      `  - { label: '${i + 1}', title: 'Item number ${i + 1} ${"of many words ".repeat(i % 9)}', mode: verbal }`,
  );
  const many = await meetingOf(["items:", ...items]);
  const html = frontSheetHtml(frontSheetView(many.facts, many.held, agenda), style);
  const { pages: words } = await readPdf(await print(html));
  expect(words.length).toBeGreaterThan(2);
  const lists = words.slice(0, -1);
  for (const page of lists) expect(page).toContain("Item Subject Pages");
  const count = (text: string, what: RegExp): number => (text.match(what) ?? []).length;
  const ends = words.map((page) => [count(page, /Item number/g), count(page, /Verbal report(?!:)/g)]);
  expect(ends.map(([titles]) => titles)).toEqual(ends.map(([, said]) => said));
  expect(count(words.join(" "), /Item number/g)).toBe(60);
});

const veraPdf = findVeraPdf();
("missing" in veraPdf ? describe.skip : describe)("every sheet, by veraPDF's verdict", () => {
  const scratch = mkdtempSync(join(tmpdir(), "panelpack-front-"));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  test.each(["ua1", "2a"] as const)(
    "complies with %s",
    async (flavour) => {
      const files: string[] = [];
      for (const [name, html] of Object.entries(sheets)) {
        const file = join(scratch, `${name}.pdf`);
        writeFileSync(file, await finish(await print(html), metadata(name)));
        files.push(file);
      }
      const verdicts = await judge("jar" in veraPdf ? veraPdf.jar : "", flavour, files);
      expect(verdicts.flatMap(({ file, failures }) => failures.map((each) => `${file}: ${each}`))).toEqual(
        [],
      );
      expect(verdicts.map(({ compliant }) => compliant)).toEqual(files.map(() => true));
    },
    60_000,
  );
});
