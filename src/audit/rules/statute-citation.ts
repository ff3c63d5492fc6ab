import type { Rule } from "../rule.ts";
import { matchesIn, partsIn, type Said, sentencesIn } from "../said.ts";
import { acts } from "../statutes.ts";
import { tell } from "../tell.ts";

/** "paragraph 3 of Schedule 12A of Part 1": a Schedule has Parts, no Part of an Act has Schedules. */
const reversed =
  /\b(?:paragraphs?(?:\(s\))?\s[\w, ]{1,20}?\s(?:of|to|in)\s)?Schedule\s(\w{1,4})\s(?:of|to|in)\s(?:the\s)?Part\s(\w{1,4})\b(?:\s(?:of|to)\sthe\s[A-Z][\w\s]+?Act\s\d{4})?/g;
const act = /\b((?:[A-Z][\w-]+,?\s(?:and\s|of\s|from\s|or\s)?)+Act)\s(\d{4})\b/g;

export const rule: Rule = {
  id: "statute-citation",
  family: "names",
  severity: "error",
  title: "A statute is cited as it is",
  why: "A resolution to exclude the public rests on the paragraph that it cites; “Schedule 12A of Part 1” is in no Act.",
  fires: [
    "Exempt information as defined in paragraph 3 of Schedule 12A of Part 1 of the Local Government Act 1972.\n",
    "As the Freedom of Information Act 2002 requires, it is published.\n",
  ],
  silent: [
    "Exempt information as defined in paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972.\n",
    "As the Freedom of Information Act 2000 and the Police Act 1996 require, it is published.\n",
  ],
  find: (input) =>
    partsIn(input)
      .flatMap(sentencesIn)
      .flatMap((said) => [...orderOf(said), ...yearsOf(said)]),
};

const orderOf = (said: Said) =>
  matchesIn(said, reversed).map(({ quoted, groups }) =>
    tell(
      rule,
      quoted,
      "the Part and the Schedule stand the wrong way round",
      null,
      `Write “Part ${groups[2]} of Schedule ${groups[1]}”.`,
    ),
  );

const yearsOf = (said: Said) =>
  matchesIn(said, act).flatMap(({ quoted, groups }) => {
    const [, title = "", year] = groups;
    const known = Object.entries(acts).find(([name]) => title === name || title === `The ${name}`);
    if (known === undefined || known[1].includes(Number(year))) return [];
    return [
      tell(rule, quoted, `there is no ${known[0]} ${year}`, null, `It is of ${known[1].join(" or ")}.`),
    ];
  });
