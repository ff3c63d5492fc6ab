import { performanceSummary, type Summary } from "../../src/document/summary.ts";
import type { SectionView } from "../../src/document/views.ts";
import type { Facts } from "../../src/model/facts.ts";
import type { Change } from "./project.ts";
import { factsOf } from "./register.ts";

/** The paper of the smallest project, with some changes. */
export const summaryOf = async (...changes: readonly Change[]): Promise<Summary> =>
  wordedOf(await factsOf(...changes));

/** The paper of facts that were read before. */
export function wordedOf(facts: Facts): Summary {
  const quarter = facts.quarters.get("2019-20-q3");
  if (quarter?.summary == null) throw new Error("the project has lost its paper");
  return performanceSummary(facts, quarter, quarter.summary);
}

/** A section of a paper that prints it. */
export function sectionOf({ view }: Summary, id: string): SectionView {
  const found = view.sections.find((section) => section.id === id);
  if (found === undefined) throw new Error(`the section ${id} is not printed`);
  return found;
}
