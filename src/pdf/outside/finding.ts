import type { OutsidePaper } from "./paper.ts";

/** What a finding is about. */
export const groups = {
  pack: "What stands in the way of the pack",
  removed: "What the pack changes or takes out",
  listening: "For people who listen to it",
  finding: "For finding one's way in it",
  looks: "For how it looks",
  standards: "What else the standards ask",
} as const;
export type Group = keyof typeof groups;

/** What its author, or the secretariat, can do about a finding; each a sentence. */
export type Remedy = {
  readonly word?: string;
  readonly libreOffice?: string;
  readonly acrobat?: string;
  /** What helps whatever it was made with. */
  readonly otherwise?: string;
};

/** PDF/UA-1 or PDF/A-2, with the clause. */
export type Clause = `${"PDF/UA-1" | "PDF/A-2"} ${string}`;

/** Something that a paper lacks, or that stands in its way. */
export type OutsideFinding = {
  readonly rule: string;
  readonly group: Group;
  /** error: it cannot go into a pack, or somebody cannot read it; advice: better without; note: only the standards mind. */
  readonly severity: "error" | "advice" | "note";
  readonly message: string;
  /** Page numbers from 1, each once, in order; none where it is about the whole. */
  readonly pages: readonly number[];
  readonly remedy: Remedy;
  /** Whether the pack refuses the paper for it, or what the pack does about it. */
  readonly pack: "refuses" | { readonly does: string } | null;
  /** The clauses of the standards that it breaks. */
  readonly breaks: readonly Clause[];
  /** Whether the pack can make that good by itself. */
  readonly packMends: boolean;
};

/** A case of a rule: what is wrong, and where; a page that is not known is null. */
export type Case = { readonly message: string; readonly pages?: readonly (number | null)[] };

/** A rule: a finding in which only the case is missing. */
export type Rule = {
  readonly rule: string;
  readonly group: Group;
  readonly severity: OutsideFinding["severity"];
  readonly remedy: Remedy;
  readonly pack?: "refuses" | { readonly does: string };
  readonly breaks?: readonly Clause[];
  readonly packMends?: boolean;
  readonly find: (paper: OutsidePaper) => Case | null;
};

/** What a rule finds in a paper: nothing, or one finding for all its cases. */
export function applyRule({ find, ...rule }: Rule, paper: OutsidePaper): OutsideFinding[] {
  const found = find(paper);
  if (found === null) return [];
  const { pack = null, breaks = [], packMends = typeof pack === "object" && pack !== null } = rule;
  const pages = [...new Set(found.pages ?? [])].filter((page) => page !== null).sort((a, b) => a - b);
  return [{ ...rule, pack, breaks, packMends, message: found.message, pages }];
}

/** "1 picture", "3 pictures", "1,200 pictures". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;

/** The case of a list of pages, one for each occurrence; null for an empty one. */
export const casesOn = (pages: readonly (number | null)[], says: (count: number) => string): Case | null =>
  pages.length === 0 ? null : { message: says(pages.length), pages };
