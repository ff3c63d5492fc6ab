import type { ComparisonClaim, Site } from "./claim.ts";
import { readingOf } from "./reading.ts";
import { sizeAt } from "./sizes.ts";

/** "rose from 8,941 to 9,418". */
export function fromToIn(site: Site, area: string | null): ComparisonClaim[] {
  const { text } = site.words;
  const { quantities, cues } = readingOf(site.words);
  return quantities.flatMap((a, i): ComparisonClaim[] => {
    const b = quantities[i + 1];
    const cue = cues.filter(({ end }) => end <= a.at).at(-1);
    if (b === undefined || cue === undefined || a.kind !== b.kind || cue.direction === "same") return [];
    if (!isFrom.test(text.slice(0, a.at)) || !isTo.test(text.slice(a.end, b.at))) return [];
    const isNear = !/[.;](?!\d)/.test(text.slice(cue.end, a.at)) && a.at - cue.end < 80;
    if (!isNear) return [];
    return [
      {
        ...site,
        kind: "comparison",
        direction: cue.direction,
        cue: { at: cue.at, end: cue.end },
        subject: { words: site.words, quantity: b },
        comparator: "other",
        month: null,
        named: { at: a.at, end: a.end },
        against: { words: site.words, quantity: a },
        size: sizeAt(text, cue, quantities),
        area,
      },
    ];
  });
}

const isFrom = /(?:\bfrom (?:an? )?(?:[a-z]+ ){0,4}(?:of )?|\d%? \()$/;
const isTo = /^(?: [a-z]+)?(?: in [A-Z][a-z]+(?: \d{4})?)? to (?:an? )?(?:[a-z]+ )?$/;
