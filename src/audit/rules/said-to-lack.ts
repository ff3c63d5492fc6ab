import { tablesOf } from "../../sources/paperText/outline.ts";
import type { PaperTable } from "../../sources/paperText/paper.ts";
import { stemsOf } from "../mentions/likeness.ts";
import type { AuditInput, Rule } from "../rule.ts";
import { matchesIn, type PartOf, partsIn, passagesOf, sentencesIn } from "../said.ts";
import { tell } from "../tell.ts";

/** "The Performance Summary does not provide a breakdown of child at risk cases for both areas". */
const lacks =
  /\b([A-Z][\w’']+(?: [A-Z][\w’']+)+)(?:\s\w+){0,2}? (?:does|did) not (?:provide|include|contain|give|have|show) (?:a |any )?(?:breakdown|split|figures?|data|table)s? (?:of|for|on|by) ([^.;]{4,60}?) (?:for|by|between|across) (?:both |each |all |the )?(?:policing )?(?:areas?|districts?|north and south)/g;

export const rule: Rule = {
  id: "said-to-lack",
  family: "papers",
  severity: "warning",
  title: "A paper that is said to lack something lacks it",
  why: "A report that complains of a breakdown which stands in the paper beside it was written from an earlier edition.",
  across: true,
  fires: [
    [
      "The Performance Summary report does not provide a breakdown of child at risk cases for both policing areas.\n",
      "# Performance Summary\n\n## Child at risk\n\n| | Nov-19 | Dec-19 |\n| --- | --- | --- |\n| North Barset | 473 | 466 |\n| South Barset | 268 | 210 |\n| Barset | 741 | 676 |\n",
    ],
  ],
  silent: [
    [
      "The Performance Summary report does not provide a breakdown of child at risk cases for both policing areas.\n",
      "# Performance Summary\n\n## Hate crime\n\n| | Nov-19 | Dec-19 |\n| --- | --- | --- |\n| North Barset | 43 | 32 |\n| South Barset | 33 | 11 |\n| Barset | 76 | 43 |\n",
    ],
  ],
  find: (input) => wronglyMissed(input),
};

function wronglyMissed(input: AuditInput) {
  const parts = partsIn(input);
  return parts.flatMap(({ paper, part }) =>
    sentencesIn({ paper, part }).flatMap((said) =>
      matchesIn(said, lacks).flatMap(({ groups, quoted }) => {
        const [, title = "", subject = ""] = groups;
        const found = parts
          .filter((other) => other.part !== part && isTitled(other, title))
          .flatMap((other) =>
            tableOn(other, subject).map(({ table, words }) => ({ other, table, words })),
          )[0];
        if (found === undefined) return [];
        return [
          tell(
            rule,
            quoted,
            "a table of that paper gives it by area",
            { paper: found.other.paper, words: found.words },
            "Take the remark out, or say what else is missing.",
          ),
        ];
      }),
    ),
  );
}

/** A heading or another short line has the words: the title may stand on a page of its own. */
const isTitled = ({ part }: PartOf, title: string): boolean =>
  part.blocks
    .flatMap((block) => (block.kind === "debris" ? [block.text] : passagesOf(block)))
    .some(
      ({ text }) =>
        text.length < 300 && text.toLowerCase().includes(title.replace(/^The /, "").toLowerCase()),
    );

/** A table with two or more areas under a heading that names the subject, or whose first letters it is. */
function tableOn({ part }: PartOf, subject: string) {
  const stems = stemsOf(subject);
  return tablesOf(part).flatMap((table) => {
    const block = part.blocks.find((one) => one === table);
    const heading = block?.section.at(-1)?.text;
    const row = table.rows.find(({ label }) => /^(?:north|south|east|west)\b/i.test(label));
    if (heading === undefined || row === undefined || row.cells[0] === undefined || !hasAreas(table))
      return [];
    const words = stemsOf(heading.text);
    const named =
      [...words].some((word) => stems.has(word)) ||
      new RegExp(`\\b${initials(heading.text)}\\b`).test(subject);
    return named ? [{ table, words: row.cells[0] }] : [];
  });
}

const hasAreas = ({ rows }: PaperTable): boolean =>
  rows.filter(({ label }) => /^(?:north|south|east|west)\b/i.test(label)).length >= 2;

const initials = (text: string): string =>
  text
    .split(/\s+/)
    .map((word) => (word[0] ?? "").toUpperCase())
    .filter((letter) => /[A-Z]/.test(letter))
    .join("") || "-";
