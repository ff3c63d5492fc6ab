import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@jest/globals";

const folder = join(import.meta.dirname, "..", "expected", "charts");

/**
 * Compares a drawing with `test/expected/charts/<name>.svg`. A missing one is written, which fails in CI; a different one
 * leaves `<name>-changed.svg` beside it, to be looked at and renamed if it is the better.
 */
export function expectGolden(name: string, svg: string): void {
  const text = `${svg.replaceAll("><", ">\n<")}\n`;
  const [file, changed] = [join(folder, `${name}.svg`), join(folder, `${name}-changed.svg`)];
  rmSync(changed, { force: true });
  if (!existsSync(file)) {
    if (process.env["CI"]) throw new Error(`${file} is missing: run the tests locally and commit it`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  }
  const expected = readFileSync(file, "utf8");
  if (expected !== text) writeFileSync(changed, text);
  expect(text).toBe(expected);
}
