import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { MachineError, UsageError } from "../../src/diagnostic.ts";
import type { SiteFile } from "../../src/site/site.ts";
import { refuseOtherFolder, swapSite } from "../../src/siteFolder.ts";

let scratch = "";
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "panelpack-swap-"));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

/** Files as they are made, one after the other. */
async function* made(...files: readonly [path: string, text: string][]): AsyncGenerator<SiteFile> {
  for (const [path, text] of files) yield { path, bytes: Buffer.from(text) };
}
const accept = async (): Promise<void> => undefined;

test("a new site takes the place of the old one: what has not changed keeps its time, what is gone is gone", async () => {
  const site = join(scratch, "site");
  await swapSite(
    site,
    made(["index.html", "home"], ["a/index.html", "old"], ["b.csv", "1"], ["manifest.json", "{}"]),
    accept,
  );
  const long = new Date("2020-01-01T00:00:00Z");
  utimesSync(join(site, "index.html"), long, long);
  utimesSync(join(site, "a", "index.html"), long, long);
  const swapped = await swapSite(
    site,
    made(["index.html", "home"], ["a/index.html", "new"], ["manifest.json", "{}"]),
    accept,
  );
  const paths = ["index.html", "a/index.html", "manifest.json"];
  expect(swapped).toEqual({ paths, written: 1, kept: 2, removed: 2 });
  expect(statSync(join(site, "index.html")).mtime).toEqual(long);
  expect(statSync(join(site, "a", "index.html")).mtime.getTime()).toBeGreaterThan(long.getTime());
  expect(readFileSync(join(site, "a", "index.html"), "utf8")).toBe("new");
  expect(existsSync(join(site, "b.csv"))).toBe(false);
  expect(readdirSync(scratch)).toEqual(["site"]);
});

test("what a killed publication left beside the site is cleared away by the next", async () => {
  const site = join(scratch, "site");
  await swapSite(join(scratch, ".site.new"), made(["half.html", "half"]), accept);
  await swapSite(site, made(["index.html", "home"]), accept);
  expect(readdirSync(scratch)).toEqual(["site"]);
  expect(readdirSync(site)).toEqual(["index.html"]);
});

/** A site that is there, and what there is of it afterwards. */
async function shown(): Promise<{ readonly site: string; readonly there: () => object }> {
  const site = join(scratch, "site");
  await swapSite(site, made(["index.html", "home"], ["a.csv", "1"]), accept);
  const there = (): object => ({
    beside: readdirSync(scratch),
    files: readdirSync(site).sort(),
    home: readFileSync(join(site, "index.html"), "utf8"),
  });
  expect(there()).toEqual({ beside: ["site"], files: ["a.csv", "index.html"], home: "home" });
  return { site, there };
}

test("a site that is refused when it has been judged leaves the old one as it was, and nothing beside it", async () => {
  const { site, there } = await shown();
  const before = there();
  const judged: string[] = [];
  const refusing = swapSite(site, made(["index.html", "new"], ["a.csv", "1"]), async ({ paths, read }) => {
    for (const path of paths) judged.push(`${path} ${Buffer.from(await read(path)).toString("utf8")}`);
    expect(readdirSync(scratch).sort()).toEqual([".site.new", "site"]);
    throw new Error("not this one");
  });
  await expect(refusing).rejects.toThrow("not this one");
  expect(judged).toEqual(["index.html new", "a.csv 1"]);
  expect(there()).toEqual(before);
});

test("an error while a site is made leaves the old one as it was, and nothing beside it", async () => {
  const { site, there } = await shown();
  const before = there();
  async function* breaking(): AsyncGenerator<SiteFile> {
    yield* made(["index.html", "new"], ["a.csv", "1"]);
    throw new Error("no third file");
  }
  await expect(swapSite(site, breaking(), accept)).rejects.toThrow("no third file");
  expect(there()).toEqual(before);
});

test("two files in one place are an error, not a way to write into the old site", async () => {
  const { site, there } = await shown();
  const before = there();
  await expect(swapSite(site, made(["index.html", "home"], ["index.html", "new"]), accept)).rejects.toThrow(
    "EEXIST",
  );
  expect(there()).toEqual(before);
});

test("where the new site cannot take the old one's place, the old one comes back", async () => {
  const { site, there } = await shown();
  const before = there();
  const taken = swapSite(site, made(["index.html", "new"]), async () =>
    rmSync(join(scratch, ".site.new"), { recursive: true }),
  );
  await expect(taken).rejects.toBeInstanceOf(MachineError);
  expect(there()).toEqual(before);
});

test("a folder that holds anything else than a website of ours is refused, and stays as it is", async () => {
  writeFileSync(join(scratch, "thesis.txt"), "mine");
  await expect(refuseOtherFolder(scratch)).rejects.toBeInstanceOf(UsageError);
  expect(readdirSync(scratch)).toEqual(["thesis.txt"]);
  await expect(refuseOtherFolder(join(scratch, "none"))).resolves.toBeUndefined();
});
