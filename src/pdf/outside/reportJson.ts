import type { OutsideReport } from "./report.ts";

/** The report as other programs read it; stable. */
export const reportJson = (file: string, { paper, findings, verdict, standards }: OutsideReport) => ({
  file,
  verdict:
    verdict.kind === "refused"
      ? { kind: verdict.kind, because: verdict.because.map(({ rule }) => rule) }
      : verdict,
  findings: findings.map(({ packMends, ...finding }) => ({ ...finding, packMends })),
  standards,
  paper,
});
