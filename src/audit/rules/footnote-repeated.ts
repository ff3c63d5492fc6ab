import type { Text } from "../../sources/paperText/paper.ts";
import { joined } from "../../sources/paperText/text.ts";
import type { Rule } from "../rule.ts";
import { type PartOf, partsIn, sentencesIn } from "../said.ts";
import { tell } from "../tell.ts";

type Note = { readonly mark: string; readonly words: Text };
const figures = /\b\d+(?:\.\d+)? (?:seconds?|minutes?|hours?|days?|weeks?|per cent|%)/g;

export const rule: Rule = {
  id: "footnote-repeated",
  family: "structure",
  severity: "error",
  title: "A footnote speaks of the measure that it is set to",
  why: "A note on answering “within 10 seconds” that was copied below a sentence on 30 seconds defines the wrong baseline.",
  fires: [
    "The share answered within 10 seconds is below the baseline⁴.\n\nThe share answered in 30 seconds is below the baseline⁵.\n\n⁴ The baseline is the average of calls answered within 10 seconds for the last 3 years.\n\n⁵ The baseline is the average of calls answered within 10 seconds for the last 3 years.\n",
  ],
  silent: [
    "The share answered within 10 seconds is below the baseline⁴.\n\nThe share answered in 30 seconds is below the baseline⁵.\n\n⁴ The baseline is the average of calls answered within 10 seconds for the last 3 years.\n\n⁵ The baseline is the average of calls answered within 30 seconds for the last 3 years.\n",
  ],
  find: (input) => partsIn(input).flatMap(repeated),
};

function repeated(partOf: PartOf) {
  const { paper } = partOf;
  const notes = notesOf(partOf);
  return notes.flatMap((note, i) => {
    const earlier = notes
      .slice(0, i)
      .find((other) => other.words.text === note.words.text && other.mark !== note.mark);
    const named = [...note.words.text.matchAll(figures)].map(([figure]) => plain(figure));
    const said = sentencesIn(partOf).filter(
      ({ words }) => words.text.includes(note.mark) && words.text !== note.words.text,
    );
    const block = said.length === 0 ? [] : passageRound(partOf, said[0]?.words);
    const there = block.flatMap((text) => [...text.matchAll(figures)].map(([figure]) => plain(figure)));
    const unit = named.find(
      (figure) => there.some((other) => unitOf(other) === unitOf(figure)) && !there.includes(figure),
    );
    if (earlier === undefined || said[0] === undefined || unit === undefined) return [];
    return [
      tell(
        rule,
        { paper, words: note.words },
        `the note speaks of ${unit} and is word for word note ${earlier.mark}; the sentence that bears its mark does not`,
        { paper, words: said[0].words },
        "Write the note for its own measure.",
      ),
    ];
  });
}

const notesOf = ({ part }: PartOf): Note[] =>
  part.blocks.flatMap((block) =>
    block.kind === "note" && block.sentences.length > 0
      ? [{ mark: block.mark, words: joined(block.sentences) }]
      : [],
  );

/** All sentences of the paragraph in which a sentence stands: the figure may be in the one before. */
const passageRound = ({ part }: PartOf, words: Text | undefined): string[] =>
  part.blocks.flatMap((block) =>
    block.kind === "paragraph" && words !== undefined && block.sentences.includes(words)
      ? block.sentences.map(({ text }) => text)
      : [],
  );

const plain = (figure: string): string => figure.toLowerCase().replace(/s$/, "");
const unitOf = (figure: string): string => figure.replace(/^[\d.]+\s*/, "");
