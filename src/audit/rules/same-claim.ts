import { roundRatio } from "../../analysis/rounding.ts";
import type { ComparisonClaim, MinimumClaim, Printed, ShareClaim } from "../claims/claim.ts";
import { monthsIn } from "../claims/months.ts";
import { passages } from "../claims/passages.ts";
import { mainFigure } from "../claims/shares.ts";
import { type Claimed, claimed, said, stretch, stretchOver } from "../claims/walk.ts";
import type { Finding } from "../finding.ts";
import type { AuditInput, Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/**
 * Three claims that papers repeat from each other: how many people have so many each, what a figure was a year before, and how much it
 * changed on a month that another paper gives.
 */
export const rule: Rule = {
  id: "same-claim",
  family: "papers",
  severity: "error",
  title: "Papers that repeat a claim repeat its numbers",
  why: "The scrutiny of a report that quotes it wrongly asks the wrong question.",
  across: true,
  fires: [
    [
      "## Domestic Abuse Repeat Victimisation\n\nSeven North Avonshire and six South Avonshire individuals have had 10+ offences reported each.",
      "## Domestic Abuse Repeat Victims\n\nThere has been an increase, with eleven individuals subject to 10+ offences in the last twelve months.",
    ],
    [
      "## Sickness\n\nThe staff sickness rate was 4.83% in December and remains lower than the same month last year (4.94%).",
      "## Sickness\n\nThe staff sickness rate was 4.83% in December. It is higher than the same month last year (4.61%).",
    ],
    [
      "In December, 28% (718) of all victims (2,606) were repeat victims.",
      "In January, 26% (655) of all victims (2,517) were repeat victims. This is an 8% reduction on the previous month.",
    ],
  ],
  silent: [
    [
      "## Domestic Abuse Repeat Victimisation\n\nSeven North Avonshire and six South Avonshire individuals have had 10+ offences reported each.",
      "## Repeat Victims\n\nThere has been an increase, with eleven individuals subject to 10+ offences in the last twelve months.",
    ],
    [
      "In December, 28% (718) of all victims (2,606) were repeat victims.",
      "In January, 26% (655) of all victims (2,517) were repeat victims. This is a 9% reduction on the previous month.",
    ],
  ],
  find: (input) => [...people(input), ...yearBefore(input), ...changes(input)],
};

/** Headings that mean the same by the beginnings of their words: "Repeat Victims", "Repeat victimisation". */
const topicKey = ({ section }: MinimumClaim): string => {
  const words =
    section
      .at(-1)
      ?.text.text.toLowerCase()
      .match(/[a-z]+/g) ?? [];
  return [...new Set(words.map((word) => word.slice(0, 6)))].sort().join(" ");
};

const people = (input: AuditInput): Finding[] =>
  pairsOf(claimed(input, "minimum")).flatMap(([a, b]) => {
    const isOne =
      a.claim.least === b.claim.least &&
      a.claim.most === b.claim.most &&
      topicKey(a.claim) === topicKey(b.claim);
    const [n, m] = [a.claim.people.quantity.value, b.claim.people.quantity.value];
    return isOne && n !== m && topicKey(a.claim) !== ""
      ? [
          tell(
            rule,
            stretch(b.paper, b.claim.words, b.claim.at, b.claim.end),
            `${m} with ${b.claim.least} or more here, ${n} there.`,
            stretch(a.paper, a.claim.words, a.claim.at, a.claim.end),
            "Correct the paper that is wrong.",
          ),
        ]
      : [];
  });

type YearBefore = { readonly subject: Printed; readonly against: Printed };

/** One figure and two values of a year before. */
function yearBefore(input: AuditInput): Finding[] {
  const held = [...claimed(input, "comparison").flatMap((one) => heldOf(one)), ...plain(input)];
  return pairsOf(held).flatMap(([a, b]) => {
    const [now, other] = [a.pair.subject.quantity, b.pair.subject.quantity];
    const [x, y] = [a.pair.against.quantity, b.pair.against.quantity];
    const isOne =
      now.kind === other.kind &&
      now.value === other.value &&
      now.decimals > 0 &&
      now.decimals === other.decimals;
    if (
      !isOne ||
      x.kind !== y.kind ||
      x.value === y.value ||
      x.decimals !== y.decimals ||
      sharedWords(a.pair, b.pair) < 2
    )
      return [];
    return [
      tell(
        rule,
        stretchOver(b.paper, b.pair.against.words, [y]),
        `${said(b.pair.subject)} is compared with ${said(b.pair.against)} of a year before here, with ${said(a.pair.against)} there.`,
        stretchOver(a.paper, a.pair.against.words, [x]),
        "Correct the paper that is wrong.",
      ),
    ];
  });
}

type Held = Pick<Claimed<"comparison">, "paper" | "part"> & { readonly pair: YearBefore };

const heldOf = ({ paper, part, claim }: Claimed<"comparison">): Held[] =>
  isYear(claim) && claim.subject !== null && claim.against !== null
    ? [{ paper, part, pair: { subject: claim.subject, against: claim.against } }]
    : [];

const isYear = ({ comparator }: ComparisonClaim): boolean => comparator === "year";

/** "This figure compares to the level of 4.61% seen at the same stage in 2018." */
const plain = ({ papers }: AuditInput): Held[] =>
  papers.flatMap((paper) =>
    paper.parts.flatMap((part) =>
      passages(part.part).flatMap(({ words, before }): Held[] => {
        if (
          before === null ||
          !/^Th(?:is|at)(?: figure| rate| level)? compares? (?:to|with) .*\bsame (?:month|stage|time|period|point)\b/.test(
            words.text,
          )
        )
          return [];
        const figures = part.claims.filter((claim) => claim.kind === "figure");
        const subject = figures.find((claim) => claim.words === before);
        const against = figures.find((claim) => claim.words === words);
        return subject === undefined || against === undefined
          ? []
          : [
              {
                paper,
                part,
                pair: {
                  subject: { words: before, quantity: subject.quantity },
                  against: { words, quantity: against.quantity },
                },
              },
            ];
      }),
    ),
  );

const sharedWords = (a: YearBefore, b: YearBefore): number => {
  const [x, y] = [a, b].map(
    ({ subject }) => new Set(subject.words.text.toLowerCase().match(/[a-z]{5,}/g) ?? []),
  );
  return x === undefined || y === undefined ? 0 : [...x].filter((word) => y.has(word)).length;
};

/** "26% (655) … an 8% reduction on the previous month", where another paper says of that month "28% (718)". */
function changes(input: AuditInput): Finding[] {
  const shares = claimed(input, "share");
  return claimed(input, "comparison").flatMap(({ paper, part, claim }) => {
    const { words, size, subject, against, comparator } = claim;
    if (against !== null || subject === null || size?.kind !== "percent" || comparator !== "previous")
      return [];
    const now = shares.find((one) => one.part === part && one.claim.words === subject.words)?.claim;
    const month = now === undefined ? undefined : monthsIn(now.words.text)[0];
    if (now === undefined || month === undefined) return [];
    const before = shares.find(
      ({ claim: one }) =>
        isSameSaying(one, now) && monthsIn(one.words.text)[0]?.month === ((month.month + 10) % 12) + 1,
    );
    const [n, m] = [mainFigure(now.words)?.quantity ?? now.part, before?.claim.part];
    if (before === undefined || m === undefined || m.value === 0) return [];
    const is = roundRatio(100 * Math.abs(n.value - m.value), m.value, size.decimals);
    if (is.value === Math.abs(size.value)) return [];
    return [
      tell(
        rule,
        stretchOver(paper, words, [size, claim.cue]),
        `From ${said({ words: before.claim.words, quantity: m })} to ${said({ words: now.words, quantity: n })} is ${is.text}%, not ${said({ words, quantity: size })}.`,
        stretchOver(before.paper, before.claim.words, [before.claim.percent, m]),
        `Print ${is.text}%.`,
      ),
    ];
  });
}

/** The same sentence of two months, but for its numbers and what is in brackets. */
const isSameSaying = (a: ShareClaim, b: ShareClaim): boolean =>
  a.words !== b.words && bareWords(a) === bareWords(b);

const bareWords = ({ words }: ShareClaim): string =>
  words.text
    .replace(/\([^()]*\)/g, "")
    .replace(
      /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\d[\d,.]*%?/g,
      "",
    )
    .toLowerCase()
    .match(/[a-z]+/g)
    ?.join(" ") ?? "";

/** Pairs from different parts, the earlier first. */
const pairsOf = <T extends { readonly part: unknown }>(all: readonly T[]): (readonly [T, T])[] =>
  all.flatMap((b, i) => all.slice(0, i).flatMap((a) => (a.part === b.part ? [] : [[a, b] as const])));
