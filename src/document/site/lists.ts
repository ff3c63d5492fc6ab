import type { Register } from "../../figures/register.ts";
import { ask, measureOf } from "../asked.ts";
import { areaFlags, forceFlag } from "../flags.ts";
import { formatMarked } from "../format.ts";
import { dayLabel, shortPeriod } from "../periods.ts";
import { capitalised } from "../words.ts";
import { measureAddress } from "./addresses.ts";
import type { DocumentEntry } from "./context.ts";
import { type EntryView, type PlainBlock, type WordCell, words } from "./plainPage.ts";

/** A document in a list: its page first, with its day; then its PDF. */
export const documentEntry = (one: DocumentEntry): EntryView => ({
  link: { text: one.title, address: one.page, detail: dayLabel(one.date) },
  more: [one.pdf],
  note: [one.body, ...(one.draft ? ["Draft: not released yet"] : [])].join(". "),
});

/** The latest first; of one day in the order of their titles. */
export const latestFirst = (documents: readonly DocumentEntry[]): DocumentEntry[] =>
  [...documents].sort((a, b) =>
    a.date === b.date ? (a.title < b.title ? -1 : 1) : a.date < b.date ? 1 : -1,
  );

/**
 * Whether a measure says something as a whole: the force has a value, and it is more than the sum of shares, which is always 100%.
 */
export function hasWhole(register: Register, id: string): boolean {
  const { unit, categories, categoriesAddUp } = measureOf(register, id);
  const shares = unit === "percent" && categories.length > 0 && categoriesAddUp;
  return !shares && ask(register, id).value !== null;
}

/** Measures with their latest figures, and what is exceptional among them. */
export const measuresBlock = (register: Register, caption: string, ids: readonly string[]): PlainBlock => ({
  kind: "table",
  caption,
  head: ["Measure", "Latest", "Period", "Exceptional"],
  rows: ids.map((id) => measureRow(register, id)),
});

function measureRow(register: Register, id: string): WordCell[] {
  const measure = measureOf(register, id);
  const value = ask(register, id);
  const flag = forceFlag(register, id);
  const first = flag ?? areaFlags(register, id)[0] ?? null;
  const { latest } = register.series(id);
  const judged = latest !== null && register.chart(id, "force", null)?.hasLimits(latest) === true;
  const none = judged ? "No" : "Not judged";
  return [
    words(measure.title, { address: measureAddress(id) }),
    words(hasWhole(register, id) ? formatMarked(value) : "By group", { number: true }),
    words(latest === null ? "–" : capitalised(shortPeriod(measure.periods, latest))),
    first === null
      ? words(none)
      : words("", { flag: flag === null ? first : { ...first, text: `Force ${first.side}` } }),
  ];
}
