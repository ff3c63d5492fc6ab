import type { Printed } from "../claims/claim.ts";
import { monthPattern, monthsIn } from "../claims/months.ts";
import { isAttainable, isPercentOf, percentOf } from "../claims/percents.ts";
import { readingOf } from "../claims/reading.ts";
import { monthColumn, type Section, sectionsOf } from "../claims/sections.ts";
import { mainFigure } from "../claims/shares.ts";
import { type Figure, totalRows } from "../claims/tables.ts";
import { checked, said, stretch, stretchOver } from "../claims/walk.ts";
import type { Finding } from "../finding.ts";
import type { AuditInput, Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/**
 * Where a sentence gives no base, it is the number that its section opens with ("53 offences were recorded"): a share of it must follow,
 * and of a small one a percentage must be possible at all. Any other number of the section excuses it.
 */
export const rule: Rule = {
  id: "percentage-base",
  family: "percentages",
  severity: "warning",
  title: "A percentage is possible for its base",
  why: "30 of 53 is 57%, not 60%; and no number of 18 people makes 71% of them. The percentage is another month's, or of another base.",
  fires: [
    "## Rape\n\n53 rape offences were recorded in December.\n\nThe proportion of recent offences was slightly higher than normal - 60% (30).",
    "## Casualties\n\n| | Oct-19 | Nov-19 |\n|---|---|---|\n| North Avonshire | 21 | 11 |\n| South Avonshire | 17 | 7 |\n| Avonshire | 38 | 18 |\n\nIn November over two thirds (71%) of all casualties were in cars.",
  ],
  silent: [
    "## Rape\n\n53 rape offences were recorded in December.\n\nThe proportion of recent offences was in line with the normal - 57% (30).",
    "## Repeat victims\n\nIn December, 28% (718) of all victims (2,606) were repeat victims.\n\n87 (12%) were also a repeat victim in November.",
    "## Casualties\n\n| | Oct-19 | Nov-19 |\n|---|---|---|\n| North Avonshire | 21 | 11 |\n| South Avonshire | 17 | 7 |\n| Avonshire | 38 | 18 |\n\nIn November two thirds (67%) of all casualties were in cars.",
  ],
  find: (input) =>
    input.papers.flatMap((paper) =>
      sectionsOf(paper).flatMap((section) => [...sharesIn(input, section), ...percentsIn(section)]),
    ),
};

/** "N offences were recorded": the number that a section opens with. */
function openingOf({ passages }: Section): (Printed & { readonly index: number }) | null {
  for (const { words, index } of passages) {
    const main =
      /\b(?:was|were|have been|has been)\b[^.;]*\b(?:recorded|reported|received|identified|made|discussed|flagged|submitted|referred)\b/.test(
        words.text,
      )
        ? mainFigure(words)
        : null;
    if (main !== null) return { ...main, index };
  }
  return null;
}

/** "60% (30)" where 30 of the opening number is another percentage. */
function sharesIn(input: AuditInput, section: Section): Finding[] {
  const opening = openingOf(section);
  if (opening === null) return [];
  return section.part.claims.flatMap((claim): Finding[] => {
    if (claim.kind !== "share" || claim.whole !== null || claim.section.at(-1) !== section.heading) return [];
    const { words, percent, part, block } = claim;
    const ofOthers = /^\)? of (?!all\b|the\b|them\b|these\b|those\b)/.test(
      words.text.slice(Math.max(percent.end, part.end)),
    );
    if (
      ofOthers ||
      block < opening.index ||
      words === opening.words ||
      monthsIn(words.text).length > 1 ||
      percent.value === 0
    )
      return [];
    if (ofMonth.test(words.text.slice(0, Math.min(percent.at, part.at)))) return [];
    const whole = opening.quantity.value;
    if (
      part.value > whole ||
      basesOf(section).some((base) => isPercentOf(percent.value, percent.decimals, part.value, base))
    )
      return [];
    checked(input, section.paper, [
      { words, quantity: percent },
      { words, quantity: part },
    ]);
    const is = percentOf(part.value, whole, percent.decimals);
    return [
      tell(
        rule,
        stretchOver(section.paper, words, [percent, part]),
        `${said({ words, quantity: part })} of the ${said(opening)} that the section speaks of is ${is}, not ${said({ words, quantity: percent })}.`,
        stretch(
          section.paper,
          opening.words,
          opening.quantity.at,
          Math.min(opening.words.text.length, opening.quantity.end + 30),
        ),
        `Print ${is}, or say of which number the percentage is.`,
      ),
    ];
  });
}

