/** Every count whose rate per 1,000 of `base` rounds to `rate` (two decimals). */
export function countsOfRate(rate: number, base: number): number[] {
  const lowest = Math.max(0, Math.ceil(((rate - 0.005) * base) / 1000 - 1e-9));
  const counts: number[] = [];
  for (let n = lowest; (1000 * n) / base < rate + 0.005 - 1e-9; n++) counts.push(n);
  return counts;
}

/** What is known of one month: the counts that each rate allows, and the printed counts of the policing areas. */
export type Month = {
  readonly groups: readonly string[];
  /** Measures whose sum is printed for an area: one group, or the kinds of robbery. */
  readonly printed: readonly { readonly members: readonly string[]; readonly value: number }[];
  /** Counts that the printed rate of a measure allows in a district. */
  allowed(measure: string, district: string): readonly number[];
};

type Choice = ReadonlyMap<string, number>;

/**
 * One count for each group and district of an area. Among the counts that the printed rates allow, those are chosen that add up to
 * the district's total (or come nearest to it), and then those that add up to the printed counts of the area.
 */
export function chooseDistricts(
  districts: readonly string[],
  total: string,
  month: Month,
): Map<string, Choice> {
  const options = districts.map((district) => nearestToTotal(district, total, month));
  const combinations = product(options);
  const best = combinations.reduce((a, b) => (strays(b, month) < strays(a, month) ? b : a));
  return new Map(districts.map((district, i) => [district, best[i] ?? new Map()]));
}

function nearestToTotal(district: string, total: string, month: Month): Choice[] {
  const totals = month.allowed(total, district);
  const choices = product(
    [...month.groups, total].map((group) => [...(group === total ? totals : month.allowed(group, district))]),
  );
  const named = choices.map(
    (counts) => new Map([...month.groups, total].map((group, i) => [group, counts[i] ?? 0])),
  );
  const gap = (choice: Choice): number => Math.abs(sumOf(choice, month.groups) - (choice.get(total) ?? 0));
  const least = Math.min(...named.map(gap));
  return named.filter((choice) => gap(choice) === least);
}

const sumOf = (choice: Choice, groups: readonly string[]): number =>
  groups.reduce((sum, g) => sum + (choice.get(g) ?? 0), 0);

/** How far the chosen districts are from the printed counts of their area. */
const strays = (choices: readonly Choice[], { printed }: Month): number =>
  printed.reduce(
    (sum, { members, value }) =>
      sum + Math.abs(choices.reduce((all, c) => all + sumOf(c, members), 0) - value),
    0,
  );

/** Every way of taking one of each list. */
const product = <T>(lists: readonly (readonly T[])[]): T[][] =>
  lists.reduce<T[][]>((all, list) => all.flatMap((start) => list.map((item) => [...start, item])), [[]]);
