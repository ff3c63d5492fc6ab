import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readAssets } from "../../src/assets.ts";
import type { FlowView, LetterView, PaperKind } from "../../src/document/papers/views.ts";
import { paperHtml } from "../../src/html/paper.ts";
import { resolveBrowser } from "../../src/pdf/browser.ts";
import { openPrinter, type Printer } from "../../src/pdf/printer.ts";
import { paperDrawings, papers } from "../support/paperViews.ts";
import { readPdf, runsOf } from "./printing.ts";

const { style } = await readAssets();
let printer: Printer;
beforeAll(async () => {
  printer = openPrinter({ browser: await resolveBrowser(), timeoutMs: 30_000 });
});
afterAll(() => printer.close());

const print = async (view: FlowView): Promise<Uint8Array> =>
  (await printer.print(paperHtml(view, paperDrawings, style), { file: "test.html", tagged: true })).pdf;

const of = (kind: PaperKind): FlowView => {
  const view = papers.find((paper) => paper.kind === kind);
  if (view === undefined) throw new Error(`no small paper of kind ${kind}`);
  return view;
};

/** The text of each slide's page. */
const wordsOf = async (view: FlowView): Promise<readonly string[]> =>
  (await readPdf(await print(view))).pages;

describe.each(papers.map((view) => [view.kind, view] as const))("a printed paper of kind %s", (_, view) => {
  test("fits its pages, and has nothing smaller than 9 points but the marks of notes", async () => {
    const pages = await runsOf(await print(view));
    const small = pages.flat().filter(({ size, text }) => size < 8.99 && !/^\d+$/.test(text));
    expect(small).toEqual([]);
    // The stamp of a pack needs 8 mm above what stands at the right of the head.
    expect(Math.min(...(pages[0] ?? []).map(({ top }) => top))).toBeGreaterThan(8 + 3);
  });
});

describe("the address of a letter", () => {
  const window = { left: 20, right: 110, top: 45, bottom: 80 };
  const letterTo = (addressee: readonly string[]): FlowView => {
    const { letter } = of("letter");
    return { ...of("letter"), letter: { ...(letter as LetterView), addressee } };
  };
  const long = [
    "Mr Philip Seccombe",
    "Police and Crime Commissioner for the county of Warwickshire",
    "Office of the Police and Crime Commissioner",
    "3 Northgate Street",
    "Warwick",
    "CV34 4SP",
  ];

  test.each([
    ["of one line", ["Philip Seccombe"]],
    ["as in the letter of 2020", of("letter").letter?.addressee ?? []],
    ["of seven lines, one of them too long for its line", long],
  ])("%s lies in the window of a DL envelope, and nothing else does", async (_, addressee) => {
    const [first = []] = await runsOf(await print(letterTo(addressee)));
    const seen = first.filter(
      ({ left, right, top, bottom }) =>
        right > window.left && left < window.right && bottom > window.top && top < window.bottom,
    );
    expect(seen.map(({ text }) => text).join(" ")).toBe(addressee.join(" "));
    for (const run of seen) {
      expect(run.left).toBeGreaterThanOrEqual(window.left);
      expect(run.right).toBeLessThanOrEqual(window.right);
      expect(run.top).toBeGreaterThanOrEqual(window.top);
      expect(run.bottom).toBeLessThanOrEqual(window.bottom);
    }
  });
});

test("each slide has a page of its own, with its number", async () => {
  const pages = await wordsOf(of("slides"));
  expect(pages).toHaveLength(3);
  expect(pages[1]).toMatch(/Draft revenue budget .*Savings of £1\.401m/);
  expect(pages.map((page) => /Slide \d/.exec(page)?.[0])).toEqual(["Slide 1", "Slide 2", "Slide 3"]);
});

test("a side-head is never left behind at the foot of a page", async () => {
  const blocks = Array.from({ length: 60 }, (_, i): FlowView["blocks"] => [
    { kind: "heading", level: 3, id: `head-${i}`, number: null, text: `Head${i}.` },
    { kind: "prose", prose: { markdown: `Text${i}. ${"More words stand here. ".repeat((i * 7) % 90)}` } },
  ]).flat();
  const pages = await wordsOf({ ...of("minutes"), blocks });
  for (let i = 0; i < 60; i++) {
    const headOn = pages.findIndex((page) => page.includes(`Head${i}.`));
    expect([i, pages.findIndex((page) => page.includes(`Text${i}.`))]).toEqual([i, headOn]);
  }
});

test("a signature is never alone on a page", async () => {
  const lines = (count: number): FlowView["blocks"] =>
    Array.from({ length: count }, () => ({ kind: "prose", prose: { markdown: "A line stands here." } }));
  const lengths = await Promise.all(
    Array.from({ length: 16 }, async (_, i) => {
      const pages = await wordsOf({ ...of("minutes"), attendance: null, blocks: lines(i + 15) });
      expect(pages.find((page) => page.includes("Approved as a"))).toContain("A line stands here.");
      return pages.length;
    }),
  );
  expect(new Set(lengths)).toEqual(new Set([1, 2]));
});

test("a table that goes over a page's end begins with its title and a row together, and repeats its head", async () => {
  const long = of("work-programme").blocks.flatMap((block) =>
    block.kind === "table"
      ? [
          {
            ...block,
            table: { ...block.table, rows: Array.from({ length: 20 }, () => block.table.rows).flat() },
          },
        ]
      : [],
  );
  await Promise.all(
    Array.from({ length: 14 }, async (_, i) => {
      const lines = Array.from({ length: i + 4 }, () => "A line stands here.").join("\n\n");
      const pages = await wordsOf({
        ...of("work-programme"),
        blocks: [{ kind: "prose", prose: { markdown: lines } }, ...long],
      });
      expect(pages.find((page) => page.includes("Reports with a date"))).toMatch(
        /Reports with a date Meetings of 2020 Date Item Detail Last report 18 June 2020/,
      );
      expect(pages.at(-1)).toContain("Last report");
    }),
  );
});

test("a paper is tagged: title, headings, lists, tables with their heads, quotations and figures", async () => {
  const roles = async (kind: PaperKind) => (await readPdf(await print(of(kind)))).roles;
  expect(await roles("minutes")).toEqual(
    expect.arrayContaining(["H1", "H2", "H3", "L", "LI", "Table", "Caption", "TH", "TD"]),
  );
  expect(await roles("response")).toEqual(expect.arrayContaining(["H1", "H2", "H3", "BlockQuote", "Figure"]));
});
