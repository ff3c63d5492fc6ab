import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";

const root = join(import.meta.dirname, "..", "..");
const page = readFileSync(join(root, "docs", "accessibility.md"), "utf8");
const [before = "", after = ""] = page.split("<!-- statement begins -->");
const [statement = "", rest] = after.split("<!-- statement ends -->");
const headings = (text: string): string[] => text.match(/^#{1,3} .+$/gm) ?? [];

test("the page has its parts, and the statement stands between its marks, last", () => {
  expect(headings(before)).toEqual([
    "# Accessibility: what is met, how it is tested, what is not",
    "## What is met",
    "## How it is tested",
    "## What is not met",
    "## Who to ask",
    "# Text of the website's accessibility statement",
  ]);
  expect(rest?.trim()).toBe("");
});

// The website's statement is made from these sections: the model statement's, in its order.
test("the statement has the headings of the model statement", () => {
  expect(headings(statement)).toEqual([
    "## Accessibility statement",
    "## How accessible this website is",
    "## Feedback and contact information",
    "## Enforcement procedure",
    "## Technical information about this website's accessibility",
    "## Compliance status",
    "## Non-accessible content",
    "### Non-compliance with the accessibility regulations",
    "### Disproportionate burden",
    "### Content that is not within the scope of the accessibility regulations",
    "## What we are doing to improve accessibility",
    "## Preparation of this accessibility statement",
  ]);
});

test("the statement has only the words to be filled in that the page explains", () => {
  const words = (text: string): Set<string> => new Set(text.match(/\{[^}]*\}/g));
  expect(words(statement)).toEqual(words(before));
  expect(statement).not.toMatch(/@|\d{5,}|\d{4}-\d\d-\d\d/);
});

test("the statement claims full compliance only where nothing is listed as non-accessible", () => {
  const section = /### Non-compliance[^\n]*\n([\s\S]*?)\n### /.exec(statement)?.[1] ?? "";
  const listed = section.match(/^- /gm) ?? [];
  expect(/This website is (\w+) compliant/.exec(statement)?.[1]).toBe(
    listed.length > 0 ? "partially" : "fully",
  );
});

test("every test that the page names is there", () => {
  const named = [...page.matchAll(/`(test\/[^`]+)`/g)].map(([, path = ""]) => path);
  expect(named.length).toBeGreaterThanOrEqual(6);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
