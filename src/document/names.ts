import type { Diagnostic } from "../diagnostic.ts";
import { parseExpression } from "../figures/expression.ts";
import type { Facts, PageSource } from "../model/facts.ts";
import type { MarkdownBlock } from "../sources/markdown.ts";
import { findReferences, type MarkdownText, textsOf } from "../sources/markdown.ts";
import { readBlocks } from "./readBlocks.ts";

/**
 * What is wrong with a page's figures and commands as far as their names show it: for pages that are not worded, because
 * they are not printed this time or because the data have problems too. A measure whose own file could not be read
 * (`unread`) is no wrong name.
 */
export function nameProblems(
  { markdown }: PageSource<unknown>,
  facts: Facts,
  unread: readonly string[] = [],
): Diagnostic[] {
  const problems: Diagnostic[] = [];
  readBlocks(markdown.blocks, facts, problems);
  problems.push(...markdown.blocks.flatMap((block) => textProblems(block, facts)));
  return problems.filter((problem) => !unread.includes(wordAt(problem)));
}

function textProblems(block: MarkdownBlock, facts: Facts): readonly Diagnostic[] {
  return textsOf(block).flatMap((text) => referenceProblems(text, facts));
}

function referenceProblems({ text, place: at }: MarkdownText, facts: Facts): readonly Diagnostic[] {
  const found = findReferences(text, at);
  const wrong = found.references.flatMap((reference) => {
    if (reference.kind === "note") return [];
    const { place, inner } = reference;
    const read = parseExpression(inner, { ...place, column: place.column + 2 }, facts);
    return read.ok ? [] : read.problems;
  });
  return [...found.problems, ...wrong];
}

/** What the source says at the place of a problem. */
const wordAt = ({ place }: Diagnostic): string =>
  (place.text ?? "").slice(place.column - 1, place.column - 1 + (place.length ?? 1));
