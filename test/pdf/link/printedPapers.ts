import { afterAll, beforeAll } from "@jest/globals";
import { resolveBrowser } from "../../../src/pdf/browser.ts";
import type { StampFont } from "../../../src/pdf/link/stampFont.ts";
import { openPrinter, type Printer } from "../../../src/pdf/printer.ts";
import { finish, page, tagged } from "../printing.ts";
import { type Paper, testFont } from "./linking.ts";

const figure = `<div><svg role="img" aria-label="A rising line" width="60" height="30"><path d="M0 30L60 0" stroke="black"/></svg></div>`;
export const table = `<table><caption>Offences</caption><thead><tr><th scope="col">Area</th><th scope="col">Number</th></tr></thead>
  <tbody><tr><th scope="row">North</th><td>12</td></tr><tr><th scope="row">South</th><td>7</td></tr></tbody></table>`;
const notes = `<p>Counted by month<sup lang="en-GB-x-noteref"><a href="#note-1">1</a></sup>.</p><ol lang="en-GB-x-notes"><li id="note-1">By the day of the report.</li></ol>`;

/** The HTML of four small papers with links, tables, notes and a figure, by their names. */
export const sources: Readonly<Record<string, string>> = {
  agenda: `<h1 id="top">Agenda</h1><ol><li><a href="pack:report">Report, 3 to 5</a></li><li><a href="pack:minutes#decided">What was decided</a></li>
    <li><a href="pack:report#nowhere">A part that has no name</a></li><li><a href="https://example.org/a(b">Elsewhere</a></li></ol>`,
  report: `<h1 id="top">Report</h1><p>See <a href="#straße">the second part</a> and <a href="pack:minutes">the minutes</a>.</p>${table}${notes}
    <section id="straße" class="wide"><h2>Second part</h2><p>Back to <a href="#top">the start</a>.</p>${figure}${table}</section>
    <section><h2>Third part</h2><ul><li>One</li><li>Two</li></ul></section>`,
  minutes: `<h1 id="top">Minutes</h1><p>Here.</p><section id="decided"><h2>Decided</h2><p>To <a href="#top">note</a> it<sup lang="en-GB-x-noteref"><a href="#decided">2</a></sup>.</p>${table}</section>`,
  sheet: `<h1 id="top">Nothing here</h1><p>On purpose.</p>`,
};

/** There once the papers are printed. */
export let printer: Printer;
export let font: StampFont;
const papers = new Map<string, Paper>();
export const metadataOf = (title: string) => ({
  title,
  author: "An office",
  subject: "Tests",
  date: "2020-03-06",
});
/** Prints and finishes a paper. */
export const finished = async (html: string, title: string): Promise<Uint8Array> =>
  finish((await printer.print(page(html), tagged)).pdf, metadataOf(title));
/** Prints the papers before the tests of a file. */
export function printPapers(): void {
  beforeAll(async () => {
    printer = openPrinter({ browser: await resolveBrowser(), timeoutMs: 30_000 });
    font = await testFont();
    for (const [prefix, html] of Object.entries(sources))
      papers.set(prefix, { prefix, bytes: await finished(html, prefix), sheet: prefix === "sheet" });
  });
  afterAll(() => printer.close());
}

/** The papers of these names, in their order. */
export const inOrder = (...names: readonly string[]): Paper[] =>
  names.map((name) => {
    const paper = papers.get(name);
    if (paper === undefined) throw new Error(`no paper ${name}`);
    return paper;
  });
