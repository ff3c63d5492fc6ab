import type { Facts } from "../model/facts.ts";
import type { Finding, Severity } from "./finding.ts";
import { nameFindings } from "./names.ts";
import { openActionFindings } from "./openActions.ts";
import { programmeFindings } from "./programme.ts";
import { questionChainFindings } from "./questionChain.ts";
import { sourceDateFindings } from "./sourceDates.ts";
import { titleFindings } from "./titles.ts";

/** A rule over the sources of our own papers, which know more than their printed words: who asked, who answers, what is due. */
export type SourceRule = {
  /** The names that its findings bear. */
  readonly ids: readonly string[];
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly find: (facts: Facts) => readonly Finding[];
};

/** Every such rule, in the order in which the documentation lists them. */
export const sourceRules: readonly SourceRule[] = [
  {
    ids: ["question-chain"],
    severity: "error",
    title: "No question is lost",
    why: "Every question of a scrutiny paper, and every part of one, has an answer or a gap with its reason; every answer has a question, in the order in which they were asked.",
    find: questionChainFindings,
  },
  {
    ids: ["source-date"],
    severity: "error",
    title: "No source is dated after the paper that used it",
    why: "What came out later cannot have been read: one of the two dates is wrong.",
    find: sourceDateFindings,
  },
  {
    ids: ["action-owner", "action-date", "action-overdue"],
    severity: "error",
    title: "Actions have an owner and a date",
    why: "An action that names nobody, or no day, is done by nobody. An owner whom the register does not know is an error.",
    find: openActionFindings,
  },
  {
    ids: ["programme-agenda"],
    severity: "warning",
    title: "The work programme agrees with the agenda",
    why: "What is due on the day of a meeting stands on its agenda, and what has passed is not left on the programme.",
    find: programmeFindings,
  },
  {
    ids: ["name-differs", "role-differs", "acronym-differs"],
    severity: "error",
    title: "Names, roles and acronyms are those of the register",
    why: "One person under two names is two people to a reader. The register is organisation.yaml.",
    find: nameFindings,
  },
  {
    ids: ["titles-agree"],
    severity: "error",
    title: "Agenda, report and paper have one title and one appendix letter",
    why: "Who looks for Appendix E must find it, and find in it what the list says.",
    find: titleFindings,
  },
];
