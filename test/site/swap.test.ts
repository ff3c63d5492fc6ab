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
import { UsageError } from "../../src/diagnostic.ts";
import { refuseOtherFolder, swapSite } from "../../src/siteFolder.ts";

let scratch = "";
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "panelpack-swap-"));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });

test("a new site takes the place of the old one: what has not changed keeps its time, what is gone is gone", async () => {
  const site = join(scratch, "site");
  await swapSite(site, [
    file("index.html", "home"),
    file("a/index.html", "old"),
    file("b.csv", "1"),
    file("manifest.json", "{}"),
  ]);
  const long = new Date("2020-01-01T00:00:00Z");
  utimesSync(join(site, "index.html"), long, long);
  utimesSync(join(site, "a", "index.html"), long, long);
  const swapped = await swapSite(site, [
    file("index.html", "home"),
    file("a/index.html", "new"),
    file("manifest.json", "{}"),
  ]);
  expect(swapped).toEqual({ written: 1, kept: 2, removed: 2 });
  expect(statSync(join(site, "index.html")).mtime).toEqual(long);
  expect(statSync(join(site, "a", "index.html")).mtime.getTime()).toBeGreaterThan(long.getTime());
  expect(readFileSync(join(site, "a", "index.html"), "utf8")).toBe("new");
  expect(existsSync(join(site, "b.csv"))).toBe(false);
  expect(readdirSync(scratch)).toEqual(["site"]);
});

test("what a killed publication left beside the site is cleared away by the next", async () => {
  const site = join(scratch, "site");
  await swapSite(join(scratch, ".site.new"), [file("half.html", "half")]);
  await swapSite(site, [file("index.html", "home")]);
  expect(readdirSync(scratch)).toEqual(["site"]);
  expect(readdirSync(site)).toEqual(["index.html"]);
});

test("a folder that holds anything else than a website of ours is refused, and stays as it is", async () => {
  writeFileSync(join(scratch, "thesis.txt"), "mine");
  await expect(refuseOtherFolder(scratch)).rejects.toBeInstanceOf(UsageError);
  expect(readdirSync(scratch)).toEqual(["thesis.txt"]);
  await expect(refuseOtherFolder(join(scratch, "none"))).resolves.toBeUndefined();
});
