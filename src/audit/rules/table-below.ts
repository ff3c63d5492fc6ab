import type { Rule } from "../rule.ts";
import { around, matchesIn, type PartOf, partsIn, passagesOf } from "../said.ts";
import { tell } from "../tell.ts";

const pointing = /\b(?:the (?:below|following) table|the table below|as (?:the )?table below)\b/gi;
/** A table may stand behind the sentences that explain it, and on the next page. */
const reach = 8;

export const rule: Rule = {
  id: "table-below",
  family: "structure",
  severity: "warning",
  title: "Where a table is announced, one follows",
  why: "“The table below” with nothing below it was left out when the paper was put together.",
  fires: ["The table below shows the months.\n\nThey differ.\n"],
  silent: [
    "The table below shows the areas.\n\n| Area | Dec-19 |\n| --- | --- |\n| North | 43 |\n| South | 33 |\n",
  ],
  find: (input) => partsIn(input).flatMap(missing),
};

function missing({ paper, part }: PartOf) {
  return part.blocks.flatMap((block, i) => {
    if (block.kind === "table" || block.kind === "debris") return [];
    // Debris may have been it.
    const follows = part.blocks
      .slice(i + 1, i + 1 + reach)
      .some(({ kind }) => kind === "table" || kind === "debris");
    if (follows) return [];
    return passagesOf(block).flatMap((words) =>
      matchesIn({ paper, part, words }, pointing).map(({ at, end }) =>
        tell(
          rule,
          around({ paper, part, words }, at, end),
          "no table follows",
          null,
          "Put the table in, or take the reference out.",
        ),
      ),
    );
  });
}
