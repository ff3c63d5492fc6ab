import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { panelpack } from "../support/cli.ts";
import { onDisk } from "../support/project.ts";
import { readXml } from "../support/xml.ts";

const { root, remove } = onDisk({
  file: "data/publishing.yaml",
  text: "statement: { prepared: 2020-01-14, reviewed: 2020-01-14, tested: 2020-01-14 }\n",
});
afterAll(remove);

const source = join(root, "data", "measures", "satisfaction.yaml");
const write = (from: string, to: string): void =>
  writeFileSync(source, readFileSync(source, "utf8").replace(from, to));
const shown = (path: string): string => readFileSync(join(root, "output", "site", path), "utf8");
const run = async (...args: string[]): Promise<void> => {
  const { status, err } = await panelpack(root, ...args);
  expect({ status, err: status === 0 ? "" : err }).toEqual({ status: 0, err: "" });
};
const paper = "quarters/2019-20-q3/performance-summary/index.html";
const entries = () =>
  readXml(shown("feed.atom"))
    .children.filter(({ name }) => name === "entry")
    .map(({ children }) => Object.fromEntries(children.map(({ name, text }) => [name, text])));

test("a figure that was changed in silence is told by the paper's page, the corrections, the data and the feed", async () => {
  await run("release", "2019-20-q3/performance-summary", "--by", "Ada North");
  await run("publish");
  expect(shown(paper)).not.toContain("Corrected.");
  expect(entries().map(({ title }) => title)).toEqual(["Performance Summary, November 2019"]);
  write("{ period: 2019-11, value: 30, denominator: 40 }", "{ period: 2019-11, value: 20, denominator: 40 }");
  await run("publish");
  const words = "Satisfaction of victims, Marlshire, November 2019: the figure itself";
  expect(shown(paper)).toMatch(
    /<b>Corrected\.<\/b> \d+ figures differ from the paper as it went out on \d+ \w+ \d{4}\.<\/p>/,
  );
  expect(shown(paper)).toContain('href="../../../corrections/#figures">All corrections</a>');
  for (const path of [paper, "corrections/index.html", "data/corrections.csv", "feed.atom"])
    expect(shown(path)).toContain(words);
  expect(entries()[0]?.["title"]).toMatch(
    /^Correction: Performance Summary, November 2019: \d+ figures differ$/,
  );
});

test("its day is the one on which it was first shown, and its identifier stays", async () => {
  const [before] = entries();
  const file = join(root, "output", "site", "data", "corrections.csv");
  writeFileSync(file, readFileSync(file, "utf8").replaceAll(/^\d{4}-\d\d-\d\d(?=,)/gm, "2020-01-20"));
  await run("publish");
  const found = entries().find(({ id }) => id === before?.["id"]);
  expect(found).toMatchObject({
    title: before?.["title"],
    updated: "2020-01-20T00:00:00.000Z",
    published: "2020-01-20T00:00:00.000Z",
  });
  expect(shown("corrections/index.html")).toContain("<td>20 January 2020</td>");
});

test("once the paper has gone out again, the notice is gone and the correction is told as such", async () => {
  await run("release", "2019-20-q3/performance-summary", "--by", "Ada North", "--reason", "A wrong number.");
  await run("publish");
  expect(shown(paper)).not.toContain("Corrected.");
  // Both on one day.
  const titles = entries().map(({ title }) => title);
  expect(titles.sort()).toEqual([
    "Correction: Performance Summary, November 2019",
    "Performance Summary, November 2019",
  ]);
});
