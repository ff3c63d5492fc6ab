import { describe, expect, test } from "@jest/globals";
import { readAssets } from "../../src/assets.ts";
import type { FlowBlock, FlowView, PaperKind } from "../../src/document/papers/views.ts";
import type { Drawings } from "../../src/html/drawings.ts";
import { fillPages } from "../../src/html/pages.ts";
import { paperHtml } from "../../src/html/paper.ts";
import { expectGolden } from "../support/golden.ts";
import { paperDrawings, papers } from "../support/paperViews.ts";

const { style } = await readAssets();
const drawings: Drawings = paperDrawings;

const of = (kind: PaperKind): FlowView => {
  const view = papers.find((paper) => paper.kind === kind);
  if (view === undefined) throw new Error(`no small paper of kind ${kind}`);
  return view;
};
const htmlOf = (view: FlowView): string => paperHtml(view, drawings, style);
const withoutStyle = (html: string): string => html.replace(/<style>.*<\/style>/s, "<style>…</style>");
const onPageOne = (html: string): string =>
  fillPages(html, new Map([...html.matchAll(/<!--page ([\w-]+)-->/g)].map(([, id = ""]) => [id, 1])));
const bodyOf = (blocks: readonly FlowBlock[], more: Partial<FlowView> = {}): string =>
  withoutStyle(htmlOf({ ...of("report"), blocks, ...more }));

describe.each(papers.map((view) => [view.kind, view] as const))("a paper of kind %s", (kind, view) => {
  const html = withoutStyle(htmlOf(view));

  test("looks as it did", () => {
    expectGolden(`papers/${kind}.html`, onPageOne(html));
  });

  test("has headings without jumps, the title first and alone at the top", () => {
    const levels = [...html.matchAll(/<h([1-4])\b/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
  });

  test("has each id once, and no link to an id that is not there", () => {
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const links = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("has tables with a caption and scopes, no empty cell and no definition list", () => {
    const tables = [...html.matchAll(/<table\b.*?<\/table>/gs)].map(([table]) => table);
    expect(tables.filter((table) => !/^<table[^>]*>\s*<caption>(?!<\/)/.test(table))).toEqual([]);
    expect(html.match(/<th\b(?![^>]*scope=)/g)).toBeNull();
    expect(html.match(/<(td|th)\b[^>]*>\s*<\/\1>/g)).toBeNull();
    expect(html).not.toMatch(/<dl\b|aria-hidden/);
  });
});

test("there is a small paper of each kind, and they hold every kind of block", () => {
  const kinds: Record<PaperKind, true> = {
    scrutiny: true,
    response: true,
    minutes: true,
    notes: true,
    report: true,
    appendix: true,
    slides: true,
    letter: true,
    "work-programme": true,
    questions: true,
  };
  const blocks: Record<FlowBlock["kind"], true> = {
    prose: true,
    figure: true,
    projection: true,
    table: true,
    heading: true,
    question: true,
    "question-list": true,
    "quoted-question": true,
    answer: true,
    gap: true,
    motion: true,
    resolution: true,
    action: true,
    reply: true,
    ask: true,
    picture: true,
  };
  expect(papers.map(({ kind }) => kind).sort()).toEqual(Object.keys(kinds).sort());
  const held = new Set(papers.flatMap((paper) => paper.blocks.map(({ kind }) => kind)));
  expect([...held].sort()).toEqual(Object.keys(blocks).sort());
});

describe("a side-head", () => {
  const head: FlowBlock = { kind: "heading", level: 3, id: "rape", number: "(3)", text: "Rape" };
  const text: FlowBlock = { kind: "prose", prose: { markdown: "One.\n\nTwo.\n\n- Three" } };

  test("has the first paragraph beside it, and the rest below that", () => {
    expect(bodyOf([head, text])).toContain(
      '<div class="hang"><h2 class="side" id="rape">(3) Rape</h2><div><div class="text words"><p>One.</p></div>\n</div></div>\n<div class="text words"><p>Two.</p>\n<ul>',
    );
  });

  test("stands alone above what goes across the page", () => {
    const resolution: FlowBlock = { kind: "resolution", prose: { markdown: "That it be so." } };
    expect(bodyOf([head, resolution])).toContain(
      '<div class="hang keeps alone"><h2 class="side" id="rape">(3) Rape</h2></div>',
    );
  });

  test("lets only long text go over the end of a page", () => {
    const long: FlowBlock = { kind: "prose", prose: { markdown: "Many words. ".repeat(150) } };
    expect(bodyOf([head, long])).toContain('<div class="hang long">');
  });
});

test("a heading lies across with the table that follows it", () => {
  const body = withoutStyle(htmlOf(of("questions")));
  expect(body).toMatch(/<div class="landscape" data-page-width="269">\s*<h2 class="section" id="across">/);
  expect(body).toMatch(/<div data-page-width="170">\s*<h2 class="section" id="how-to-read-this">/);
});

test("actions that follow one another are one table, which says what is not given", () => {
  const html = withoutStyle(htmlOf(of("minutes")));
  expect(html.match(/<table class="actions">/g)).toHaveLength(1);
  expect(html).toMatch(/<th scope="row">No reference<\/th>.*Not named.*No date.*Standing item/);
});

test("what people wrote is shown as text", () => {
  const html = htmlOf({
    ...of("letter"),
    title: "<b>title",
    running: "</style><script>alert(1)</script>",
    blocks: [
      { kind: "prose", prose: { markdown: "<script>alert(1)</script> [x](javascript:alert(1))" } },
      { kind: "heading", level: 2, id: "a", number: "<i>", text: "A & <b>" },
    ],
  });
  expect(html.match(/<\/style>/g)).toHaveLength(1);
  expect(html).not.toMatch(/<script|<b>title|<i>|href="javascript/);
  expect(html).toContain("A &amp; &lt;b&gt;");
});

describe("page rules of a paper", () => {
  test("leave the middle of the foot to the pack, and count the pages where they are asked to", () => {
    const html = htmlOf(of("minutes"));
    expect(html).toContain('@bottom-center { content: "";');
    expect(html).toContain('"Minutes page " counter(page) " of " counter(pages)');
    expect(html).toContain('@top-right { content: "DRAFT  |  OFFICIAL";');
    expect(htmlOf(of("scrutiny"))).not.toContain("counter(pages)");
  });

  test("name the reference number, or else what the paper says of itself", () => {
    expect(htmlOf(of("response"))).toContain('@bottom-left { content: "URN ASI/2020/014";');
    expect(htmlOf(of("minutes"))).toContain('@bottom-left { content: "Draft minutes";');
  });

  test("lay slides and work programmes across, and nothing else", () => {
    const across = papers.filter((view) => /@page {2}\{ size: A4 landscape;/.test(htmlOf(view)));
    expect(across.map(({ kind }) => kind)).toEqual(["slides", "work-programme"]);
  });

  test("leave a letter's first page without a running head", () => {
    expect(htmlOf(of("letter"))).toContain("@page :first { @top-left { content: none; } }");
    expect(htmlOf(of("report"))).not.toContain(":first {");
  });
});
