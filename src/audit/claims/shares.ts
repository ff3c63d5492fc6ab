import type { Text } from "../../sources/paperText/paper.ts";
import type { Printed, Quantity, ShareClaim, Site } from "./claim.ts";
import { readingOf } from "./reading.ts";

/** "of all victims (2,606)", "of the 18 charged", "Out of the 3,419 offences": a figure of which others are parts. */
export function isBase(text: string, { at, kind }: Quantity): boolean {
  const before = text.slice(0, at);
  if (kind !== "count") return false;
  if (
    /\b(?:totals?|figures?|levels?|numbers?|averages?|mean|reductions?|increases?|decreases?|rates?|volumes?|positions?) of (?:an? |the |some |about )?$/i.test(
      before,
    )
  )
    return false;
  if (/\b(?:numbers?|volumes?|totals?) of [^,.;:()]*\($/i.test(before)) return false;
  return /\bof (?:all |the |those |these |our |its )?$/i.test(before) || isNounPhrase.test(before);
}

/** "of all repeat offences (", without a verb: what a base stands behind. */
const isNounPhrase = /\bof (?:(?!were\b|was\b|have\b|has\b|had\b|is\b|are\b|result)[^\s,.;:()]+ ){1,7}\($/i;

/**
 * The shares of a sentence: a percentage beside the count that it is of a base. The base is what the sentence names behind "of" or
 * "out of", else the one of "Of these", else null.
 *
 * @param those the figure that "of these" refers to; null where there is none
 */
export function sharesIn(site: Site, those: Printed | null): ShareClaim[] {
  const { text } = site.words;
  const { quantities, own } = readingOf(site.words);
  return pairsOf(text, quantities)
    .filter(
      ({ percent, part }) => own.includes(percent) && own.includes(part) && !percent.loose && !part.loose,
    )
    .map(({ percent, part, base }) => {
      const whole = base ?? baseOf(text, quantities, percent, part);
      return {
        ...site,
        kind: "share" as const,
        percent,
        part,
        whole: whole === null ? those : { words: site.words, quantity: whole },
      };
    });
}

type Pair = { readonly percent: Quantity; readonly part: Quantity; readonly base: Quantity | null };

/** "28% (718)", "718 (28%)", "(718, 28%)", "20 individuals (3%)", "29 of 46 (63%)", "63% (29 of 46)". */
function pairsOf(text: string, quantities: readonly Quantity[]): Pair[] {
  return quantities.flatMap((a, i): Pair[] => {
    const [b, c] = [quantities[i + 1], quantities[i + 2]];
    if (b === undefined) return [];
    const [ab, behind] = [text.slice(a.end, b.at), text.slice(b.end)];
    const bc = c === undefined ? "" : text.slice(b.end, c.at);
    if (isCount(a) && isCount(b) && isOutOf.test(ab)) {
      if (c?.kind === "percent" && opensBracket.test(bc)) return [{ percent: c, part: a, base: b }];
      const before = quantities[i - 1];
      return before?.kind === "percent" && /^ \($/.test(text.slice(before.end, a.at))
        ? [{ percent: before, part: a, base: b }]
        : [];
    }
    const isWhole = isOutOf.test(text.slice(quantities[i - 1]?.end ?? 0, a.at));
    const closes = /^ ?\)/.test(behind) || /^,[^()]*\)/.test(behind);
    if (a.kind === "percent" && isCount(b) && /^ \($/.test(ab) && /^ ?\)/.test(behind))
      return [{ percent: a, part: b, base: null }];
    if (isCount(a) && b.kind === "percent" && /^(?: [a-z-]+){0,2} \((?:or )?$/.test(ab) && closes && !isWhole)
      return [{ percent: b, part: a, base: null }];
    const listed = /\($/.test(text.slice(0, a.at)) && /^, $/.test(ab) && /^\)/.test(behind);
    if (listed && a.kind === "percent" && isCount(b)) return [{ percent: a, part: b, base: null }];
    return listed && isCount(a) && b.kind === "percent" ? [{ percent: b, part: a, base: null }] : [];
  });
}

const isCount = ({ kind, decimals }: Quantity): boolean => kind === "count" && decimals === 0;
const isOutOf = /^ ?(?:[a-z]+ )?(?:out )?of (?:the |a total of |all |those )?$/;
const opensBracket = /^[^.;:()]{0,40}\((?:or )?$/;

/** "Out of the 3,419 offences, 284 (8.3%)", "28% (718) of all victims (2,606)", "46 cases, and of those cases 29 (or 63%)". */
function baseOf(
  text: string,
  quantities: readonly Quantity[],
  percent: Quantity,
  part: Quantity,
): Quantity | null {
  const from = Math.min(percent.at, part.at);
  const end = Math.max(percent.end, part.end);
  const behind = quantities.find(
    (q) => q.at > end && isCount(q) && /^\)? of [^,.;:()%]*\(?$/.test(text.slice(end, q.at)),
  );
  if (behind !== undefined) return behind;
  const inFront = quantities.findLast((q) => q.end <= from && isCount(q));
  if (inFront === undefined) return null;
  const between = text.slice(inFront.end, from);
  const isOut = /(?:\bout|^|[,;:] )\s?of (?:the |a total of |all )?$/i.test(text.slice(0, inFront.at));
  const isSaid = isOut || /\bof (?:those|these|which|whom|them)\b[^.;]*$/i.test(between);
  return isSaid && !/;/.test(between) && (isOut || inFront.value >= part.value) ? inFront : null;
}

/** The main figure of a sentence, which "Of these" in the next one refers to: the first that is no base, else null. */
export function mainFigure(words: Text): Printed | null {
  const { own } = readingOf(words);
  const quantity = own.find((q) => isCount(q) && !isBase(words.text, q));
  return quantity === undefined ? null : { words, quantity };
}
