import { z } from "zod";
import { IsoDate } from "./measure.ts";

const Words = z.string().trim().min(1, "write at least a word here");

/** A finding of the audit that somebody answers for, so that it stops nothing. */
const Acceptance = z.strictObject({
  /** The rule's name, as `check` gives it. */
  rule: Words,
  /** The words that are found fault with, or some of them that stand nowhere else. */
  quote: Words,
  /** Who accepts it, and when. */
  by: Words,
  on: IsoDate,
  /** Why it is right as it stands. */
  reason: Words,
  /** The reason is printed in a footnote at these words, where a reader would stumble too. */
  note: z.boolean().default(false),
});
export type Acceptance = z.infer<typeof Acceptance>;

export const Acceptances = z.array(Acceptance).default([]);

/** Front matter of any paper, as far as it accepts findings. */
export const AcceptedHead = z.looseObject({ accepted: Acceptances });
