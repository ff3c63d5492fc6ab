import { readFileSync } from "node:fs";
import type { Checked } from "../../src/diagnostic.ts";
import type { SourceText } from "../../src/sources/text.ts";

/** A source that exists in the test only. */
export const sourceOf = (text: string, file = "test.txt"): SourceText => ({ file, text });

/** A file of `test/fixtures/sources`. */
export const fixture = (file: string): SourceText => ({
  file,
  text: readFileSync(new URL(`../fixtures/sources/${file}`, import.meta.url), "utf8"),
});

/** The problems as `line:column message`; none for a value. */
export const problemsOf = (checked: Checked<unknown>): string[] =>
  checked.ok ? [] : checked.problems.map(({ place, message }) => `${place.line}:${place.column} ${message}`);

/** The value; fails the test where there are problems instead. */
export function got<T>(checked: Checked<T>): T {
  if (!checked.ok) throw new Error(problemsOf(checked).join("\n"));
  return checked.value;
}

/** Runs something and gives its result and how long it took, in milliseconds. */
export function timed<T>(run: () => T): { result: T; ms: number } {
  const start = performance.now();
  const result = run();
  return { result, ms: performance.now() - start };
}
