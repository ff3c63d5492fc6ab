import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { readPaper } from "../../../src/sources/paperText/read.ts";
import { expectGolden } from "../../support/golden.ts";
import { outlineOf } from "../../support/outline.ts";

const folder = join(import.meta.dirname, "..", "..", "fixtures", "papers");
const read = (name: string) => readPaper(name, readFileSync(join(folder, name), "utf8"));

test.each(["pack.txt", "response.txt", "own.md"])("the outline of %s", (name) => {
  const { parts, furniture } = read(name);
  const foot = `== furniture: ${furniture.map(({ text }) => text).join(" | ")}`;
  expectGolden(`paperText/${name}.outline.txt`, `${[...parts.map(outlineOf), foot].join("\n\n")}\n`);
});

test("a long pack is read in a moment", () => {
  const text = readFileSync(join(folder, "pack.txt"), "utf8").repeat(80);
  const before = process.cpuUsage();
  expect(readPaper("long.txt", text).parts.length).toBeGreaterThan(100);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(5);
});
