import { tablesOf } from "../../sources/paperText/outline.ts";
import type { PlacedBlock, Text } from "../../sources/paperText/paper.ts";
import { pieceOf } from "../../sources/paperText/text.ts";
import type { Rule } from "../rule.ts";
import { type PartOf, partsIn, passagesOf } from "../said.ts";
import { tell } from "../tell.ts";

/** Words that end no sentence, and those that end one only behind a verb ("the area they live in"), not behind a name. */
const hangs =
  /\b(?:the|an?|and|or|with|into|their|its|his|whose|which|than)$|\b[A-Z][\w’']+ (?:of|in|for|from|by|at|to|on)$/;

export const rule: Rule = {
  id: "cut-off",
  family: "language",
  severity: "warning",
  title: "A sentence has its end",
  why: "“The Chief Constable will give his view of the Police Service in” lost its end when a cell was too small, and with it where.",
  fires: [
    "| Date | Detail |\n| --- | --- |\n| 21 November | The Chief Constable will give his view of the Police Service in |\n| 3 February | To consider the budget and the precept. |\n",
  ],
  silent: [
    "| Date | Detail |\n| --- | --- |\n| 21 November | The Chief Constable will give his view of the service he is in. |\n| 3 February | Log in |\n",
    "The main threats that the county has to live with are those that come from the\n\nwest of the region.\n",
  ],
  find: (input) => partsIn(input).flatMap((partOf) => [...cells(partOf), ...passages(partOf)]),
};

function cells({ paper, part }: PartOf) {
  return tablesOf(part).flatMap(({ rows }) =>
    rows.flatMap((row, i) =>
      row.cells.flatMap((cell, at) => {
        // A cell that goes on in the row below begins there with a small letter.
        const below = rows[i + 1]?.cells[at]?.text.trim() ?? "";
        return isCut(cell, 6) && !/^[a-z]/.test(below) ? [hanging(paper, cell)] : [];
      }),
    ),
  );
}

function passages({ paper, part }: PartOf) {
  const blocks = part.blocks.filter(({ kind }) => kind !== "debris" && kind !== "note");
  return blocks.flatMap((block, i) => {
    const words = passagesOf(block).at(-1);
    const next = blocks[i + 1];
    if (words === undefined || block.kind !== "paragraph" || next === undefined || !isCut(words, 8))
      return [];
    return goesOn(next) ? [] : [hanging(paper, words)];
  });
}

/** What follows may be the rest of it: only a heading, or a paragraph with a capital that is no name's, cannot. */
const goesOn = (next: PlacedBlock): boolean =>
  next.kind !== "heading" &&
  !(
    next.kind === "paragraph" &&
    /^(?:The|This|In|It|There|A|On|For|We|As)\s/.test(passagesOf(next)[0]?.text ?? "")
  );

const isCut = ({ text }: Text, fewest: number): boolean =>
  hangs.test(text.trim()) && text.trim().split(/\s+/).length >= fewest;

const hanging = (paper: PartOf["paper"], words: Text) =>
  tell(
    rule,
    { paper, words: pieceOf(words, Math.max(0, words.text.lastIndexOf(" ", words.text.length - 60) + 1)) },
    "the sentence stops before its end",
    null,
    "Write the rest of it.",
  );
