import type { Cell } from "../../sources/paperText/paper.ts";
import type { ComparisonClaim } from "../claims/claim.ts";
import { type Cue, cuesIn } from "../claims/cues.ts";
import { type GridRow, gridRows } from "../claims/grids.ts";
import type { Section } from "../claims/sections.ts";
import { stretch } from "../claims/walk.ts";
import type { Finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** The row of a summary grid and the section of the same name say the same of last month and of the average. */
export const rule: Rule = {
  id: "grid-agrees",
  family: "direction",
  severity: "error",
  title: "A summary says what its sections say",
  why: "Many read the summary alone. A row that was not brought up to date contradicts the section that it sums up.",
  fires: [
    "| Topic | Data |\n|---|---|\n| Robbery | Decrease on previous month and below the monthly average. |\n| Burglary | No change |\n\n## Robbery\n\n48 robbery offences were recorded in December. This is an increase compared to November (35) and above the monthly average (36).",
  ],
  silent: [
    "| Topic | Data |\n|---|---|\n| Robbery | Increase on previous month and above the monthly average. |\n| Burglary | No change |\n\n## Robbery\n\n48 robbery offences were recorded in December. This is an increase compared to November (35) and above the monthly average (36).",
  ],
  find: ({ papers }) =>
    papers.flatMap((paper) =>
      gridRows(paper).flatMap(({ row, section }) => row.cells.flatMap((cell) => foundIn(section, row, cell))),
    ),
};

type Said = { readonly cue: Cue; readonly about: "previous" | "average"; readonly end: number };

/** "Increase on previous month", "above monthly": a direction and what it is about; the words may be cut off. */
const sayingsOf = (text: string): Said[] =>
  cuesIn(text).flatMap((cue): Said[] => {
    const behind = text.slice(cue.end);
    const average = /^(?: the| a)?(?: monthly)?(?: average\b|\s*$)/.exec(behind);
    const previous = /^ (?:on|compared (?:to|with)) (?:the )?previous month\b/.exec(behind);
    const match = previous ?? (/^(?:above|below)$/i.test(text.slice(cue.at, cue.end)) ? average : null);
    return match === null
      ? []
      : [{ cue, about: previous === null ? "average" : "previous", end: cue.end + match[0].length }];
  });

function foundIn(section: Section, { paper }: GridRow, cell: Cell): Finding[] {
  return sayingsOf(cell.text).flatMap(({ cue, about, end }): Finding[] => {
    const comparison = section.part.claims.find(
      (claim): claim is ComparisonClaim =>
        claim.kind === "comparison" &&
        claim.section.at(-1) === section.heading &&
        claim.against !== null &&
        claim.area === null &&
        (claim.comparator === about || (about === "previous" && claim.comparator === "month")),
    );
    if (
      comparison === undefined ||
      comparison.direction === "same" ||
      cue.direction === "same" ||
      comparison.direction === cue.direction
    )
      return [];
    return [
      tell(
        rule,
        stretch(paper, cell, cue.at, end),
        `The section “${section.heading.text.text}” says the opposite.`,
        stretch(
          section.paper,
          comparison.words,
          comparison.cue.at,
          comparison.against?.quantity.end ?? comparison.named.end,
        ),
        "Bring the summary up to date, or correct the section.",
      ),
    ];
  });
}
