import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import type { SiteFile } from "../../src/site/site.ts";
import { panelpack } from "../support/cli.ts";
import { onDisk } from "../support/project.ts";
import { accessibilityProblems, openSite } from "../support/siteBrowser.ts";

const { root, remove } = onDisk();
afterAll(remove);

const site = join(root, "output", "site");
const readSite = (): SiteFile[] =>
  readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .map((path) => ({ path: path.slice(site.length + 1).replaceAll("\\", "/"), bytes: readFileSync(path) }));

test("without the days of the accessibility statement nothing is published, and it is said what to write", async () => {
  const { status, err } = await panelpack(root, "publish", "--quiet");
  expect(status).toBe(1);
  expect(err).toContain("data/publishing.yaml:1:1");
  expect(err).toContain("Write `statement: { prepared:");
  expect(() => readdirSync(site)).toThrow("ENOENT");
});

test("the smallest project is published: each page is there without meetings, decisions and questions, and has no fault", async () => {
  const days = "{ prepared: 2020-01-14, reviewed: 2020-01-14, tested: 2020-01-14 }";
  writeFileSync(join(root, "data", "publishing.yaml"), `statement: ${days}\n`);
  const { status, out, err } = await panelpack(root, "publish");
  expect({ status, out, err: err.replace(/^.*\n/gm, "") }).toMatchObject({ status: 0 });
  expect(out).toMatch(/output\/site: \d+ pages, (\d+) files; \1 new or changed, 0 removed\n$/);
  const files = readSite();
  const pages = files.filter(({ path }) => path.endsWith("index.html")).map(({ path }) => path);
  expect(pages).toEqual(
    expect.arrayContaining([
      "index.html",
      "measures/burglary/index.html",
      "quarters/2019-20-q3/performance-summary/index.html",
      "meetings/index.html",
      "decisions/index.html",
      "questions/index.html",
    ]),
  );
  const open = await openSite(files);
  try {
    const faults: string[] = [];
    for (const path of pages) {
      await open.visit(`/${path.replace(/index\.html$/, "")}`);
      faults.push(...(await accessibilityProblems(open.page)).map((fault) => `${path} ${fault}`));
    }
    expect(faults).toEqual([]);
    expect(open.messages).toEqual([]);
  } finally {
    await open.close();
  }
});

test("published again, nothing is new; a folder of other files is left alone", async () => {
  const { out } = await panelpack(root, "publish");
  expect(out).toContain("; 0 new or changed, 0 removed");
  const { status, err } = await panelpack(root, "publish", "--out", root);
  expect(status).toBe(2);
  expect(err).toContain("holds other files than a website of panelpack");
});
