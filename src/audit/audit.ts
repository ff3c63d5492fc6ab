import type { Spot } from "../sources/paperText/paper.ts";
import type { Finding } from "./finding.ts";
import type { AuditedPaper, AuditInput, PaperFindings, Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";

/** Everything that the rules find, by paper, line and rule; what several say of one place with the same words is said once. */
export function audit(input: AuditInput, applied: readonly Rule[] = rules): Finding[] {
  const steps = auditSteps(input, applied);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same with a pause after each rule, for who has something else to see to. */
export function* auditSteps(
  input: AuditInput,
  applied: readonly Rule[] = rules,
): Generator<void, Finding[], void> {
  const found: Finding[] = [];
  const alone = applied.filter(({ across }) => across !== true);
  for (const paper of input.papers) {
    const { findings, checked } = yield* findingsAlone(paper, input, alone);
    found.push(...findings);
    for (const spot of checked) input.checked(paper, spot);
  }
  for (const { find } of applied.filter(({ across }) => across === true)) {
    found.push(...find(input));
    yield;
  }
  return inOrder(found);
}

/** What the rules find that look at one paper at a time; what they found in it before, where that is still so. */
function* findingsAlone(
  paper: AuditedPaper,
  input: AuditInput,
  alone: readonly Rule[],
): Generator<void, PaperFindings, void> {
  const earlier = input.recall?.(paper);
  if (earlier !== undefined && earlier.known !== null) return earlier.known;
  const checked: Spot[] = [];
  const findings: Finding[] = [];
  const register = input.register === null ? null : (earlier?.facts ?? input.register);
  for (const { find } of alone) {
    findings.push(...find({ ...input, register, papers: [paper], checked: (_, spot) => checked.push(spot) }));
    yield;
  }
  const made = { findings, checked };
  return earlier?.keep(made) ?? made;
}

/** In a reader's order, each once. */
export const inOrder = (findings: readonly Finding[]): Finding[] => once([...findings].sort(byPlace));

/** In the order in which a reader meets them: paper, line, column, then rule. */
export const byPlace = (a: Finding, b: Finding): number =>
  byName(a.place.file, b.place.file) ||
  a.place.line - b.place.line ||
  a.place.column - b.place.column ||
  byName(a.rule, b.rule);

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of findings of one rule at one place, and of those that quote the same words against the same, the first. */
function once(sorted: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return sorted.filter((finding) => {
    const { rule, place, quote, other } = finding;
    const keys = [
      `${rule}|${place.file}|${place.line}|${place.column}|${quote}`,
      ...(other === null ? [] : [pairKey(finding, other)]),
    ];
    if (keys.some((key) => seen.has(key))) return false;
    for (const key of keys) seen.add(key);
    return true;
  });
}

/** Two places that disagree are one finding, from whichever side it is told. */
function pairKey({ rule, place, quote }: Finding, other: NonNullable<Finding["other"]>): string {
  const ends = [
    `${place.file}|${place.line}|${quote}`,
    `${other.place.file}|${other.place.line}|${other.quote}`,
  ];
  return `${rule}||${ends.sort().join("||")}`;
}