/** "since April 19 (11%, 65)": another month's. */
const ofMonth = new RegExp(`${monthPattern}(?: \\d{2,4})? \\($`);

/** All numbers of a section's sentences: a percentage of any is excused, but those it is compared with are not its base. */
const basesOf = ({ passages }: Pick<Section, "passages">): number[] =>
  passages.flatMap(({ words }) => {
    return readingOf(words)
      .own.filter(({ kind }) => kind === "count")
      .map(({ value }) => value);
  });

/** Bases up to this size leave gaps between whole percentages. */
const smallBase = 99;

/** "In November over two thirds (71%) of all casualties", of 18. Other numbers that stand in front of it may be meant. */
function percentsIn(section: Section): Finding[] {
  if (/satisf|survey|respond|confiden/i.test(section.heading.text.text)) return [];
  return section.passages.flatMap(({ words, index }) => {
    const { text } = words;
    const { quantities: all, own } = readingOf(words);
    if (
      /average|baseline|target|rate\b|satisf|respond|survey|last year|rolling/i.test(text) ||
      all.some(({ kind }) => kind !== "percent")
    )
      return [];
    const base = baseOf(section, text);
    if (base === null || base.value < 2 || base.value > smallBase) return [];
    const others = basesOf({ passages: section.passages.filter((one) => one.index <= index) });
    return own
      .filter(
        (q) => !q.loose && isShareOfAll(text, q.at, q.end) && !isAttainable(q.value, q.decimals, base.value),
      )
      .filter(
        (q) =>
          !others.some(
            (other) => other !== base.value && other > 2 && isAttainable(q.value, q.decimals, other),
          ),
      )
      .map((q) =>
        tell(
          rule,
          stretch(section.paper, words, text.length < 160 ? 0 : q.at, Math.min(text.length, q.end + 40)),
          `No number of ${base.value} makes ${text.slice(q.at, q.end)}: ${nearest(q.value, base.value, q.decimals)}.`,
          { paper: section.paper, words: base.words },
          "Correct the percentage, or say of which number it is.",
        ),
      );
  });
}

const isShareOfAll = (text: string, at: number, end: number): boolean =>
  /^\)? of (?:all |the )/.test(text.slice(end)) ||
  (/\b(?:majority|thirds?|half|quarter|fifth)\b[^.;]*\($/.test(text.slice(0, at)) &&
    /^\)/.test(text.slice(end)));

type Base = { readonly value: number; readonly words: Figure["cell"] | Printed["words"] };

/** The whole of the month that the sentence names, in the section's table; without a table the number that the section opens with. */
function baseOf(section: Section, text: string): Base | null {
  const [month = null] = monthsIn(text);
  const table = section.tables.find(({ months }) => months.some((one) => one !== null));
  if (table !== undefined) {
    const column = monthColumn(table, month);
    const row = totalRows(table).at(-1);
    const figure = column === null || row === undefined ? null : (table.figures[row]?.[column] ?? null);
    return figure?.kind === "number" && figure.decimals === 0
      ? { value: figure.value, words: figure.cell }
      : null;
  }
  const opening = openingOf(section);
  return opening === null || month !== null ? null : { value: opening.quantity.value, words: opening.words };
}

function nearest(percent: number, base: number, decimals: number): string {
  const below = Math.floor((percent * base) / 100);
  return [below, below + 1].map((part) => `${part} is ${percentOf(part, base, decimals)}`).join(", ");
}
