import type { Question } from "../../model/chain.ts";
import type { PaperSource } from "../../model/facts.ts";
import type { Numbering } from "../blocks.ts";
import type { Filling } from "../prose.ts";
import type { Acronyms } from "./acronyms.ts";
import type { QuestionView } from "./views.ts";

/** The questions of a paper: its own, or those that it answers. */
export type AskedQuestions = readonly { readonly question: Question; readonly view: QuestionView | null }[];

/** What wording a paper needs, and remembers: figures, notes and problems, numbers given so far, acronyms used so far. */
export type Flow = {
  readonly paper: PaperSource;
  readonly filling: Filling;
  readonly numbering: Numbering;
  readonly acronyms: Acronyms;
  readonly questions: AskedQuestions;
};
