import { tablesOf } from "../../sources/paperText/outline.ts";
import type { PlacedBlock, Text } from "../../sources/paperText/paper.ts";
import { pieceOf } from "../../sources/paperText/text.ts";
import { type OpenMark, openMarks } from "../mentions/quotationMarks.ts";
import type { Rule } from "../rule.ts";
import { type PartOf, partsIn, passagesOf } from "../said.ts";
import { tell } from "../tell.ts";

/** A quotation may run over so many paragraphs, or be broken by the end of a page. */
const reach = 4;

export const rule: Rule = {
  id: "quotation-balance",
  family: "names",
  severity: "warning",
  title: "What is quoted begins and ends",
  why: "A quotation without its end leaves the reader to guess which words are the inspectors' and which the Commissioner's.",
  fires: [
    "A high proportion falls into the category 'evidential difficulties; victim does not support police action and rectify this for the victims.\n",
    "Crimes fall into the category 'Evidential difficulties; victim does not support police action\" (OC16), and rectify this.\n",
    "It shows a reduction in the county at 21/10/2019'.\n",
  ],
  silent: [
    "The victims' needs and the force's 'four Ps' were met in the '90s, as \"all agree\". It's a 'turf war' between rivals.\n",
    "They said 'We shall\n\nsee', and went.\n",
  ],
  find: (input) => partsIn(input).flatMap(unbalanced),
};

function unbalanced({ paper, part }: PartOf) {
  const passages = part.blocks.flatMap((block) => (isProse(block) ? [passagesOf(block)] : [])).flat();
  const cells = tablesOf(part).flatMap(({ rows, heads }) => [
    ...heads.flat(),
    ...rows.flatMap((row) => row.cells),
  ]);
  return [...judge(passages, true), ...judge(cells, false)].map(({ words, mark }) =>
    tell(
      rule,
      { paper, words: pieceOf(words, ...wordsRound(words.text, mark.at)) },
      mark.kind === "opens"
        ? "the quotation that begins here does not end"
        : "a quotation mark ends what never began",
      null,
      "Add the missing mark, or take this one out.",
    ),
  );
}

const isProse = ({ kind }: PlacedBlock): boolean => kind !== "table" && kind !== "debris";

/** The unmatched marks of passages; in running text one may be matched in the next, where a page ends. */
function judge(passages: readonly Text[], runsOn: boolean): { words: Text; mark: OpenMark }[] {
  const marks = passages.map(({ text }) => openMarks(text));
  return passages.flatMap((words, i) => {
    const [next, before] = [
      marks.slice(i + 1, i + 1 + reach).flat(),
      marks.slice(Math.max(0, i - reach), i).flat(),
    ];
    // Code and directives are no quotations.
    if (/`|\{\{/.test(words.text)) return [];
    // What is full of loose marks is the text of a picture.
    if ((marks[i]?.length ?? 0) > 2) return [];
    return (marks[i] ?? [])
      .filter(
        ({ kind }) => !runsOn || !(kind === "opens" ? next : before).some((other) => other.kind !== kind),
      )
      .slice(0, 1)
      .map((mark) => ({ words, mark }));
  });
}

/** From some words before a mark to some behind it. */
function wordsRound(text: string, at: number): [number, number] {
  const from = at < 40 ? 0 : text.indexOf(" ", at - 40) + 1;
  const to = at + 60 >= text.length ? text.length : text.lastIndexOf(" ", at + 60);
  return [Math.min(from, at), Math.max(to, at + 1)];
}
