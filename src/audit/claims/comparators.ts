import type { Comparator, NamedMonth, Quantity } from "./claim.ts";
import { monthPattern, monthsIn } from "./months.ts";

/** What something is compared with: where it is named, and the values printed with it. */
export type NamedComparator = {
  readonly kind: Comparator;
  readonly month: NamedMonth | null;
  readonly at: number;
  readonly end: number;
  readonly values: readonly Quantity[];
  /** Of "December 2018 (634 / 414)" the first, which is the figure compared. */
  readonly leading: Quantity | null;
};

const link =
  /\b(?:(?:compar\w+|relative|similar|contrast|line|consistent|equal|close) (?:to|with)|than|on|from|against|above|below|exceed(?:s|ed|ing)?) (?:(?:that|those|the (?:highest |lowest |record )?(?:levels?|figures?|numbers?|rates?|volumes?|peak|high|low)) )?(?:(?:seen|recorded|reported|experienced) )?(?:(?:in|of|for|at|during) )?(?:(?:the|a|an|its|our|their) )?$/i;
const footnote = "[⁰¹²³⁴⁵⁶⁷⁸⁹]*";
const names: readonly (readonly [Comparator, RegExp])[] = [
  [
    "previous",
    /\b(?:previous|last|prior|preceding) (?:month|period|quarter|week)(?:[’']s (?:figure|total|level))?/gi,
  ],
  [
    "year",
    /\b(?:(?:same|equivalent|corresponding|comparable) (?:month|period|quarter|time|stage|point)(?: (?:last year|(?:in |of )?the previous year|(?:in |of )(?:19|20)\d\d(?:\/\d\d)?|a year (?:ago|earlier)|the year before))?|(?:last|previous) year)/gi,
  ],
  ["average", /\b(?:[\w-]+ ){0,3}?(?:average|mean)\b(?: (?:number|level|volume))?/gi],
  ["other", /\bQ[1-4](?: (?:of )?(?:last year|(?:19|20)\d\d(?:\/\d\d)?))?|\b(?:19|20)\d\d(?:\/\d\d)?\b/g],
  ["other", /\b(?:[\w-]+ ){0,2}?(?:baseline|target|standard|projection|forecast|benchmark)\b/gi],
];

/** The comparators of a sentence, in their order: each follows a word such as "compared to", "than", "above". */
export function comparatorsIn(text: string, quantities: readonly Quantity[]): NamedComparator[] {
  const found = [
    ...names.flatMap(([kind, pattern]) =>
      [...text.matchAll(pattern)].map(({ 0: whole, index }) => ({
        kind,
        month: null,
        at: index,
        end: index + whole.length,
      })),
    ),
    ...monthsIn(text).map(({ month, year, at, end }) => ({
      kind: "month" as const,
      month: { month, year },
      at,
      end,
    })),
  ];
  const linked = found.flatMap((one) => trimmedToLink(text, one)).sort((a, b) => a.at - b.at);
  return linked
    .filter(({ at }, i) => i === 0 || at >= (linked[i - 1]?.end ?? 0))
    .map((one) => ({ ...one, ...valuesOf(text, one, quantities) }));
}

type Found = Pick<NamedComparator, "kind" | "month" | "at" | "end">;

/** A name may have caught words in front ("with the previous average"): it begins where a linking word ends. */
function trimmedToLink(text: string, one: Found): Found[] {
  if (one.kind === "month" && isSpan(text, one)) return [];
  const words = text.slice(one.at, one.end).split(" ");
  for (
    let skipped = 0, at = one.at;
    skipped < words.length;
    at += (words[skipped]?.length ?? 0) + 1, skipped++
  )
    if (link.test(text.slice(0, at))) return [{ ...one, at }];
  return fromValue.test(text.slice(0, one.at)) || givenValue.test(text.slice(0, one.at)) ? [one] : [];
}

/** "from April to December 2019", "Apr - Dec 18": months that bound a span. */
const isSpan = (text: string, { at, end }: Found): boolean =>
  new RegExp(`^ ?(?:to|-|–|and)? ?${monthPattern}\\b`).test(text.slice(end)) ||
  new RegExp(`${monthPattern}(?: \\d{2,4})? ?(?:to|-|–|and)? ?$`).test(text.slice(0, at));

/** "from 3.3% in November", "above the 90% expected standard". */
const fromValue =
  /\b(?:from|than|on|(?:compared|comparison) (?:to|with)) (?:£?[\d.,]+ ?(?:%|m\b|bn\b|k\b)?) (?:[a-z]+ )?(?:(?:in|at|during|for) )?(?:the )?$/i;
const givenValue = /\b(?:above|below|than|to|with) (?:the |a )?(?:£?[\d.,]+ ?%?) $/i;

function valuesOf(
  text: string,
  { at, end }: Found,
  quantities: readonly Quantity[],
): Pick<NamedComparator, "values" | "leading"> {
  const behind = text.slice(end);
  const bracket = new RegExp(`^${footnote}\\s*\\(([^()]*)\\)`).exec(behind);
  if (bracket !== null) {
    const inside = quantities.filter((q) => q.at >= end && q.end <= end + bracket[0].length);
    const [first, second] = inside;
    if (first !== undefined && second !== undefined && /^\([^()]*\d ?\/ ?\d[^()]*\)$/.test(bracket[0].trim()))
      return { values: [second], leading: first };
    return { values: inside, leading: null };
  }
  const of = new RegExp(`^${footnote}\\s*(?:(?:figure|total|level|rate)\\s+)?(?:of|at|was)\\s+`).exec(behind);
  if (of !== null) return { values: quantities.filter((q) => q.at === end + of[0].length), leading: null };
  const before = text.slice(0, at);
  const near =
    fromValue.test(before) || givenValue.test(before)
      ? quantities.filter((q) => q.end <= at).at(-1)
      : undefined;
  return { values: near === undefined ? [] : [near], leading: null };
}
