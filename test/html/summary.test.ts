import { describe, expect, test } from "@jest/globals";
import { readAssets } from "../../src/assets.ts";
import { chartsOf } from "../../src/document/worded.ts";
import { coverage } from "../../src/html/characters.ts";
import type { Drawings } from "../../src/html/drawings.ts";
import { fillPages } from "../../src/html/pages.ts";
import { summaryHtml } from "../../src/html/summary.ts";
import { expectGolden } from "../support/golden.ts";
import { type Change, paper } from "../support/project.ts";
import { measure, monthRows } from "../support/register.ts";
import { summaryOf } from "../support/summary.ts";

const { style, fonts } = await readAssets();

/** Drawings that say only what they would show. */
const drawings: Drawings = {
  chart: (id) => `<svg role="img" aria-label="${id}"></svg>`,
  strip: ({ alt }) => `<svg role="img" aria-label="${alt.replaceAll("<", "&lt;")}"></svg>`,
  flagIcon: ({ signal, side, hollow }) =>
    `<svg data-flag="${signal} ${side}${hollow ? " hollow" : ""}"></svg>`,
  targetIcon: (verdict) => `<svg data-target="${verdict}"></svg>`,
  arrowIcon: (direction) => `<svg data-arrow="${direction}"></svg>`,
  commonCauseIcon: () => "<svg data-flag=none></svg>",
};

async function htmlOf(...changes: readonly Change[]): Promise<string> {
  return summaryHtml((await summaryOf(...changes)).view, drawings, style);
}

const withoutStyle = (html: string): string => html.replace(/<style>.*<\/style>/s, "<style>…</style>");

describe("the summary as HTML", () => {
  test("looks as it did", async () => {
    const html = withoutStyle(await htmlOf());
    const pages = new Map([
      ["burglary", 4],
      ["response-time", 5],
    ]);
    expectGolden("minimal/performance-summary.html", fillPages(html, pages));
  });

  test("prints no character that the fonts do not hold", async () => {
    const has = await coverage(async () => fonts, [{ file: "a.md", text: "☃" }]);
    const wide = [...new Set(withoutStyle(await htmlOf()))].filter(
      (c) => c !== "\n" && !has(c.codePointAt(0) ?? 0),
    );
    expect(wide).toEqual([]);
  });

  test("has each id once, and no link to an id that is not there", async () => {
    const html = await htmlOf();
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const links = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
    expect(links.length).toBeGreaterThan(4);
  });

  test("needs nothing from elsewhere: fonts and charts are in it", async () => {
    const html = await htmlOf();
    expect(html.match(/@font-face/g)).toHaveLength(4);
    expect(html).not.toMatch(/(src|href)="(?!#)|url\((?!data:)|@import/);
  });

  test("shows what people wrote as text", async () => {
    const hostile = "A <b>title</b> & more";
    const html = await htmlOf(
      { file: "data/measures/burglary.yaml", from: "title: Burglary", to: `title: "${hostile}"` },
      {
        file: `${paper}/paper.yaml`,
        from: "author: Performance team",
        to: `author: "</style><script>alert(1)</script>"`,
      },
    );
    expect(withoutStyle(html)).not.toMatch(/<b>title|<script/);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).toContain("A &lt;b&gt;title&lt;/b&gt; &amp; more");
  });

  test("has no empty line for a paper without a subtitle, reference or marking", async () => {
    const html = await htmlOf(
      { file: `${paper}/paper.yaml`, from: "subtitle: November 2019\n", to: "" },
      { file: `${paper}/paper.yaml`, from: "marking: OFFICIAL", to: "marking: null" },
    );
    expect(html).toContain("<title>Performance Summary: Marlshire Police</title>");
    expect(html).toContain('content: "Marlshire Police  |  Performance Summary  |  Burglary"');
    expect(html).not.toContain('class="subtitle"');
    expect(html).not.toMatch(/<th scope="row">(Marking|Reference)/);
  });

  test("draws each strip of the grid in its own row, also where two measures have one title", async () => {
    const twin = measure("thefts", monthRows([20, 21, 19, 20, 21, 19, 20, 21, 19, 20, 21, 19, 20, 60]));
    const html = await htmlOf(
      ...twin.map((change) =>
        "text" in change
          ? { ...change, text: change.text.replace("title: Thefts", "title: Burglary") }
          : change,
      ),
      { file: `${paper}/04-thefts.md`, text: "---\nmeasure: thefts\ninclude: monthly\nknow: Nothing\n---\n" },
    );
    const strips = [...html.matchAll(/<td class="strip has"><svg role="img" aria-label="([^"]*)"/g)].map(
      ([, alt]) => alt,
    );
    expect(strips.slice(0, 2)).toEqual(["inside, above average", "above the upper limit"]);
  });
});

test("charts are listed in reading order", async () => {
  const { view } = await summaryOf({
    file: `${paper}/03-response-time.md`,
    from: "{{table series",
    to: "{{chart control response-time}}\n\n{{table series",
  });
  expect(chartsOf(view).map((chart) => chart.id)).toEqual([
    "burglary-1-burglary-control",
    "response-time-2-response-time-control",
  ]);
});
