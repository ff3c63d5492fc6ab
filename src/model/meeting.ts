import { z } from "zod";
import { Id, IsoDate } from "./measure.ts";

const Words = z.string().trim().min(1, "write at least a word here");

/** An item of the agenda: its label as printed, and what it brings. */
const AgendaItem = z.strictObject({
  label: Words,
  title: Words,
  /** The paper under it: its file's name without `.md`, or `meeting/paper` of another meeting or quarter. */
  paper: Words.optional(),
  papers: z.array(Words).default([]),
  /** Where there is no paper: said at the meeting, or to follow. */
  mode: z.enum(["verbal", "to-follow", "none"]).optional(),
  text: Words.optional(),
  exempt: z.strictObject({ paragraph: z.int().min(1).max(7), reason: Words.optional() }).optional(),
});

/** A meeting as written in `data/meetings/<id>/meeting.yaml`. */
export const Meeting = z.strictObject({
  /** The body that meets, of organisation.yaml. */
  body: Id,
  kind: z.enum(["panel", "accountability", "assurance"]),
  title: Words.optional(),
  date: IsoDate,
  time: Words.optional(),
  venue: Words.optional(),
  chair: Words.optional(),
  members: z.array(Words).default([]),
  items: z.array(AgendaItem).default([]),
  futureDates: z.array(IsoDate).default([]),
  status: Words.optional(),
});
export type Meeting = z.infer<typeof Meeting>;
