import { z } from "zod";
import { agendaProblems } from "./agendaChecks.ts";
import { AgendaItem } from "./agendaItem.ts";
import { Id, IsoDate } from "./measure.ts";

const Words = z.string().trim().min(1, "write at least a word here");
const Url = z.url("give the web address, e.g. https://example.org/papers");

/** A member of the body: a person of organisation.yaml, with what the agenda prints beside the name. */
const Member = z.preprocess(
  (value) => (typeof value === "string" ? { name: value } : value),
  z.strictObject({ name: Words, role: Words.optional(), representing: Words.optional() }),
);

/** Papers that come out after the agenda. */
const Supplement = z.strictObject({
  number: z.int().positive(),
  /** The day it goes out. */
  date: IsoDate,
  /** The Chair's reason why the items cannot wait; it is printed, and minuted. */
  urgency: Words,
  /** Labels of the items whose papers come out in it. */
  items: z.array(Words).min(1, "name the items whose papers come out in this supplement"),
});
export type Supplement = z.infer<typeof Supplement>;

/** Standing text for everyone who attends, in Markdown: interests, public speaking, recording. */
const Notice = z.strictObject({ title: Words, text: Words });

/** Whom to ask about the meeting and its papers. */
const Contact = z.strictObject({
  name: Words,
  address: Words.optional(),
  telephone: Words.optional(),
  email: z.email("give an e-mail address").optional(),
});

/** A meeting as written in `data/meetings/<id>/meeting.yaml`. */
export const Meeting = z
  .strictObject({
    /** The body that meets, of organisation.yaml. */
    body: Id,
    kind: z.enum(["panel", "accountability", "assurance"]),
    title: Words.optional(),
    date: IsoDate,
    time: Words.optional(),
    venue: Words.optional(),
    /** Where it is held at a distance, instead of a venue or beside it. */
    remote: z.strictObject({ url: Url, note: Words.optional() }).optional(),
    chair: Words.optional(),
    membership: z.array(Member).default([]),
    items: z.array(AgendaItem).default([]),
    /** The day on which the agenda goes out, or went out. */
    published: IsoDate.optional(),
    /** From the notice of election to the day on which whoever was elected takes office, both included. */
    preElection: z.strictObject({ from: IsoDate, to: IsoDate }).optional(),
    /** The sheet that stands in the public pack for an item's exempt papers takes one page number, or those of the members' papers. */
    restrictedSheets: z.enum(["one", "range"]).default("one"),
    notices: z.array(Notice).default([]),
    contact: Contact.optional(),
    /** Where the papers can be read; printed, and drawn as a QR code. */
    papersUrl: Url.optional(),
    futureDates: z.array(IsoDate).default([]),
    /** What is said before the dates to come: where, and when they begin. */
    futureNote: Words.optional(),
    supplements: z.array(Supplement).default([]),
    status: Words.optional(),
  })
  .superRefine((meeting, context) => {
    for (const { path, message } of [...agendaProblems(meeting), ...dateProblems(meeting)])
      context.addIssue({ code: "custom", path, message });
  });
export type Meeting = z.infer<typeof Meeting>;

type Dates = {
  readonly date: string;
  readonly published?: string | undefined;
  readonly preElection?: { readonly from: string; readonly to: string } | undefined;
  readonly futureDates: readonly string[];
  readonly supplements: readonly { readonly date: string }[];
};

function dateProblems({ date, published, preElection, futureDates, supplements }: Dates) {
  const problems: { path: (string | number)[]; message: string }[] = [];
  if (published !== undefined && published >= date)
    problems.push({ path: ["published"], message: `the agenda goes out before the meeting of ${date}` });
  if (preElection !== undefined && preElection.from > preElection.to)
    problems.push({ path: ["preElection"], message: "the period ends before it begins" });
  futureDates.forEach((day, i) => {
    if (day <= date) problems.push({ path: ["futureDates", i], message: `write a day after ${date}` });
  });
  supplements.forEach((supplement, i) => {
    if (supplement.date > date || (published !== undefined && supplement.date < published))
      problems.push({
        path: ["supplements", i, "date"],
        message: "a supplement goes out after the agenda and by the day of the meeting",
      });
  });
  return problems;
}
