/** Something upright: the top it would like, and its height, in points. */
export type Stretch = { readonly top: number; readonly height: number };
/** The room there is, from top to bottom. */
export type Span = { readonly top: number; readonly bottom: number };

/**
 * Tops that keep stretches from overlapping and move them least (sum of squares): neighbours that touch are pooled, and a pool
 * stands where its members wish on average. They keep the order of the tops they would like. Stretches that are together higher than the span run out at its bottom.
 *
 * @returns a top for each stretch, in the order given
 */
export function settle(stretches: readonly Stretch[], span: Span): number[] {
  const order = [...stretches.entries()].sort(([, a], [, b]) => a.top - b.top);
  const above = order.map((_, rank) => heightOf(order.slice(0, rank)));
  const lowest = Math.max(span.top, span.bottom - heightOf(order));
  const wishes = pool(order.map(([, { top }], rank) => top - (above[rank] ?? 0)));
  const tops = new Array<number>(stretches.length).fill(0);
  for (const [rank, [i]] of order.entries()) {
    const wish = Math.max(span.top, Math.min(lowest, wishes[rank] ?? 0));
    tops[i] = wish + (above[rank] ?? 0);
  }
  return tops;
}

const heightOf = (entries: readonly (readonly [number, Stretch])[]): number =>
  entries.reduce((sum, [, { height }]) => sum + height, 0);

/** The non-decreasing numbers nearest to the given ones (pool adjacent violators). */
function pool(numbers: readonly number[]): number[] {
  const pools: { mean: number; count: number }[] = [];
  for (const number of numbers) {
    let last = { mean: number, count: 1 };
    for (let before = pools.at(-1); before && before.mean > last.mean; before = pools.at(-1)) {
      pools.pop();
      const count = before.count + last.count;
      last = { mean: (before.mean * before.count + last.mean * last.count) / count, count };
    }
    pools.push(last);
  }
  return pools.flatMap(({ mean, count }) => new Array<number>(count).fill(mean));
}
