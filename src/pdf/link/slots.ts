/** The numbers that a paper has in a pack: of its objects, and of its keys in the parent tree. */
export type Slot = {
  readonly base: number;
  readonly size: number;
  readonly key: number;
  readonly keys: number;
};

/** How many numbers of each kind a paper needs. */
export type Need = { readonly size: number; readonly keys: number };

/**
 * A slot for each paper, in reading order. Sizes are rounded up, so that a paper that grows a little keeps its slot and all papers after
 * it keep theirs; and equal papers have equal slots however the build came about. Little is left unused, because some readers (qpdf 12)
 * take numbers above a third of a file's length for damage.
 */
export function giveSlots(needs: readonly Need[], first: number): Slot[] {
  let base = first;
  let key = 0;
  return needs.map((need) => {
    const slot = { base, size: rounded(need.size), key, keys: rounded(need.keys) };
    base += slot.size;
    key += slot.keys;
    return slot;
  });
}

/** Up to the next sixteenth of the power of two that holds the number, and to at least 16. */
function rounded(needed: number): number {
  const step = Math.max(16, 2 ** (Math.ceil(Math.log2(Math.max(1, needed))) - 4));
  return Math.ceil(needed / step) * step;
}
