import { z } from "zod";
import { Acceptances } from "./accepted.ts";
import { Id, IsoDate, Month } from "./measure.ts";

const Words = z.string().trim().min(1, "write at least a word here");

/** A quarter as written in `data/quarters/<id>/quarter.yaml`. */
export const Quarter = z.strictObject({
  /** The month that the papers of this folder report. */
  month: Month,
  /** Later periods and revisions are invisible to every paper of the quarter. */
  cutOff: IsoDate,
});
export type Quarter = z.infer<typeof Quarter>;

/** What every paper says of itself. */
export const DocumentMetadata = z.strictObject({
  title: Words,
  subtitle: Words.optional(),
  author: Words,
  date: IsoDate,
  version: Words,
  marking: z.enum(["OFFICIAL", "SECRET", "TOP SECRET"]).nullable(),
  urn: Words.optional(),
  subject: Words.optional(),
  accepted: Acceptances,
});
export type DocumentMetadata = z.infer<typeof DocumentMetadata>;

/**
 * When a section is printed: each month; in the last month of a quarter; when its source was updated;
 * `-or-exceptional` also whenever a value of its measures lies outside the limits.
 */
export const inclusions = ["monthly", "quarterly", "quarterly-or-exceptional", "when-updated"] as const;

/** The front matter of a section of the Performance Summary. */
export const SectionHead = z.strictObject({
  /** The measure whose values open the section. */
  measure: Id,
  title: Words.optional(),
  include: z.enum(inclusions),
  /** Other measures whose exceptional values also bring the section in and show in the grid. */
  also: z.array(Id).default([]),
  /** The last column of the summary grid; may name figures. */
  know: Words,
  /** Replaces a generated sentence. */
  say: z.strictObject({ lead: Words.optional(), areas: Words.optional() }).default({}),
  accepted: Acceptances,
});

/** The front matter of the Performance Summary's pages that belong to no measure. */
export const PageHead = z.strictObject({
  title: z.string().min(1, "give the title of the page"),
  accepted: Acceptances,
});
export type PageHead = z.infer<typeof PageHead>;
export type SectionHead = z.infer<typeof SectionHead>;
