import { acceptedJson } from "./audit/acceptance.ts";
import type { Coverage } from "./audit/coverage.ts";
import { findingJson } from "./audit/finding.ts";
import type { SourceAudit } from "./auditSources.ts";

/** How much of what a paper says in numbers was checked, and what was found in it that somebody accepted. */
type PaperAudit = { readonly coverage: Coverage; readonly accepted: readonly object[] };

/** What build.json says of the audit. */
export type Audited = {
  readonly audit?: PaperAudit;
  /** Of a pack: the same of its PDFs from outside, with what stands of what was found in them. */
  readonly outside?: readonly (PaperAudit & {
    readonly file: string;
    readonly findings: readonly object[];
  })[];
};

/** Of a document of ours. */
export function auditOf(name: string, { documents }: SourceAudit): Audited {
  const found = documents.find((document) => document.name === name);
  return found === undefined
    ? {}
    : { audit: { coverage: found.coverage, accepted: found.accepted.map(acceptedJson) } };
}

/** Of the PDFs from outside that a meeting brings. */
export function outsideOf(meeting: string, { documents }: SourceAudit): Audited {
  const papers = documents.filter(
    ({ name, outside }) => outside && name.startsWith(`data/meetings/${meeting}/`),
  );
  if (papers.length === 0) return {};
  return {
    outside: papers.map(({ name, coverage, accepted, findings }) => ({
      file: name,
      coverage,
      accepted: accepted.map(acceptedJson),
      findings: findings.map(findingJson),
    })),
  };
}
