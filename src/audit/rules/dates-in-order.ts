import { addDays } from "../../analysis/days.ts";
import { tablesOf } from "../../sources/paperText/outline.ts";
import type { PlacedBlock, Text } from "../../sources/paperText/paper.ts";
import { pieceOf } from "../../sources/paperText/text.ts";
import { datesIn } from "../mentions/dates.ts";
import { dayName } from "../mentions/months.ts";
import type { Rule } from "../rule.ts";
import { type PartOf, partsIn, passagesOf } from "../said.ts";
import { tell } from "../tell.ts";

const fewest = 4;
type Dated = { readonly date: string; readonly words: Text };

export const rule: Rule = {
  id: "dates-in-order",
  family: "time",
  severity: "warning",
  title: "A list by date is in order, and its years are right",
  why: "In a work programme from November to March an item of “3 February 2019” has last year's number: somebody would look for its report a year too early.",
  fires: [
    "- 21 November 2019: preparations for the elections\n- 3 February 2019: budget and precept\n- 16 March 2020: rural crime\n- 18 June 2020: annual report\n- 24 September 2020: victims\n",
  ],
  silent: [
    "- 21 November 2019: preparations for the elections\n- 3 February 2020: budget and precept\n- 16 March 2020: rural crime\n- 18 June 2020: annual report\n",
    "- 18 June 2020: annual report\n- 16 March 2020: rural crime\n- 3 February 2020: budget\n- 21 November 2019: elections\n",
  ],
  find: (input) =>
    partsIn(input).flatMap((partOf) =>
      [
        ...tablesOf(partOf.part).flatMap(({ rows }) => [rows.flatMap(({ cells }) => dateOf(cells[0]))]),
        ...partOf.part.blocks.map(listOf),
      ].flatMap((dates) => outOfOrder(partOf, dates)),
    ),
};

/** The dates with which the items of a list begin. */
const listOf = (block: PlacedBlock): Dated[] =>
  block.kind === "list" ? passagesOf(block).flatMap(dateOf) : [];

/** The date that a text begins with. */
function dateOf(words: Text | undefined): Dated[] {
  if (words === undefined) return [];
  const first = datesIn(words.text)[0];
  return first === undefined || first.date === null || first.at > 2
    ? []
    : [{ date: first.date, words: pieceOf(words, first.at, first.end) }];
}

/** What breaks an order that all the others keep, when they are most of the list. */
function outOfOrder({ paper }: PartOf, dates: readonly Dated[]) {
  if (dates.length < fewest) return [];
  const kept = longestRise(dates);
  const odd = dates.filter((one) => !kept.has(one));
  if (odd.length === 0 || odd.length * 3 > dates.length) return [];
  return odd.map((one) => {
    const before = dates.slice(0, dates.indexOf(one)).findLast((other) => kept.has(other));
    return tell(
      rule,
      { paper, words: one.words },
      `${dayName(one.date)} stands out of order${meant(one, dates)}`,
      before === undefined ? null : { paper, words: before.words },
      "Correct the date, or its place.",
    );
  });
}

/** The year that would put it in order, or nearly. */
function meant({ date }: Dated, dates: readonly Dated[]): string {
  const others = dates.map((other) => other.date).sort();
  const [first = "", last = ""] = [others.find((other) => other !== date), others.at(-1)];
  return [1, -1]
    .map((years) => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`)
    .filter((other) => other >= first && other <= addDays(last, 60))
    .map((other) => `: ${dayName(other)} may be meant`)
    .slice(0, 1)
    .join("");
}

/** The most items that keep the order, earlier ones first. */
function longestRise(dates: readonly Dated[]): Set<Dated> {
  const best: Dated[][] = [];
  for (const one of dates) {
    const before = best
      .filter((run) => (run.at(-1)?.date ?? "") <= one.date)
      .sort((a, b) => b.length - a.length)[0];
    best.push([...(before ?? []), one]);
  }
  return new Set(best.sort((a, b) => b.length - a.length)[0] ?? []);
}
