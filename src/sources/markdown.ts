import type { Checked } from "../diagnostic.ts";
import { readFrontMatter } from "./frontMatter.ts";
import { checked, limits, withinSize } from "./limits.ts";
import { splitBlocks } from "./markdownBlocks.ts";
import type { MarkdownBlock } from "./markdownLines.ts";
import type { SourceText } from "./text.ts";
import type { YamlSource } from "./yaml.ts";

export type { Directive, DirectiveName, DirectiveWord } from "./directive.ts";
export { type MarkdownBlock, type MarkdownTable, type MarkdownText, textsOf } from "./markdownLines.ts";
export { findReferences } from "./references.ts";

/** A Markdown source in parts; all places are those of the whole file. */
export type MarkdownSource = {
  readonly source: SourceText;
  /** An empty mapping when the file has no front matter. */
  readonly frontMatter: YamlSource;
  readonly blocks: readonly MarkdownBlock[];
};

/** A Markdown source cut into front matter and blocks, or every problem found in it. */
export function readMarkdown(source: SourceText): Checked<MarkdownSource> {
  const sized = withinSize(source, limits.markdownCharacters, "split it");
  if (!sized.ok) return sized;
  const front = readFrontMatter(source);
  if (!front.ok) return front;
  const { blocks, problems } = splitBlocks(source, front.value.bodyStart);
  return checked({ source, frontMatter: front.value.frontMatter, blocks }, problems);
}
