import { sentencesOfBlock, textsOf } from "../sources/paperText/outline.ts";
import type { PaperPart, PlacedBlock, Text } from "../sources/paperText/paper.ts";
import { joined, pieceOf } from "../sources/paperText/text.ts";
import type { AuditedPaper, AuditInput } from "./rule.ts";
import type { Quoted } from "./tell.ts";

/** A part of a paper, and the paper: what every rule walks over. */
export type PartOf = { readonly paper: AuditedPaper; readonly part: PaperPart };

/** Words of a part: a sentence, a heading, a cell. */
export type Said = PartOf & { readonly words: Text };

/** A match of a pattern in words, with its groups and where it begins. */
export type Match = {
  readonly groups: readonly (string | undefined)[];
  readonly at: number;
  readonly end: number;
  readonly quoted: Quoted;
};

export const partsIn = ({ papers }: AuditInput): PartOf[] =>
  papers.flatMap((paper) => paper.parts.map(({ part }) => ({ paper, part })));

/** Sentences and headings, without tables: what is written to be read as English. */
export const sentencesIn = ({ paper, part }: PartOf): Said[] =>
  part.blocks.flatMap((block) => sentencesOfBlock(block).map((words) => ({ paper, part, words })));

/** Everything that is written: sentences, headings, captions and cells. */
export const wordsIn = ({ paper, part }: PartOf): Said[] =>
  textsOf(part).map((words) => ({ paper, part, words }));

/**
 * All places of a pattern (it needs the flag g) in words.
 *
 * @param counts which of what it matches are wanted
 */
export function matchesIn(
  { paper, words }: Said,
  pattern: RegExp,
  counts: (found: string) => boolean = () => true,
): Match[] {
  // Nearly all words hold none, and to ask costs a tenth of listing them.
  pattern.lastIndex = 0;
  if (!pattern.test(words.text)) return [];
  pattern.lastIndex = 0;
  const matches: Match[] = [];
  for (const match of words.text.matchAll(pattern)) {
    if (!counts(match[0])) continue;
    const end = match.index + match[0].length;
    const quoted = { paper, words: pieceOf(words, match.index, end) };
    matches.push({ groups: [...match], at: match.index, end, quoted });
  }
  return matches;
}

/** A piece of words, to be quoted: whole words round an offset, at most `reach` characters to either side. */
export function around({ paper, words }: Said, at: number, end: number, reach = 40): Quoted {
  const { text } = words;
  const from = at <= reach ? 0 : text.indexOf(" ", at - reach) + 1;
  const to = end + reach >= text.length ? text.length : text.lastIndexOf(" ", end + reach);
  return { paper, words: pieceOf(words, Math.min(from, at), Math.max(to, end)) };
}

/** The sentences of a block as one text; null of a table or of an empty block. A list is read item by item. */
export function passagesOf(block: PlacedBlock): Text[] {
  if (block.kind === "list")
    return block.items.flatMap(({ sentences }) => (sentences.length === 0 ? [] : [joined(sentences)]));
  const sentences = sentencesOfBlock(block);
  return sentences.length === 0 ? [] : [joined(sentences)];
}
