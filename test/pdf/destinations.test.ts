import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { resolveBrowser } from "../../src/pdf/browser.ts";
import { openPrint } from "../../src/pdf/print.ts";
import { openPrinter, type Printer } from "../../src/pdf/printer.ts";
import { page, tagged } from "./printing.ts";

let printer: Printer;
beforeAll(async () => {
  printer = openPrinter({ browser: await resolveBrowser() });
});
afterAll(() => printer.close());

const sections = page(`
  <p><a href="#one">One</a> <a href="#vier-straße">Four</a> <a href="#two">Two</a></p>
  <section id="one"><p>One</p></section>
  <section id="two"><p>Two</p><p id="unlinked">Nobody links here</p></section>
  <section><p>Three</p></section>
  <section><p>Four</p><p id="vier-straße">Here</p></section>`);

test.each([false, true])(
  "an element's page is known when something links to it (tagged: %j)",
  async (withTags) => {
    const { pdf } = await printer.print(sections, { ...tagged, tagged: withTags });
    const { pageCount, pageOf } = await openPrint(pdf);
    expect(pageCount).toBe(5);
    expect([...pageOf].sort()).toEqual([
      ["one", 2],
      ["two", 3],
      ["vier-straße", 5],
    ]);
  },
);

test("a document without links has pages and no destinations", async () => {
  const { pdf } = await printer.print(page("<p>Alone</p>"), { ...tagged, tagged: false });
  const { pageCount, pageOf } = await openPrint(pdf);
  expect([pageCount, pageOf.size]).toEqual([1, 0]);
});
