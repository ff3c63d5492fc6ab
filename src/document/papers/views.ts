import type { BlockView, NoteView, Prose } from "../views.ts";

/** The kinds of paper that the office writes, each with a layout of its own. */
export type PaperKind =
  | "scrutiny"
  | "response"
  | "minutes"
  | "notes"
  | "report"
  | "appendix"
  | "slides"
  | "letter"
  | "work-programme"
  | "questions";

/** One part of a question, to which an answer can point: "a", and its words. */
export type QuestionPartView = { readonly id: string; readonly prose: Prose };

/** A question with its number and title, as it is asked, listed and quoted. */
export type QuestionView = {
  /** Address within the paper that prints it. */
  readonly id: string;
  /** "3" */
  readonly number: string;
  /** Empty where the question was quoted without one. */
  readonly title: string;
  readonly prose: Prose;
  readonly parts: readonly QuestionPartView[];
};

/** What stands in a paper beyond the blocks that every document has. */
export type FlowBlock =
  | Exclude<BlockView, { kind: "heading" | "topic" }>
  /** Level 2 opens a section, 3 and 4 stand within it; `number` as printed: "2", "(3)", "1.2", "iv", or null. */
  | {
      readonly kind: "heading";
      readonly level: 2 | 3 | 4;
      readonly id: string;
      readonly number: string | null;
      readonly text: string;
    }
  /** A question where it arises: solid tab and box. */
  | { readonly kind: "question"; readonly question: QuestionView }
  /** The closing list of a scrutiny report: every question in full, numbered, linked to where it arises. */
  | {
      readonly kind: "question-list";
      readonly questions: readonly (QuestionView & { readonly arisesAt: string })[];
    }
  /** In a response: the quoted question (outlined tab, text on panel) above its answer. */
  | { readonly kind: "quoted-question"; readonly question: QuestionView; readonly askedIn: string }
  /** The side-head "Answer" or "Answer to (a)"; the blocks that follow, up to the next of these kinds or heading, are the answer. */
  | { readonly kind: "answer"; readonly id: string; readonly head: string }
  /** No answer is held: the reason is printed where the answer would stand. */
  | { readonly kind: "gap"; readonly head: string; readonly reason: string }
  | {
      readonly kind: "motion";
      readonly mover: string;
      readonly seconder: string | null;
      /** "Carried unanimously", "Carried, 7 votes to 3, 1 abstention"; null where there was no vote. */
      readonly vote: string | null;
      readonly prose: Prose;
    }
  | { readonly kind: "resolution"; readonly prose: Prose }
  | {
      readonly kind: "action";
      /** "01.21/07/2020", or null where the paper gives none. */
      readonly reference: string | null;
      readonly owner: string | null;
      readonly due: string | null;
      /** "Open", "Discharged", "Standing item", "Deferred" */
      readonly status: string;
      readonly prose: Prose;
    }
  /** What somebody replied to somebody: side-head "To Councillor Davies", the replier's name, the words. */
  | { readonly kind: "reply"; readonly to: string | null; readonly from: string; readonly prose: Prose }
  /** Something asked of the reader of a letter, with how strongly: "would welcome", "urges". */
  | { readonly kind: "ask"; readonly strength: string; readonly prose: Prose }
  /** A picture with its text alternative, caption and credit; `source` is a data: address. */
  | {
      readonly kind: "picture";
      readonly id: string;
      readonly title: string;
      readonly alt: string;
      readonly credit: string;
      readonly source: string;
    };

/** People of one body who were there, or sent apologies. */
export type AttendanceView = {
  readonly groups: readonly {
    readonly body: string;
    readonly people: readonly {
      readonly name: string;
      /** Role, rank or office; empty where none is given. */
      readonly capacity: string;
      /** "by telephone", "for items 1 to 3", "substitute for Councillor Poole", or empty. */
      readonly note: string;
    }[];
  }[];
  readonly apologies: readonly {
    readonly name: string;
    /** "represented by Chief Superintendent Ben Smith", "no substitute", or empty. */
    readonly note: string;
  }[];
};

/** Letterhead, addressee and close. */
export type LetterView = {
  /** The sender's body and its address, line by line: the letterhead. */
  readonly sender: { readonly body: string; readonly lines: readonly string[] };
  /** Name, office, address: stands in the window of a DL envelope. */
  readonly addressee: readonly string[];
  readonly date: string;
  readonly reference: string | null;
  readonly salutation: string;
  readonly subject: string;
  readonly close: string;
  readonly signatory: { readonly name: string; readonly office: string };
};

/** Who signs a paper or approves minutes, and whether it has been done. */
export type SignatureView = {
  /** "Approved as a correct record", "Signed" */
  readonly head: string;
  readonly name: string;
  readonly office: string;
  /** "25 August 2020", or null where it is not dated. */
  readonly date: string | null;
  /** True where a line for the signature is left blank. */
  readonly line: boolean;
};

/** A paper of the office, worded: everything that is printed, in order. */
export type FlowView = {
  readonly form: "paper";
  readonly kind: PaperKind;
  readonly lang: string;
  readonly title: string;
  /** Empty where there is none. */
  readonly subtitle: string;
  readonly fullTitle: string;
  readonly organisation: string;
  readonly author: string;
  /** ISO date of the paper, for the file's metadata. */
  readonly isoDate: string;
  readonly marking: string | null;
  readonly urn: string | null;
  /** Left in the running head. */
  readonly running: string;
  /** Left in the foot where there is no URN: version, or status such as "Draft minutes". */
  readonly footLeft: string;
  /** Before the page number: "Appendix A page"; `ofPages` adds "of 4". */
  readonly pageName: string;
  readonly ofPages: boolean;
  readonly draft: boolean;
  /** The metadata block: "Author", "David Patterson, …"; "Date"; "Version"; "Reference"; "Marking". */
  readonly details: readonly { readonly name: string; readonly text: string }[];
  readonly attendance: AttendanceView | null;
  readonly letter: LetterView | null;
  /** Response only: each question with the address of its answer, printed at the start with page numbers. */
  readonly index: readonly { readonly number: string; readonly title: string; readonly answerId: string }[];
  readonly blocks: readonly FlowBlock[];
  readonly notes: readonly NoteView[];
  readonly signature: SignatureView | null;
};
