import type { Rule } from "../rule.ts";
import { type PartOf, partsIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

/** What the head of a report says: an author, a date, a version, a protective marking. */
const fields = {
  author: /^(?:author|prepared by|report author|lead officer)\b/i,
  date: /^(?:date|dated)\b/i,
  version: /^(?:version|ver\b|v\d)/i,
  marking: /^(?:gpms|gsc|protective marking|classification|marking)\b|^official\b/i,
} as const;
const near = 30;

export const rule: Rule = {
  id: "missing-metadata",
  family: "care",
  severity: "review",
  title: "A report says whose it is, of which day, and how it is marked",
  why: "A report with an author and a version but no date cannot be told from its draft.",
  fires: [
    "# Performance scrutiny\n\nAuthor: A N Officer\n\nVersion: 1.0\n\nMarking: Official\n\nPerformance was stable.\n",
  ],
  silent: [
    "# Performance scrutiny\n\nAuthor: A N Officer\n\nDate: 20 January 2020\n\nVersion: 1.0\n\nMarking: Official\n\nPerformance was stable.\n",
    "# A letter\n\nPerformance was stable.\n",
  ],
  find: (input) => partsIn(input).flatMap(lacking),
};

/** Only a paper that has two of the four is one whose head should have all. */
function lacking(partOf: PartOf) {
  const { paper, part } = partOf;
  const head = wordsIn(partOf).slice(0, near);
  const has = (field: keyof typeof fields): boolean =>
    head.some(({ words }) => fields[field].test(words.text.trim())) ||
    (field === "date" && part.date !== null);
  const names = Object.keys(fields) as (keyof typeof fields)[];
  const missing = names.filter((field) => !has(field));
  const [first] = head;
  if (first === undefined || missing.length === 0 || missing.length > 2) return [];
  return [
    tell(
      rule,
      { paper, words: part.title ?? first.words },
      `the head of the report has no ${missing.join(" and no ")}`,
      null,
      "Add it.",
    ),
  ];
}
