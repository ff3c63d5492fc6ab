import type { Text } from "../../sources/paperText/paper.ts";
import { areasIn } from "./areas.ts";
import type { ComparisonClaim, Printed, Quantity, Site } from "./claim.ts";
import { comparatorsIn, type NamedComparator } from "./comparators.ts";
import { type Cue, cuesIn } from "./cues.ts";
import { quantitiesIn } from "./quantities.ts";
import { isBase } from "./shares.ts";
import { sizeAt } from "./sizes.ts";

const continues =
  /^(?:Th(?:is|at|ese|ose)\b|It\b|Current\b|There\b|An?\b|The (?:number|volume|figure|rate|proportion|change|increase|decrease|reduction|rise|fall|level)s?\b|[A-Z][a-z]+[’']s\b)/;

/**
 * The comparisons of a sentence, one for each value compared with.
 *
 * @param before the sentence in front, to which "This is an increase" refers; null where there is none
 */
export function comparisonsIn(site: Site, before: Text | null): ComparisonClaim[] {
  const { text } = site.words;
  const quantities = quantitiesIn(text);
  const comparators = comparatorsIn(text, quantities);
  const cues = cuesIn(text);
  const taken = new Set(comparators.flatMap(({ values }) => values));
  const sizes = new Set(cues.flatMap((cue) => sizeAt(text, cue, quantities) ?? []));
  const eligible = quantities.filter((q) => !taken.has(q) && !sizes.has(q) && !isBase(text, q));
  const earlier = before === null || !continues.test(text) ? [] : subjectsOf(before);
  const area = areasIn(text)[0] ?? (before === null ? undefined : areasIn(before.text)[0]) ?? null;
  let last: Cue | null = null;
  const compared = comparators.flatMap((one, i): ComparisonClaim[] => {
    const from = Math.max(
      comparators[i - 1]?.end ?? 0,
      ...(comparators[i - 1]?.values ?? []).map(({ end }) => end),
    );
    const own: Cue | null = cues.filter((cue) => cue.at >= from && cue.end <= one.at).at(-1) ?? null;
    const cue: Cue | null = own ?? (isContinued(text.slice(from, one.at)) ? last : null);
    last = cue;
    if (cue === null) return [];
    const size =
      own === null
        ? (quantities.find(
            (q) => q.at >= from && q.end <= one.at && (q.kind === "points" || q.kind === "percent"),
          ) ?? null)
        : sizeAt(text, cue, quantities);
    const claim = {
      ...site,
      kind: "comparison" as const,
      direction: cue.direction,
      cue: { at: cue.at, end: cue.end },
      comparator: one.kind,
      month: one.month,
      named: { at: one.at, end: one.end },
      size: size !== null && one.values.includes(size) ? null : size,
      area,
    };
    const subjectFor = (kind: Quantity["kind"] | null): Printed | null =>
      subjectOf(site.words, eligible, earlier, one, cue, kind);
    if (one.values.length === 0) return [{ ...claim, subject: subjectFor(null), against: null }];
    return one.values.map((value) => ({
      ...claim,
      subject: subjectFor(value.kind),
      against: { words: site.words, quantity: value },
    }));
  });
  return [...compared, ...fromToIn(site, quantities, cues, area)];
}

/** "rose from 8,941 to 9,418". */
function fromToIn(
  site: Site,
  quantities: readonly Quantity[],
  cues: readonly Cue[],
  area: string | null,
): ComparisonClaim[] {
  const { text } = site.words;
  return quantities.flatMap((a, i): ComparisonClaim[] => {
    const b = quantities[i + 1];
    const cue = cues.filter(({ end }) => end <= a.at).at(-1);
    if (b === undefined || cue === undefined || a.kind !== b.kind || cue.direction === "same") return [];
    if (!isFrom.test(text.slice(0, a.at)) || !isTo.test(text.slice(a.end, b.at))) return [];
    const isNear = !/[.;]/.test(text.slice(cue.end, a.at)) && a.at - cue.end < 80;
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

const isFrom = /\bfrom (?:an? )?(?:[a-z]+ ){0,4}(?:of )?$/;
const isTo = /^(?: [a-z]+)?(?: in [A-Z][a-z]+(?: \d{4})?)? to (?:an? )?(?:[a-z]+ )?$/;

/** Nothing but "and", a size and a linking word between two comparators: the second shares the first's direction. */
const isContinued = (between: string): boolean =>
  between.length < 90 && !/\bbut\b/.test(between) && /^\)?,? ?(?:and|or|,)?(?: an?)? /.test(between);

/** The figure compared: the nearest in front of the word of direction, else of the comparator, else the first of the sentence in front. */
function subjectOf(
  words: Text,
  eligible: readonly Quantity[],
  earlier: readonly Printed[],
  { at, leading }: NamedComparator,
  cue: Cue,
  kind: Quantity["kind"] | null,
): Printed | null {
  if (leading !== null) return { words, quantity: leading };
  const fits = (q: Quantity): boolean => kind === null || q.kind === kind;
  const inFront = eligible.filter((q) => q.end <= at && fits(q));
  const quantity = inFront.filter((q) => q.end <= cue.at).at(-1) ?? inFront.at(-1);
  if (quantity !== undefined) return { words, quantity };
  return earlier.find((printed) => fits(printed.quantity)) ?? null;
}

/** What a sentence says of itself: its figures without comparators, sizes and bases. */
function subjectsOf(words: Text): Printed[] {
  const { text } = words;
  const quantities = quantitiesIn(text);
  const taken = new Set(comparatorsIn(text, quantities).flatMap(({ values }) => values));
  const sizes = new Set(cuesIn(text).flatMap((cue) => sizeAt(text, cue, quantities) ?? []));
  return quantities
    .filter((q) => !taken.has(q) && !sizes.has(q) && !isBase(text, q))
    .map((quantity) => ({ words, quantity }));
}
