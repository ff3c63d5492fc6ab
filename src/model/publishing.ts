import { z } from "zod";
import { IsoDate } from "./measure.ts";

const Words = z.string().trim().min(1, "write at least a word here");

/** What can keep the website from going out, and can be accepted. What is exempt and shows in public cannot: there is no such kind. */
export const acceptableKinds = ["audit", "inaccessible", "small-numbers", "revealed"] as const;
export type AcceptableKind = (typeof acceptableKinds)[number];

/** That a named person lets something go out as it is; the website shows it. */
const Acceptance = z
  .strictObject({
    kind: z.enum(acceptableKinds),
    /** What it is about, as `publish` names it: `homicide`, `2020-03-16-police-and-crime-panel/agenda-pack`. */
    subject: Words,
    /** Of small numbers: the last day of the periods that were decided on; those of later periods wait for a decision of their own. */
    upTo: IsoDate.optional(),
    by: Words,
    on: IsoDate,
    reason: Words,
  })
  .refine(({ kind, upTo }) => (kind === "small-numbers") === (upTo !== undefined), {
    path: ["upTo"],
    message: "give the last day that was decided on, for small numbers and for nothing else",
  });
export type Acceptance = z.infer<typeof Acceptance>;

/** How the website goes out, as written in `data/publishing.yaml`. */
export const Publishing = z.strictObject({
  /** Where the website will stand, for feed and calendar readers; without it their links are relative. */
  address: z
    .url({ protocol: /^https?$/, error: "give the website's address, e.g. https://example.org/performance/" })
    .regex(/\/$/, "end the website's address with a slash")
    .optional(),
  /** Under which terms the data may be used again. */
  licence: z.strictObject({ name: Words, title: Words, url: z.url() }).optional(),
  acceptances: z.array(Acceptance).default([]),
  /** The days on which a person prepared and last reviewed the accessibility statement, and last tested the website. */
  statement: z.strictObject({ prepared: IsoDate, reviewed: IsoDate, tested: IsoDate }).optional(),
});
export type Publishing = z.infer<typeof Publishing>;

/** Where there is no `publishing.yaml`. */
export const noPublishing: Publishing = { acceptances: [] };
