import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { expect } from "@jest/globals";

const folder = join(import.meta.dirname, "..", "expected");

/**
 * Compares a text with `test/expected/<name>`. A missing file is written, which fails in CI; a different one leaves
 * `*-changed.*` beside it, to be looked at and renamed if it is the better.
 *
 * @param name path below `test/expected`, with its ending
 */
export function expectGolden(name: string, text: string): void {
  const file = join(folder, name);
  const changed = `${file.slice(0, -extname(file).length)}-changed${extname(file)}`;
  rmSync(changed, { force: true });
  if (!existsSync(file)) {
    if (process.env["CI"]) throw new Error(`${file} is missing: run the tests locally and commit it`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const expected = readFileSync(file, "utf8");
  if (expected !== text) writeFileSync(changed, text);
  expect(text).toBe(expected);
}
