import { applyRule, type OutsideFinding } from "./finding.ts";
import type { OutsidePaper } from "./paper.ts";
import { wayRules } from "./rules/findingOnesWay.ts";
import { listeningRules } from "./rules/listening.ts";
import { looksRules } from "./rules/looks.ts";
import { packingRules } from "./rules/packing.ts";
import { removedRules } from "./rules/removed.ts";
import { standardsRules } from "./rules/standards.ts";

/** Whether a paper can go into a pack: as it is, with what the pack does to it, or not. */
export type PackVerdict =
  | { readonly kind: "ready" }
  | { readonly kind: "mended"; readonly does: readonly string[] }
  | { readonly kind: "refused"; readonly because: readonly OutsideFinding[] };

/** What a paper claims of a standard, and what stands against it. */
export type StandardVerdict = {
  /** `1` for PDF/UA-1, `2A` for PDF/A-2a; null when it claims nothing. */
  readonly claims: string | null;
  /** Whether by our checks it could claim it as it is. Only veraPDF can say that it complies. */
  readonly couldClaim: boolean;
  /** Whether it could within a pack, which mends what can be mended without its author. */
  readonly couldClaimInPack: boolean;
  /** The rules that it breaks. */
  readonly brokenBy: readonly string[];
};

/** What is known and to be said of an outside file. */
export type OutsideReport = {
  /** null when it cannot be opened. */
  readonly paper: OutsidePaper | null;
  readonly findings: readonly OutsideFinding[];
  readonly verdict: PackVerdict;
  readonly standards: { readonly ua: StandardVerdict; readonly a: StandardVerdict };
};

/** What the secretariat has settled about a paper before. */
export type Settled = {
  /** The signatory agrees that the signature is lost. */ readonly acceptsSigned: boolean;
};

const rules = [
  ...packingRules,
  ...removedRules,
  ...listeningRules,
  ...wayRules,
  ...looksRules,
  ...standardsRules,
];

/** What is to be said of a paper that could be opened. */
export function reportOf(paper: OutsidePaper, settled: Settled): OutsideReport {
  const found = rules.flatMap((rule) => applyRule(rule, paper));
  const findings = found.map((finding) =>
    finding.rule === "signed" && settled.acceptsSigned ? acceptedSignature(finding) : finding,
  );
  return report(paper, findings);
}

/** The report on a paper, or, when there is only one finding that says why, on a file that cannot be opened. */
export const report = (paper: OutsidePaper | null, findings: readonly OutsideFinding[]): OutsideReport => ({
  paper,
  findings,
  verdict: verdictOf(findings),
  standards: {
    ua: standardOf("PDF/UA-1", paper?.claims.ua ?? null, findings),
    a: standardOf("PDF/A-2", paper?.claims.a ?? null, findings),
  },
});

const acceptedSignature = (finding: OutsideFinding): OutsideFinding => ({
  ...finding,
  group: "removed",
  severity: "advice",
  pack: { does: "takes the signature out, as was agreed" },
  packMends: true,
});

function verdictOf(findings: readonly OutsideFinding[]): PackVerdict {
  const because = findings.filter(({ pack }) => pack === "refuses");
  if (because.length > 0) return { kind: "refused", because };
  const does = findings.flatMap(({ pack }) => (pack === null || pack === "refuses" ? [] : [pack.does]));
  return does.length > 0 ? { kind: "mended", does } : { kind: "ready" };
}

/** A file that is refused complies with nothing, whatever it claims. */
function standardOf(
  standard: "PDF/UA-1" | "PDF/A-2",
  claims: string | null,
  findings: readonly OutsideFinding[],
): StandardVerdict {
  const against = findings.filter(
    ({ pack, breaks }) => pack === "refuses" || breaks.some((clause) => clause.startsWith(`${standard} `)),
  );
  return {
    claims,
    couldClaim: against.length === 0,
    couldClaimInPack: against.every(({ pack, packMends }) => pack !== "refuses" && packMends),
    brokenBy: against.map(({ rule }) => rule),
  };
}
