import type { Place } from "../diagnostic.ts";
import type { Acceptance } from "../model/accepted.ts";
import { byPlace } from "./audit.ts";
import type { Finding } from "./finding.ts";

/** An acceptance as somebody wrote it: where, and of which files it may speak. */
export type Granted = {
  readonly acceptance: Acceptance;
  readonly place: Place;
  covers(file: string): boolean;
};

/** A finding that a person answers for. */
export type AcceptedFinding = { readonly finding: Finding; readonly acceptance: Acceptance };

/** Findings that stand, and those that somebody accepted. */
export type Judged = { readonly open: readonly Finding[]; readonly accepted: readonly AcceptedFinding[] };

/**
 * Findings against what was accepted.
 *
 * @param whole whether everything was audited: only then is an acceptance that matches nothing a finding itself
 */
export function judged(findings: readonly Finding[], granted: readonly Granted[], whole: boolean): Judged {
  const used = new Set<Granted>();
  const open: Finding[] = [];
  const accepted: AcceptedFinding[] = [];
  for (const finding of findings) {
    const grants = granted.filter((one) => speaksOf(one, finding));
    for (const one of grants) used.add(one);
    const [first] = grants;
    if (first === undefined) open.push(finding);
    else accepted.push({ finding, acceptance: first.acceptance });
  }
  const idle = whole ? granted.filter((one) => !used.has(one)).map(idleFinding) : [];
  return { open: [...open, ...idle].sort(byPlace), accepted };
}

/** A finding between two papers is accepted in either. */
function speaksOf({ acceptance, covers }: Granted, { rule, place, quote, other }: Finding): boolean {
  if (rule !== acceptance.rule) return false;
  const ends = [{ place, quote }, ...(other === null ? [] : [other])];
  return ends.some((end) => covers(end.place.file) && plain(end.quote).includes(plain(acceptance.quote)));
}

const plain = (words: string): string => words.replace(/\s+/g, " ").trim();

const idleFinding = ({ acceptance, place }: Granted): Finding => ({
  rule: "accepted-nothing",
  severity: "warning",
  place,
  message: `nothing is found here that this accepts: the rule \`${acceptance.rule}\` finds no fault with these words any more. Take it out`,
  quote: acceptance.quote,
  other: null,
});

/** An accepted finding as build.json lists it; stable. */
export const acceptedJson = ({ finding, acceptance }: AcceptedFinding) => ({
  rule: finding.rule,
  severity: finding.severity,
  file: finding.place.file,
  line: finding.place.line,
  quote: finding.quote,
  by: acceptance.by,
  on: acceptance.on,
  reason: acceptance.reason,
});
