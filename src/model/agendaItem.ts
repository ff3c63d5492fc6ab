import { z } from "zod";
import { Acceptances } from "./accepted.ts";
import { IsoDate } from "./measure.ts";

const Words = z.string().trim().min(1, "write at least a word here");

/** A paper in short form is its name alone: `02-pcc-report` stands for `{ paper: 02-pcc-report }`. */
const named = (key: string) => (value: unknown) => (typeof value === "string" ? { [key]: value } : value);

const PaperName = Words.superRefine((name, context) => {
  const wrong = nameProblem(name);
  if (wrong !== null) context.addIssue({ code: "custom", message: wrong });
});

function nameProblem(name: string): string | null {
  if (/\.md$/i.test(name)) return `write the name without its ending: \`${name.replace(/\.md$/i, "")}\``;
  if (name.split("/").some((part) => part === "" || part === "." || part === ".."))
    return "write a folder and a name, without dots and empty parts, e.g. papers/guidance-note.pdf";
  if (/\.pdf$/i.test(name) && !/^(papers|exempt)\/[^/]+$/.test(name))
    return `put the PDF into the folder papers/ of this meeting and write \`papers/${name.split("/").at(-1)}\``;
  if (/(^|\/)exempt\//.test(name) && !/^exempt\/[^/]+$/.test(name))
    return "exempt papers lie in the folder exempt/ of this meeting: write e.g. exempt/exempt-minutes";
  return null;
}

/** A paper under an item: the office's own by its name, a PDF that somebody sent by its file. */
const Paper = z.preprocess(
  named("paper"),
  z.strictObject({
    /**
     * `02-pcc-report` of this meeting's folder or its `papers/`; `2019-20-q3/performance-summary` of another folder;
     * `papers/guidance-note.pdf`, a PDF from outside; `exempt/…`, either of the two in the folder that public builds cannot open.
     */
    paper: PaperName,
    /** For a PDF from outside, where its own title says nothing. */
    title: Words.optional(),
    author: Words.optional(),
    /** A signature does not outlive assembly: the meeting must say that it may go. */
    acceptLosingSignature: z.boolean().default(false),
    /** Of an encrypted PDF. */
    password: Words.optional(),
    /** What the audit found in a PDF from outside and somebody accepts; papers of ours have theirs in their front matter. */
    accepted: Acceptances,
  }),
);
export type AgendaPaper = z.infer<typeof Paper>;

const paragraphRange = "Part 1 of Schedule 12A has paragraphs 1 to 7";
/** Why the public is excluded: paragraphs of Part 1 of Schedule 12A to the 1972 Act, or confidential under section 100A(2) and (3). */
const Exempt = z
  .strictObject({
    paragraphs: z.array(z.int().min(1, paragraphRange).max(7, paragraphRange)).default([]),
    confidential: z.boolean().default(false),
    reason: Words,
    /** Why keeping it exempt serves the public better than disclosing it; confidential information needs no such test. */
    publicInterest: Words.optional(),
    /** Page numbers of the members' papers, which the public pack passes over where the meeting has `restrictedSheets: range`. */
    pages: z.int().positive().optional(),
  })
  .superRefine(({ paragraphs, confidential, publicInterest }, context) => {
    if (confidential === paragraphs.length > 0)
      context.addIssue({
        code: "custom",
        message: "give the `paragraphs` of Schedule 12A, e.g. [3], or `confidential: true`, and not both",
      });
    if (new Set(paragraphs).size < paragraphs.length)
      context.addIssue({ code: "custom", path: ["paragraphs"], message: "name each paragraph once" });
    if (paragraphs.length > 0 && publicInterest === undefined)
      context.addIssue({
        code: "custom",
        message: "add `publicInterest`: why the public interest in exemption outweighs that in disclosure",
      });
  });
export type Exempt = z.infer<typeof Exempt>;

const shape = {
  /** As printed, and free: "1(3)", "4.4.2", "PCP 3/12"; some items have none. */
  label: Words.optional(),
  title: Words,
  /** What the body is asked to do, in Markdown. */
  text: Words.optional(),
  /** Who brings it, and is asked for its paper: a person or body of organisation.yaml, or words. */
  owner: Words.optional(),
  /** Short for a list of one paper. */
  paper: Paper.optional(),
  papers: z.array(Paper).default([]),
  /** Where there is no paper: said at the meeting, to follow, taken off, put off, or none is needed. */
  mode: z.enum(["verbal", "to-follow", "withdrawn", "deferred", "none"]).optional(),
  /** Why it is withdrawn or deferred. */
  reason: Words.optional(),
  /** Until when it is deferred: a date, or words. */
  until: z.union([IsoDate, Words]).optional(),
  /** Which standing part of the front sheet belongs to it: the dates to come, or the exclusion of the public. */
  covers: z.enum(["future-dates", "exclusion"]).optional(),
  exempt: Exempt.optional(),
};

const tooDeep = z.custom<never>(() => false, "an agenda has at most three levels of items");
const Third = z.strictObject({ ...shape, items: z.array(tooDeep).default([]) });
const Second = z.strictObject({ ...shape, items: z.array(Third).default([]) });

/** An item of the agenda, what it brings, and the items within it, three levels deep at most. */
export const AgendaItem = z.strictObject({ ...shape, items: z.array(Second).default([]) });
export type AgendaItem = Omit<z.infer<typeof AgendaItem>, "items"> & {
  readonly items: readonly AgendaItem[];
};
