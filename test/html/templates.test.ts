import { describe, expect, test } from "@jest/globals";
import { compileTemplates, TemplateError } from "../../src/html/templates.ts";

const templates = (...files: readonly (readonly [string, string])[]) =>
  compileTemplates(new Map(files), { shout: (word) => `<b>${word}</b>` });

/** What is said when some work fails with a TemplateError. */
function failure(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof TemplateError) return error.message;
    throw error;
  }
  throw new Error("it did not fail");
}

describe("templates", () => {
  test("are filled with the view, escaped, and with the helpers' HTML", () => {
    const fill = templates([
      "page.hbs",
      "{{title}} {{{html}}} {{shout word}}{{#each rows}}[{{this}}]{{/each}}",
    ]);
    expect(fill("page.hbs", { title: "A & <b>", html: "<i>", word: "x", rows: [1, 2] })).toBe(
      "A &amp; &lt;b&gt; <i> <b>x</b>[1][2]",
    );
  });

  test("that are compiled already are filled as they are, line and column of a missing value with them", () => {
    const programs = new Map<string, string>();
    const files = new Map([
      ["page.hbs", "{{#each rows}}{{> row}}{{/each}}\n{{title}}"],
      ["partials/row.hbs", "<{{this}}>"],
    ]);
    const filled = [1, 2].map(() =>
      compileTemplates(files, {}, programs)("page.hbs", { rows: ["a", "b"], title: "T" }),
    );
    expect(filled).toEqual(["<a><b>\nT", "<a><b>\nT"]);
    expect([...programs.keys()].sort()).toEqual([...files.values()].sort());
    // As text, which is how a file keeps them.
    const kept = new Map(
      Object.entries(JSON.parse(JSON.stringify(Object.fromEntries(programs))) as Record<string, string>),
    );
    const another = new Map([...files].map(([path, text]): [string, string] => [path, `${text}`]));
    expect(failure(() => compileTemplates(another, {}, kept)("page.hbs", { rows: [] }))).toBe(
      'templates/page.hbs: "title" not defined in [object Object] - 2:2',
    );
  });

  test.each([
    ["a value", "<p>\n  {{title}}", '"title" not defined in [object Object] - 2:4'],
    ["a value of a value", "<p>{{paper.title}}", '"title" not defined in [object Object] - 1:5'],
    ["#if", "{{#if a}}{{/if}}\n {{#if titel}}x{{/if}}", "{{#if}} has no value at 2:1"],
    ["#each", "<ul>{{#each rows}}x{{/each}}</ul>", "{{#each}} has no value at 1:4"],
    ["#unless", "{{#unless titel}}x{{/unless}}", "{{#unless}} has no value at 1:0"],
    ["#with", "{{#with titel}}x{{/with}}", "{{#with}} has no value at 1:0"],
  ])("refuse a missing value in %s, and say where", (_, text, says) => {
    const fill = templates(["page.hbs", text]);
    expect(failure(() => fill("page.hbs", { a: true, paper: {} }))).toBe(`templates/page.hbs: ${says}`);
  });

  test("take false, zero, nothing and an empty list for what they are", () => {
    const fill = templates([
      "page.hbs",
      "{{#if no}}x{{else}}-{{/if}}{{#each none}}x{{else}}-{{/each}}{{#if nil}}x{{else}}-{{/if}}{{zero}}",
    ]);
    expect(fill("page.hbs", { no: false, none: [], nil: null, zero: 0 })).toBe("---0");
  });

  test("name the partial in which a value is missing, not the page that called it", () => {
    const fill = templates(
      ["page.hbs", "\n\n{{> box this}}"],
      ["partials/box.hbs", "<b>{{> cell this}}</b>"],
      ["partials/cell.hbs", "\n<td>{{text}}</td>"],
    );
    expect(fill("page.hbs", { text: "x" })).toContain("<td>x</td>");
    expect(failure(() => fill("page.hbs", {}))).toBe(
      'templates/partials/cell.hbs: "text" not defined in [object Object] - 2:6',
    );
  });

  test("that do not exist are an error too", () => {
    expect(() => templates()("page.hbs", {})).toThrow(
      new TemplateError("there is no template templates/page.hbs"),
    );
  });
});
