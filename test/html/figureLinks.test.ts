import { expect, test } from "@jest/globals";
import { told } from "../../src/document/told.ts";
import { withFigureLinks } from "../../src/html/site/figureLinks.ts";

const figure = told({ name: "rape.previous", telling: true }, "54");
const links = (html: string): string =>
  withFigureLinks(html, (name) => (name === "rape.previous" ? "/figures/#how" : null));
const link = '<a class="told" href="/figures/#how" aria-describedby="told"><span>54</span></a>';

test("a figure in words and cells is a link; one that nothing tells of stays words", () => {
  expect(links(`<p>After ${figure}, <b>${figure}</b>.</p><td>${figure}</td>`)).toBe(
    `<p>After ${link}, <b>${link}</b>.</p><td>${link}</td>`,
  );
  const unknown = told({ name: "other", telling: true }, "7");
  expect(links(`<p>${unknown}</p>`)).toBe("<p>7</p>");
});

test("no link stands in a link, a heading, a caption, a drawing, a title or an attribute", () => {
  for (const [open, close] of [
    ['<a href="x">', "</a>"],
    ["<h2>", "</h2>"],
    ["<caption><b>", "</b></caption>"],
    ["<svg><text>", "</text></svg>"],
    ["<title>", "</title>"],
  ])
    expect(links(`${open}After ${figure}${close}`)).toBe(`${open}After 54${close}`);
  expect(links(`<meta content="After ${figure}"><p>x</p>`)).toBe('<meta content="After 54"><p>x</p>');
});

test("an article is no link although its tag begins as one does", () => {
  expect(links(`<article><p>${figure}</p><abbr>${figure}</abbr></article>`)).toContain(
    `<p>${link}</p><abbr>${link}</abbr>`,
  );
});
