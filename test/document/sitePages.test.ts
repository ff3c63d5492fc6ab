import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { SiteWords } from "../../src/document/site/context.ts";
import { methodPage, statementPage } from "../../src/document/site/textPages.ts";
import { load } from "../../src/load.ts";
import { inMemory, minimal } from "../support/project.ts";

const docs = join(import.meta.dirname, "..", "..", "docs");
const read = (name: string): string => readFileSync(join(docs, name), "utf8");

/** The words of a site whose only source is the smallest project with the days of a statement. */
async function siteOf(statement: string): Promise<SiteWords> {
  const project = minimal({ file: "data/publishing.yaml", text: statement });
  const { facts } = await load("data", inMemory(project));
  return { facts } as SiteWords;
}

const given = "statement: { prepared: 2020-01-14, reviewed: 2020-01-15, tested: 2020-01-16 }\n";

test("the statement has the office and the days filled in; a way to write that is not given is left out", async () => {
  const site = await siteOf(given);
  const { title, sections } = statementPage(site, read("accessibility.md"));
  const text = JSON.stringify(sections);
  const { commissioner } = site.facts.organisation;
  expect(title).toBe("Accessibility statement");
  expect(text).not.toMatch(/\{(office|address|telephone|email|website|prepared|reviewed|tested)\}/);
  expect(text).toContain(
    "This statement was prepared on 14 January 2020. It was last reviewed on 15 January 2020.",
  );
  expect(text).toContain(`The ${commissioner} is committed to making its website accessible`);
  expect(text).not.toContain("telephone");
});

test("a statement without its days is never made", async () => {
  const site = await siteOf("acceptances: []\n");
  expect(() => statementPage(site, read("accessibility.md"))).toThrow("nothing fills {prepared}");
});

test("each part of the method has a heading, and what belongs to it stays with it", () => {
  const { sections } = methodPage(read("method.md"));
  expect(sections.map(({ title }) => title)).toEqual([
    "Counting",
    "What is ordinary",
    "When the level changes",
    "Comparisons",
    "Looking ahead",
    "Rounding",
    "Rates",
    "Data",
  ]);
  expect(sections[1]?.blocks).toHaveLength(2);
});
