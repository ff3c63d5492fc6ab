import type { Text } from "../../sources/paperText/paper.ts";
import type { Quantity } from "./claim.ts";
import { comparatorsIn, type NamedComparator } from "./comparators.ts";
import { type Cue, cuesIn } from "./cues.ts";
import { quantitiesIn } from "./quantities.ts";
import { sizeAt } from "./sizes.ts";

/** What is found in a sentence, before it is put together to claims. */
export type Reading = {
  readonly quantities: readonly Quantity[];
  readonly comparators: readonly NamedComparator[];
  readonly cues: readonly Cue[];
  /** The quantities without those that others are compared with. */
  readonly own: readonly Quantity[];
  /** Of these, those that are no sizes of changes either. */
  readonly stated: readonly Quantity[];
};

const known = new WeakMap<Text, Reading>();

/** Reads a sentence; once, however many rules ask. */
export function readingOf(words: Text): Reading {
  const before = known.get(words);
  if (before !== undefined) return before;
  const { text } = words;
  const quantities = quantitiesIn(text);
  const comparators = quantities.length === 0 ? [] : comparatorsIn(text, quantities);
  const cues = cuesIn(text);
  const taken = new Set(comparators.flatMap(({ values }) => values));
  const sizes = new Set(cues.flatMap((cue) => sizeAt(text, cue, quantities) ?? []));
  const own = quantities.filter((q) => !taken.has(q));
  const reading = { quantities, comparators, cues, own, stated: own.filter((q) => !sizes.has(q)) };
  known.set(words, reading);
  return reading;
}
