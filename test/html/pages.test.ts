import { describe, expect, test } from "@jest/globals";
import type { PaperView } from "../../src/document/views.ts";
import { fillPages, pagePlaceholder, pageRules } from "../../src/html/pages.ts";

describe("page numbers", () => {
  const html = `<a href="#rape">${pagePlaceholder("rape")}</a> <a href="#da-satisfaction">${pagePlaceholder("da-satisfaction")}</a> ${pagePlaceholder("rape")}`;

  test("are filled in where they are asked for", () => {
    const pages = new Map([
      ["rape", 7],
      ["da-satisfaction", 12],
      ["other", 3],
    ]);
    expect(fillPages(html, pages)).toBe('<a href="#rape">7</a> <a href="#da-satisfaction">12</a> 7');
  });

  test("of a part that has no page are an error", () => {
    expect(() => fillPages(html, new Map([["rape", 7]]))).toThrow(
      new Error("no page is known for #da-satisfaction"),
    );
  });

  test("are as wide before as after, for up to 99 pages", () => {
    expect(pagePlaceholder("rape").replace(/<!--.*?-->/g, "")).toBe("00");
  });
});

const paper: PaperView = {
  lang: "en-GB",
  title: "Summary",
  subtitle: "",
  fullTitle: "Summary",
  organisation: "Force",
  author: "Team",
  date: "1 May 2020",
  version: "1.0",
  marking: "OFFICIAL",
  urn: null,
  subject: "",
  cutOff: "30 April 2020",
  running: 'The "Force" \\ its </style><script>',
  draft: false,
  pageName: "Summary page",
};

describe("page rules", () => {
  const css = pageRules(paper, [{ id: "rape", title: "Rape\nand more" }]);

  test("hold the running head as a CSS string that nothing in it can end", () => {
    const strings = [...css.matchAll(/"((?:[^"\\\n]|\\[0-9a-f]+ )*)"/g)].map(([, text = ""]) =>
      text.replace(/\\([0-9a-f]+) /g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
    );
    expect(strings).toContain(`${paper.running}  |  Rape\nand more`);
    expect(css).not.toMatch(/<|>/);
    // Without its strings nothing is left of what the author wrote.
    expect(css.replace(/"(?:[^"\\\n]|\\[0-9a-f]+ )*"/g, "")).not.toContain("Force");
  });

  test("give each section pages of its own, upright and across, and the marking", () => {
    expect(css).toContain("#rape { page: p-rape; } #rape .landscape { page: l-rape; }");
    expect(css).toMatch(/@page p-rape \{ size: A4; /);
    expect(css).toMatch(/@page l-rape \{ size: A4 landscape; /);
    expect(css.match(/@top-right \{ content: "OFFICIAL";/g)?.length).toBe(css.match(/@page /g)?.length);
  });

  test("show the reference number where there is one, else the version", () => {
    expect(css).toContain('@bottom-left { content: "1.0";');
    expect(pageRules({ ...paper, urn: "ASI/2019/1" }, [])).toContain(
      '@bottom-left { content: "URN ASI/2019/1";',
    );
  });
});
