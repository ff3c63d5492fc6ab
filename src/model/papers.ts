import { z } from "zod";
import { Acceptances } from "./accepted.ts";
import { Id, IsoDate, Month } from "./measure.ts";
import { isMonth, isRealDate } from "./period.ts";

const Words = z.string().trim().min(1, "write at least a word here");

/** The kinds of paper that an author writes; each has a layout of its own. */
export const paperKinds = [
  "scrutiny",
  "response",
  "minutes",
  "notes",
  "report",
  "appendix",
  "slides",
  "letter",
  "work-programme",
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** The first thing that is read of a paper: which kind it is. */
export const PaperKindHead = z.looseObject({ kind: z.enum(paperKinds) });

/** A person by name, as the register in organisation.yaml has it; or by role, where the name is not printed. */
const Present = z.union([
  Words,
  z.strictObject({
    name: Words.optional(),
    role: Words.optional(),
    substituteFor: Words.optional(),
    /** How they took part, where not in the room: `telephone`, `video`. */
    by: Words.optional(),
    /** What they were there for, where not for all of it: `items 1 to 3`. */
    part: Words.optional(),
  }),
]);
const Absent = z.union([Words, z.strictObject({ name: Words, representedBy: Words.optional() })]);

/** Who was there, body by body, and who sent apologies. */
const Attendance = z.strictObject({
  groups: z.array(z.strictObject({ body: Id, people: z.array(Present).min(1) })).min(1),
  apologies: z.array(Absent).default([]),
});
export type Attendance = z.infer<typeof Attendance>;

const Signature = z.strictObject({
  name: Words,
  date: IsoDate.optional(),
  head: Words.default("Signed"),
  /** A line is left to sign on. */
  line: z.boolean().default(false),
});

/** What was asked and is not answered, or a number that was skipped, with the reason that is printed. */
const Gap = z.union([
  z.strictObject({ question: Id, part: Words.optional(), reason: Words }),
  z.strictObject({ number: z.int().positive(), reason: Words }),
]);
export type Gap = z.infer<typeof Gap>;

/** A question quoted from a paper that is not held. */
const AskedQuestion = z
  .strictObject({
    id: Id,
    number: z.int().positive(),
    title: Words.optional(),
    /** What stands before its parts; may be left out where there are parts. */
    text: z.string().trim().default(""),
    parts: z
      .array(z.strictObject({ id: z.string().regex(/^[a-z]$/, "write one letter"), text: Words }))
      .default([]),
  })
  .refine(
    ({ text, parts }) => text !== "" || parts.length > 0,
    "give the text of the question, or its parts",
  );
export type AskedQuestion = z.infer<typeof AskedQuestion>;

const PartialDate = z
  .string()
  .refine(
    (text) => /^\d{4}$/.test(text) || isMonth(text) || isRealDate(text),
    "write a year, a month or a day, e.g. 2020, 2020-01 or 2020-01-10",
  );

/** A paper that was used, and when it came out. */
const Source = z.union([
  z.strictObject({ id: Words, publisher: Words, title: Words, date: PartialDate }),
  z.strictObject({ id: Words, publisher: Words, title: Words, undated: Words }),
]);
export type Source = z.infer<typeof Source>;

/** What every paper says of itself. */
const common = {
  title: Words,
  subtitle: Words.optional(),
  /** The day the paper bears. */
  date: IsoDate,
  /** Whose paper it is: a body of organisation.yaml. */
  body: Id,
  /** A person of organisation.yaml, or words. */
  author: Words.optional(),
  version: Words.optional(),
  marking: z.enum(["OFFICIAL", "SECRET", "TOP SECRET"]).nullable().default(null),
  urn: Words.optional(),
  /** The month reported and the day after which nothing is visible; papers of a quarter have the quarter's. */
  data: z.strictObject({ month: Month, cutOff: IsoDate }).optional(),
  signature: Signature.optional(),
  accepted: Acceptances,
};

const meetingRecord = {
  ...common,
  status: z.enum(["draft", "confirmed"]),
  time: Words.optional(),
  venue: Words.optional(),
  chair: Words.optional(),
  minutes: Words.optional(),
  rose: Words.optional(),
  attendance: Attendance,
};

const Programme = z.strictObject({
  dated: z.array(
    z.strictObject({ date: IsoDate, item: Words, detail: Words.optional(), requestedBy: Words.optional() }),
  ),
  standing: z.array(z.strictObject({ item: Words, detail: Words.optional() })).default([]),
  toTimetable: z
    .array(z.strictObject({ item: Words, detail: Words.optional(), requestedBy: Words.optional() }))
    .default([]),
  briefing: z
    .array(z.strictObject({ item: Words, detail: Words.optional(), status: Words.optional() }))
    .default([]),
});
export type Programme = z.infer<typeof Programme>;

/** A decision of the commissioner; what is exempt gives its reason instead of a title. */
const Decision = z.union([
  z.strictObject({ id: Words, title: Words, note: Words.optional() }),
  z.strictObject({ id: Words, exempt: Words }),
]);

const Letter = z.strictObject({
  from: Words,
  /** The body whose letterhead it is: its address is in organisation.yaml. */
  letterhead: Id,
  to: z.strictObject({ name: Words, office: Words.optional(), address: z.array(Words).min(1) }),
  reference: Words.optional(),
  salutation: Words,
  subject: Words,
  close: Words.default("Yours sincerely"),
});

/** The front matter of each kind of paper. */
export const paperHeads = {
  scrutiny: z.strictObject({ kind: z.literal("scrutiny"), ...common, sources: z.array(Source).default([]) }),
  response: z.strictObject({
    kind: z.literal("response"),
    ...common,
    /** The paper whose questions are answered, `2019-20-q3/opcc-scrutiny`; or its questions, where it is not held. */
    answers: Words.optional(),
    asked: z.strictObject({ paper: Words, note: Words, questions: z.array(AskedQuestion).min(1) }).optional(),
    gaps: z.array(Gap).default([]),
  }),
  minutes: z.strictObject({ kind: z.literal("minutes"), ...meetingRecord }),
  notes: z.strictObject({ kind: z.literal("notes"), ...meetingRecord }),
  report: z.strictObject({
    kind: z.literal("report"),
    ...common,
    appendices: z.array(z.strictObject({ letter: Words, title: Words })).default([]),
    engagements: z.array(z.strictObject({ date: IsoDate, event: Words })).default([]),
    decisions: z.array(Decision).default([]),
  }),
  appendix: z.strictObject({
    kind: z.literal("appendix"),
    ...common,
    appendix: z.strictObject({ letter: Words, to: Words }),
  }),
  slides: z.strictObject({ kind: z.literal("slides"), ...common }),
  letter: z.strictObject({ kind: z.literal("letter"), ...common, letter: Letter }),
  "work-programme": z.strictObject({ kind: z.literal("work-programme"), ...common, programme: Programme }),
} as const;

export type PaperHead = z.infer<(typeof paperHeads)[PaperKind]>;
export type HeadOf<Kind extends PaperKind> = Extract<PaperHead, { kind: Kind }>;
