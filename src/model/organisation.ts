import { z } from "zod";
import { Id, IsoDate, RuleSettings, usualRules, withRules } from "./measure.ts";

const Words = z.string().trim().min(1, "write at least a word here");

/** A place that figures are kept for. The force is the one without a parent; the others add up to theirs. */
const Area = z.strictObject({
  id: Id,
  name: Words,
  /** The name within a chart or a grid, e.g. "North". */
  short: Words.optional(),
  kind: z.enum(["force", "policing-area", "district"]),
  parent: Id.optional(),
});
export type Area = z.infer<typeof Area>;

/** A number of people or households for each area, from one source at one date. */
const Base = z.strictObject({
  title: Words,
  source: Words,
  asOf: Words,
  areas: z.record(Id, z.int().positive()),
});

/** A body that a measure is compared with: an average of several forces, or one other force, which can be ranked with ours. */
const Comparator = z.strictObject({
  id: Id,
  name: Words,
  short: Words.optional(),
  kind: z.enum(["average", "force"]).default("average"),
});

/** A body that meets, writes or is written to. */
const Body = z.strictObject({
  id: Id,
  name: Words,
  short: Words.optional(),
  acronym: Words.optional(),
  address: z.array(Words).default([]),
  telephone: Words.optional(),
  email: Words.optional(),
  web: Words.optional(),
});
export type Body = z.infer<typeof Body>;

/** Somebody who holds an office or acts in public. */
const Person = z.strictObject({
  /** Without title: "David Reilly". */
  name: Words,
  /** Printed before the name: "Councillor". */
  title: Words.optional(),
  postNominal: Words.optional(),
  role: Words,
  body: Id.optional(),
  /** Other printed forms of the role, or roles at another time, that are no mistake. */
  also: z.array(Words).default([]),
});
export type Person = z.infer<typeof Person>;

/** The force, its commissioner and its areas, as written in `data/organisation.yaml`. */
export const Organisation = z.strictObject({
  force: Words,
  forceShort: Words.optional(),
  commissioner: Words,
  hostAuthority: Words,
  areas: z.array(Area).min(1),
  comparators: z.array(Comparator).default([]),
  bases: z.strictObject({ population: Base, households: Base }),
  priorities: z.array(z.strictObject({ id: Id, title: Words })).min(1),
  /** The bodies whose papers and people occur, with the address of their letters. */
  bodies: z.array(Body).default([]),
  /** People who act in public: printed with this name and role everywhere. */
  people: z.array(Person).default([]),
  /** How control charts are judged, where it is not as in Making Data Count; a measure may go its own way, with a reason. */
  rules: RuleSettings.partial()
    .default({})
    .transform((own) => withRules(usualRules, own)),
  acronyms: z.record(z.string(), Words).default({}),
  bankHolidays: z.array(z.strictObject({ date: IsoDate, name: Words })).default([]),
});
export type Organisation = z.infer<typeof Organisation>;
