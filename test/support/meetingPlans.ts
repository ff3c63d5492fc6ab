import fc from "fast-check";

/** An item as the YAML of a meeting has it. */
export type PlanItem = {
  readonly label?: string;
  readonly title: string;
  readonly mode?: string;
  readonly reason?: string;
  readonly until?: string;
  readonly papers?: readonly string[];
  readonly exempt?: object;
  readonly items: readonly PlanItem[];
};

const label = fc.option(
  fc.oneof(
    fc.integer({ min: 1, max: 40 }).map(String),
    fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })).map(([a, b]) => `${a}(${b})`),
    fc.constantFrom("PCP 3/12", "4.4.2", "A"),
  ),
  { nil: undefined },
);
const title = fc
  .array(fc.constantFrom("report", "of", "the", "office", "budget", "police", "winter", "grant", "letter"), {
    minLength: 1,
    maxLength: 9,
  })
  .map((words) => `Item ${words.join(" ")}`);

const exempt = {
  paragraphs: [3],
  reason: "Terms are open.",
  publicInterest: "A better price serves everyone.",
};

/** What an item brings: papers by the names given, exempt ones, a mode, or nothing. */
const content = (papers: readonly string[], closed: readonly string[]) =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ papers: fc.array(fc.constantFrom(...papers), { minLength: 1, maxLength: 3 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        papers: fc.array(fc.constantFrom(...closed), { minLength: 1, maxLength: 2 }),
        exempt: fc.constant(exempt),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        { mode: "verbal" },
        { mode: "to-follow" },
        { mode: "withdrawn", reason: "No offer came" },
        { mode: "deferred", until: "2020-02-03" },
        {},
      ),
    },
  );

/** Agendas of as many items as that, with those within them, three levels deep. */
export function agendas(
  papers: readonly string[],
  closed: readonly string[],
  most: number,
): fc.Arbitrary<readonly PlanItem[]> {
  const one = fc
    .tuple(label, title, content(papers, closed), fc.integer({ min: 0, max: 5 }))
    .map(([name, words, brings, depth]) => ({
      depth,
      item: { ...(name === undefined ? {} : { label: name }), title: words, ...brings },
    }));
  return fc
    .array(one, { minLength: 1, maxLength: most, size: "max" })
    .map((flat) => nested(flat.map(({ depth, item }) => ({ level: Math.max(1, depth - 2), item }))));
}

type Flat = { readonly level: number; readonly item: Omit<PlanItem, "items"> };

/** Items within the last one that stands above them; within an exempt one nothing, for it would have to be exempt too. */
function nested(flat: readonly Flat[], level = 1): PlanItem[] {
  const result: PlanItem[] = [];
  for (let i = 0; i < flat.length; ) {
    const head = flat[i];
    let end = i + 1;
    const open = head?.item.exempt === undefined;
    while (open && end < flat.length && (flat[end]?.level ?? 0) > level) end += 1;
    if (head !== undefined) result.push({ ...head.item, items: nested(flat.slice(i + 1, end), level + 1) });
    i = end;
  }
  return result;
}
