import type { Text } from "../../sources/paperText/paper.ts";
import { joined, pieceOf } from "../../sources/paperText/text.ts";
import type { Rule } from "../rule.ts";
import { matchesIn, type PartOf, partsIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

const raised = "¹²³⁴⁵⁶⁷⁸⁹⁰";
/** A raised figure behind a word; a number on its own (m², 10³) is a unit. */
const mark = new RegExp(
  `(?<=[a-z.,;:)’'”"\\d][a-z.,;:)’'”"]|\\b(?:19|20)\\d\\d)[${raised}]+|\\[\\^(\\w+)\\](?!:)`,
  "g",
);
type Note = { readonly mark: string; readonly words: Text };

export const rule: Rule = {
  id: "footnotes",
  family: "structure",
  severity: "warning",
  title: "Every footnote mark has its note, and every note its mark",
  why: "A note without its mark qualifies nothing; a mark without its note hides the qualification that the reader needs.",
  fires: [
    "There were 2 road deaths in December¹, as the force says².\n\n¹ At the time of publication data on injuries were not available.\n",
  ],
  silent: [
    "There were 2 road deaths in December¹.\n\n¹ At the time of publication data on injuries were not available.\n",
    "The site has 200 m² and 10³ items.\n",
  ],
  find: (input) => partsIn(input).flatMap(unmatched),
};

function unmatched(partOf: PartOf) {
  const { paper } = partOf;
  const notes = notesOf(partOf);
  const marks = wordsIn(partOf).flatMap((said) =>
    matchesIn(said, mark).map(({ quoted, at, end, groups }) => ({
      mark: plain(groups[1] ?? quoted.words.text),
      words: pieceOf(said.words, Math.max(0, at - 30), end),
    })),
  );
  // Where no note was read at all, the notes may have been lost, not forgotten.
  if (notes.length === 0) return [];
  return [
    ...marks
      .filter((one) => !notes.some((note) => note.mark === one.mark))
      .map((one) =>
        tell(
          rule,
          { paper, words: one.words },
          `mark ${one.mark} has no note`,
          null,
          "Add the note, or take the mark out.",
        ),
      ),
    ...notes
      .filter(
        (note) => /^\d+$/.test(note.mark) && marks.length > 0 && !marks.some((one) => one.mark === note.mark),
      )
      .map((note) =>
        tell(
          { id: rule.id, severity: "review" },
          { paper, words: note.words },
          `note ${note.mark} has no mark in the text`,
          null,
          "Put its mark where it belongs.",
        ),
      ),
  ];
}

const notesOf = ({ part }: PartOf): Note[] =>
  part.blocks.flatMap((block) =>
    block.kind === "note" && block.sentences.length > 0
      ? [{ mark: plain(block.mark), words: joined(block.sentences) }]
      : [],
  );

/** "²" and "[^2]" are 2. */
const plain = (text: string): string =>
  [...text]
    .map((sign) => (raised.includes(sign) ? String((raised.indexOf(sign) + 1) % 10) : sign))
    .join("")
    .replace(/[^\w*†‡]/g, "");
