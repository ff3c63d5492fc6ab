import type { Search } from "./feature.ts";
import { apart, type Compact, compact, far, joined, normalise } from "./normalise.ts";
import { valuesIn } from "./values.ts";

/**
 * Is told the number of a search that a text answers, in no order, and perhaps more than once.
 *
 * @param parted behind how many of its letters there is a line's or cell's end or a mark, if that is so in one place; else 0
 */
type Found = (search: number, parted: number) => void;
export type Finder = (text: string, found: Found) => void;

type Letters = Extract<Search, { by: "letters" }>;

/** Finds any of many searches in one walk over a text, which need not be normalised. */
export function finderOf(searches: readonly Search[]): Finder {
  const values = new Map<string, number[]>();
  const byFirst = {
    long: new Anchors(longAnchor, searches.length),
    short: new Anchors(shortAnchor, searches.length),
  };
  searches.forEach((search, i) => {
    if (search.by === "value") values.set(search.key, [...(values.get(search.key) ?? []), i]);
    else byFirst[search.key.length < longAnchor ? "short" : "long"].add(search, i);
  });
  return (raw, found) => {
    const text = normalise(raw);
    const squeezed = compact(text);
    byFirst.long.find(squeezed, found);
    byFirst.short.find(squeezed, found);
    if (values.size > 0)
      for (const { key } of valuesIn(text)) for (const i of values.get(key) ?? []) found(i, 0);
  };
}

const longAnchor = 8;
const shortAnchor = 4;

/** Keys by their first letters, of which a rolling hash says quickly that they are none of them. */
class Anchors {
  readonly #length: number;
  readonly #highest: number;
  readonly #hashes: Uint8Array;
  readonly #mask: number;
  readonly #keys = new Map<string, { readonly search: Letters; readonly number: number }[]>();

  /** @param most how many keys there will be at most */
  constructor(length: number, most: number) {
    this.#length = length;
    // Some sixty places for each key, so that one in sixty places of a text is looked at twice.
    const bits = Math.min(22, Math.ceil(Math.log2(most + 1)) + 6);
    this.#hashes = new Uint8Array(1 << bits);
    this.#mask = (1 << bits) - 1;
    let highest = 1;
    for (let i = 1; i < length; i++) highest = Math.imul(highest, factor);
    this.#highest = highest;
  }

  add(search: Letters, number: number): void {
    const anchor = search.key.slice(0, this.#length);
    let hash = 0;
    for (let i = 0; i < this.#length; i++) hash = (Math.imul(hash, factor) + search.key.charCodeAt(i)) | 0;
    this.#hashes[slotOf(hash, this.#mask)] = 1;
    const known = this.#keys.get(anchor);
    if (known) known.push({ search, number });
    else this.#keys.set(anchor, [{ search, number }]);
  }

  find({ letters, gaps }: Compact, found: Found): void {
    if (this.#keys.size === 0) return;
    let hash = 0;
    for (let end = 0; end < letters.length; end++) {
      const from = end - this.#length;
      if (from >= 0) hash = (hash - Math.imul(letters.charCodeAt(from), this.#highest)) | 0;
      hash = (Math.imul(hash, factor) + letters.charCodeAt(end)) | 0;
      if (from < -1 || this.#hashes[slotOf(hash, this.#mask)] === 0) continue;
      const start = from + 1;
      for (const { search, number } of this.#keys.get(letters.slice(start, end + 1)) ?? [])
        if (letters.startsWith(search.key, start) && stands(search, gaps, start))
          found(number, partedAt(search, gaps, start));
    }
  }
}

const factor = 0x01000193;
const slotOf = (hash: number, mask: number): number => (hash ^ (hash >>> 12)) & mask;

/** True when what stands around and between the letters lets them be the words that are searched for. */
function stands({ key, whole, unbroken, near }: Letters, gaps: Uint8Array, start: number): boolean {
  const end = start + key.length;
  if (whole && (gaps[start] === joined || gaps[end] === joined)) return false;
  if (near && farGaps(gaps, start, end).length > 0) return false;
  if (!unbroken) return true;
  let broken = 0;
  for (let at = start + 1; at < end; at++) if ((gaps[at] ?? 0) >= apart) broken++;
  return broken === 0 || broken === key.length - 1;
}

function partedAt({ key }: Letters, gaps: Uint8Array, start: number): number {
  const [first = start, ...more] = farGaps(gaps, start, start + key.length);
  return more.length === 0 ? first - start : 0;
}

function farGaps(gaps: Uint8Array, start: number, end: number): number[] {
  const found: number[] = [];
  for (let at = start + 1; at < end; at++) if (gaps[at] === far) found.push(at);
  return found;
}
