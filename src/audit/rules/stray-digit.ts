import type { Rule } from "../rule.ts";
import { matchesIn, type PartOf, partsIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

const glued = /(?<![\w/@.#-])([A-Za-z]?[a-z]{4,})(\d)$/g;

export const rule: Rule = {
  id: "stray-digit",
  family: "language",
  severity: "warning",
  title: "No figure sticks to a label",
  why: "“Violent Disorder6” is a footnote that was lost, or a figure from the cell beside it.",
  fires: [
    "| Offence | Jul-20 | Aug-20 |\n| --- | --- | --- |\n| Public Fear | 218 | 215 |\n| Violent Disorder6 | 6 | 6 |\n",
  ],
  silent: [
    "| Offence | Jul-20 | Aug-20 |\n| --- | --- | --- |\n| Public Fear | 218 | 215 |\n| Violent Disorder | 6 | 6 |\n| Covid19 | 6 | 7 |\n",
  ],
  find: (input) => partsIn(input).flatMap(digits),
};

function digits(partOf: PartOf) {
  const notes = new Set(
    partOf.part.blocks.flatMap((block) => (block.kind === "note" ? [block.mark.replace(/\D/g, "")] : [])),
  );
  const found = wordsIn(partOf)
    .filter(({ words }) => words.text.length < 80)
    .map((said) => ({ said, matches: matchesIn(said, glued) }));
  // "Ward1", "Ward2": a series of labels.
  const isSeries = (word: string | undefined): boolean =>
    found.filter(({ matches }) => matches.some(({ groups }) => groups[1] === word)).length > 1;
  return found.flatMap(({ said, matches }) =>
    matches
      .filter(({ groups }) => !notes.has(groups[2] ?? "") && !isSeries(groups[1]))
      .map(({ groups }) =>
        tell(
          rule,
          { paper: partOf.paper, words: said.words },
          `the figure ${groups[2]} sticks to “${groups[1]}”`,
          null,
          "Take it out, or add the note that it is the mark of.",
        ),
      ),
  );
}
