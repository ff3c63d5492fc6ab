import { tablesOf } from "../../sources/paperText/outline.ts";
import type { Cell, PaperTable } from "../../sources/paperText/paper.ts";
import type { Rule } from "../rule.ts";
import { type PartOf, partsIn } from "../said.ts";
import { tell } from "../tell.ts";

const actual = /\b(?:actual|outturn|recorded)\b/i;
const foreseen =
  /\b(?:project|forecast|predict|plan|target|estimat|budget|profile|expected|anticipated|provisional|establishment)/i;

export const rule: Rule = {
  id: "later-month-actual",
  family: "papers",
  severity: "warning",
  title: "No month is printed as actual before it is over",
  why: "“Actual strength, March” in a paper of 16 March is a forecast: the panel would hold somebody to it as a fact.",
  fires: [
    "# Report of the Commissioner\n\nDate: 16 March 2020\n\n| | Jan-20 | Feb-20 | Mar-20 |\n| --- | --- | --- | --- |\n| Establishment | 977 | 977 | 977 |\n| Actual strength | 991 | 988 | 979 |\n",
  ],
  silent: [
    "# Report of the Commissioner\n\nDate: 16 March 2020\n\n| | Dec-19 | Jan-20 | Feb-20 |\n| --- | --- | --- | --- |\n| Establishment | 977 | 977 | 977 |\n| Actual strength | 972 | 991 | 988 |\n",
    "# Report of the Commissioner\n\nDate: 16 March 2020\n\nProjected strength:\n\n| | Jan-20 | Feb-20 | Mar-20 |\n| --- | --- | --- | --- |\n| Establishment | 977 | 977 | 977 |\n| Projected strength | 991 | 988 | 979 |\n",
  ],
  find: (input) => partsIn(input).flatMap(tooEarly),
};

function tooEarly({ paper, part }: PartOf) {
  const { date, dated } = part;
  if (date === null) return [];
  return tablesOf(part).flatMap((table) => {
    if (foreseen.test(table.caption?.text ?? "")) return [];
    const later = monthsOf(table).filter(({ month }) => month >= date.slice(0, 7));
    // Told once of a table, at its first row.
    return table.rows
      .flatMap(({ label, cells }) =>
        later
          .filter(() => actual.test(label) && !foreseen.test(label))
          .slice(0, 1)
          .flatMap(({ at, head }) => {
            const words = cells[at];
            return words === undefined || words.value.kind !== "number"
              ? []
              : [
                  tell(
                    rule,
                    { paper, words },
                    `“${label}” has a figure for ${head.text.trim()}, which was not over on the day of the paper`,
                    dated === null ? { paper, words: head } : { paper, words: dated },
                    "Mark it as a forecast, or leave it out.",
                  ),
                ];
          }),
      )
      .slice(0, 1);
  });
}

/** The columns headed by a month. */
function monthsOf({
  heads,
}: PaperTable): { readonly at: number; readonly month: string; readonly head: Cell }[] {
  return (heads.at(-1) ?? []).flatMap((head, at) =>
    head.value.kind === "month" ? [{ at, month: head.value.month, head }] : [],
  );
}
