import type { Facts } from "../model/facts.ts";
import type { Organisation } from "../model/organisation.ts";
import type { PaperPart, ReadPaper, Spot } from "../sources/paperText/paper.ts";
import type { Claim } from "./claims/claim.ts";
import type { Finding, Severity } from "./finding.ts";
import type { PrintedNumber } from "./numbersIn.ts";

/** The families of rules, in the order in which the documentation lists them. */
export const families = {
  numbers: "Number against number",
  percentages: "Percentages",
  direction: "Direction",
  time: "Time",
  structure: "Structure",
  names: "Names and codes",
  language: "Language",
  papers: "Across papers",
  care: "Care",
} as const;
export type Family = keyof typeof families;

/** A part of a paper and what it claims. */
export type AuditedPart = { readonly part: PaperPart; readonly claims: readonly Claim[] };

/** A paper as the rules see it. */
export type AuditedPaper = {
  /** As it is named in findings. */
  readonly file: string;
  readonly read: ReadPaper;
  readonly parts: readonly AuditedPart[];
  /** What is known of one of the office's own papers; null for a paper from elsewhere. */
  readonly own: OwnPaper | null;
};

/** Of a paper of ours: which data it may show, and what it said a quarter before. */
export type OwnPaper = {
  /** Path and document: `2019-20-q3/opcc-scrutiny`. */
  readonly name: string;
  /** The month it reports, and the day after which nothing is visible to it. */
  readonly month: string;
  readonly cutOff: string;
  /** The same paper of the quarter before; null where none is held. */
  readonly earlier: AuditedPaper | null;
  /** Whether a printed number was computed from the data, and so is right by construction. */
  isComputed(number: PrintedNumber): boolean;
};

/** What of our data rules look at. */
export type AuditData = Pick<Facts, "measures" | "organisation">;

/** All papers of one audit, and what is known besides them. */
export type AuditInput = {
  readonly papers: readonly AuditedPaper[];
  /** Our data, where the audit runs in a project that holds some. */
  readonly register: AuditData | null;
  /** The names of organisation.yaml: bodies, people, acronyms. */
  readonly names: Organisation | null;
  /** Whether a word is one of British English; null where no list is at hand. */
  readonly isWord: ((word: string) => boolean) | null;
  /** To be told of each printed number that a rule held against something, whatever came of it: coverage counts them. */
  checked(paper: AuditedPaper, spot: Spot): void;
  /** What the rules found before in a paper by itself, where it is remembered; else what is known is watched, and what they find kept. */
  readonly recall?: (paper: AuditedPaper) => RecalledFindings;
};

/** What rules find in a paper by itself, and the numbers in it that they held against something. */
export type PaperFindings = { readonly findings: readonly Finding[]; readonly checked: readonly Spot[] };

/** The findings of before, or null; and the facts that the rules are to look at instead. */
export type RecalledFindings = {
  readonly known: PaperFindings | null;
  readonly facts: AuditData;
  keep(made: PaperFindings): PaperFindings;
};

/** One thing that a careful reader looks for. Everything but `find` is printed in docs/audit-rules.md. */
export type Rule = {
  /** Its file's name: `stale-sentence`. */
  readonly id: string;
  readonly family: Family;
  /** The gravest that it gives. */
  readonly severity: Severity;
  /** What holds where it finds nothing: "A percentage follows from its numbers". */
  readonly title: string;
  /** What goes wrong without it, for the secretariat. */
  readonly why: string;
  /** Whether it holds papers against our data: its fixtures are read with those of the smallest project (test/fixtures/minimal). */
  readonly needsRegister?: true;
  /** Whether it holds papers against each other: all others see one paper at a time. */
  readonly across?: true;
  /** Small papers in Markdown in which it finds something, and such in which it must not; several papers of one audit as a list. */
  readonly fires: readonly Fixture[];
  readonly silent: readonly Fixture[];
  readonly find: (input: AuditInput) => readonly Finding[];
};

/** A small paper, or several that are audited together. */
export type Fixture = string | readonly string[];
