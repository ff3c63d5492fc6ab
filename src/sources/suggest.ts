import { distance } from "fastest-levenshtein";

/** How many letters must change to make one word the other. */
export { distance };

const mostListed = 8;
const longestWord = 100;

/**
 * The candidate that a mistyped word most likely means, or null when none is near.
 *
 * Case, `-`, `_` and blanks are ignored. Near is an edit distance of at most 2 (so a transposition counts),
 * or of a third of the word's length; a word of which nothing is left, or a very long one, has no neighbour.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const plain = normalised(word);
  if (plain.length > longestWord) return null;
  const tolerance = Math.min(Math.max(2, plain.length / 3), plain.length - 1);
  let best: { candidate: string; away: number } | null = null;
  for (const candidate of candidates) {
    const away = editDistance(plain, normalised(candidate), tolerance);
    if (away <= tolerance && (best === null || away < best.away)) best = { candidate, away };
  }
  return best?.candidate ?? null;
}

/** A hint for a word that is not among the candidates: the nearest, else the first of them, eight unless told; may be empty. */
export function didYouMean(word: string, candidates: readonly string[], most = mostListed): string {
  const near = nearest(word, candidates);
  if (near !== null) return `Did you mean \`${near}\`?`;
  if (candidates.length === 0) return "";
  const more = candidates.length - most;
  return `Use one of: ${candidates.slice(0, most).join(", ")}${more > 0 ? ` (and ${more} more)` : ""}`;
}

const normalised = (word: string): string => word.toLowerCase().replaceAll(/[-_\s]/g, "");

/** The edit distance; Infinity at once where the lengths alone differ by more than the tolerance. */
const editDistance = (a: string, b: string, tolerance: number): number =>
  Math.abs(a.length - b.length) > tolerance ? Number.POSITIVE_INFINITY : distance(a, b);
