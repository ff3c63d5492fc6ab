import { z } from "zod";
import { Id, IsoDate, Month } from "./measure.ts";

const Words = z.string().trim().min(1, "write at least a word here");
const Numbers = z.array(z.number());

/** A projection as it was published, with the scale it was made on, so that later months can be judged against it. */
const Vintage = z.strictObject({
  months: z.array(Month),
  point: Numbers,
  lo80: Numbers,
  hi80: Numbers,
  lo95: Numbers,
  hi95: Numbers,
  scale: z.strictObject({
    transform: z.enum(["log", "square-root"]),
    centre: Numbers,
    sd: Numbers,
    df: z.number(),
  }),
});

/** One document that went out: who let it go, when, on which pages its parts stand, and the hash of every public file. */
const Release = z.strictObject({
  document: Words,
  by: Words,
  on: IsoDate,
  /** Why it went out again, for a correction. */
  reason: Words.optional(),
  pages: z.int().positive(),
  plan: z.record(z.string(), z.int().positive()),
  /** Of a pack: the last page number in use, and the range of each item, by its label and title. */
  last: z.int().positive().optional(),
  ranges: z
    .array(z.strictObject({ item: Words, first: z.int().positive(), last: z.int().positive() }))
    .optional(),
  outputs: z.array(
    z.strictObject({ file: Words, sha256: z.string().regex(/^[0-9a-f]{64}$/, "this is no SHA-256") }),
  ),
});
export type Release = z.infer<typeof Release>;

/** `released.yaml` beside the sources of a quarter or meeting. Only `panelpack release` writes it. */
export const Released = z.strictObject({
  releases: z.array(Release).min(1),
  projections: z.array(z.strictObject({ measure: Id, area: Id, vintage: Vintage })).default([]),
});
export type Released = z.infer<typeof Released>;
