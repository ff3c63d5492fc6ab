import { type AcceptedFinding, type Granted, judged } from "./acceptance.ts";
import { audit } from "./audit.ts";
import { type Coverage, coverageOf, spotKey } from "./coverage.ts";
import type { Finding } from "./finding.ts";
import type { AuditedPaper, AuditInput } from "./rule.ts";

/** One paper of an audit: what was found in it, what of that is accepted, and how much of it was checked. */
export type PaperReport = {
  readonly paper: AuditedPaper;
  readonly findings: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
  readonly coverage: Coverage;
};

/** What is told of the papers besides their words. */
type Known = Pick<AuditInput, "register" | "names" | "isWord"> & {
  readonly granted: readonly Granted[];
};

/** All rules over papers that are read together; the findings of each by its name. */
export function auditReport(
  papers: readonly AuditedPaper[],
  { register, names, isWord, granted }: Known,
): PaperReport[] {
  const checked = new Map(papers.map((paper) => [paper, new Set<string>()]));
  const findings = audit({
    papers,
    register,
    names,
    isWord,
    checked: (paper, spot) => checked.get(paper)?.add(spotKey(spot)),
  });
  const { open, accepted } = judged(findings, granted, false);
  return papers.map((paper) => ({
    paper,
    findings: open.filter(({ place }) => place.file === paper.file),
    accepted: accepted.filter(({ finding }) => finding.place.file === paper.file),
    coverage: coverageOf(paper, checked.get(paper) ?? new Set()),
  }));
}
