import type { Text } from "../../sources/paperText/paper.ts";
import { areasIn } from "./areas.ts";
import type { ComparisonClaim, Printed, Quantity, Site } from "./claim.ts";
import type { NamedComparator } from "./comparators.ts";
import type { Cue } from "./cues.ts";
import { fromToIn } from "./fromTo.ts";
import { readingOf } from "./reading.ts";
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
  const { quantities, comparators, cues } = readingOf(site.words);
  if (quantities.length === 0) return [];
  const eligible = subjectsOf(site.words).map(({ quantity }) => quantity);
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
  return [...compared, ...fromToIn(site, area)];
}

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
const subjectsOf = (words: Text): Printed[] =>
  readingOf(words)
    .stated.filter((q) => !isBase(words.text, q))
    .map((quantity) => ({ words, quantity }));
