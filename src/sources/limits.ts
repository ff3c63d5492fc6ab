import type { Checked, Diagnostic } from "../diagnostic.ts";
import { placeOfLine, type SourceText } from "./text.ts";

/**
 * What one source file may hold. Real files stay far below; the limits turn a hostile or broken file into a
 * message within a second, instead of a hang or a full memory. Sizes are in characters (UTF-16 units).
 */
export const limits = {
  yamlCharacters: 1_000_000,
  markdownCharacters: 1_000_000,
  csvCharacters: 10_000_000,
  /** gray-matter strips comments with a regular expression that is quadratic in blank lines. */
  frontMatterCharacters: 20_000,
  /** YAML tokens (names, values, colons, blanks, line breaks); a line of `name: value` has about eight. */
  yamlTokens: 60_000,
  /** Lists and mappings inside one another. */
  yamlDepth: 40,
  /** Uses (`*name`) of YAML anchors in one file; also yaml's own `maxAliasCount` of expansions. */
  yamlAliases: 100,
  csvCells: 500_000,
  /** Rows with more or fewer cells than the first; csv-parse spends long on each. */
  csvRaggedRows: 10_000,
  /** Problems reported for one file: more are of no help to the reader. */
  problems: 100,
} as const;

/** The text of a source of at most so many characters, or the problem that it is longer. */
export function withinSize(source: SourceText, characters: number, advice: string): Checked<SourceText> {
  if (source.text.length <= characters) return { ok: true, value: source };
  const message = `this file is too large (more than ${count(characters)} characters): ${advice}`;
  return { ok: false, problems: [{ place: placeOfLine(source, 1), message }] };
}

/** The value if there is no problem; else the problems. */
export const checked = <T>(value: T, problems: readonly Diagnostic[]): Checked<T> =>
  problems.length === 0 ? { ok: true, value } : failed(problems);

/** The failure that these problems of one file are. */
export const failed = (problems: readonly Diagnostic[]): Extract<Checked<never>, { ok: false }> => ({
  ok: false,
  problems: firstProblems(problems),
});

/** The first problems of a file; behind them, at the place of the next, how many more there are. */
export function firstProblems(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const next = problems[limits.problems];
  if (next === undefined) return problems;
  const message = `${count(problems.length - limits.problems)} more problems in this file are not shown`;
  return [...problems.slice(0, limits.problems), { place: next.place, message }];
}

/** A number with a comma at each thousand. */
export const count = (n: number): string => n.toLocaleString("en-GB");
