import { type AcceptedFinding, judged } from "./audit/acceptance.ts";
import { auditSteps, inOrder } from "./audit/audit.ts";
import { type Coverage, coverageOf, spotKey } from "./audit/coverage.ts";
import type { Finding } from "./audit/finding.ts";
import type { AuditedPaper, PaperFindings } from "./audit/rule.ts";
import { chainDocument } from "./document/papers/chain.ts";
import { findingsKey } from "./findingsKey.ts";
import type { Worded } from "./gist.ts";
import { grantedIn } from "./granted.ts";
import type { KeptFile } from "./keptFile.ts";
import type { KeptReadings } from "./keptPapers.ts";
import type { Loaded } from "./load.ts";
import type { Memory } from "./memory.ts";
import type { OutsidePapers } from "./outsidePapers.ts";
import { inSources, isOfComputedWords, type OwnText } from "./ownPaper.ts";
import type { Spelling } from "./spelling.ts";
import type { Target } from "./targets.ts";
import { withEarlier } from "./withEarlier.ts";

/** A paper of the audit as build.json tells of it. */
export type AuditedDocument = {
  /** `2019-20-q3/opcc-scrutiny`, or the file of a paper from outside. */
  readonly name: string;
  readonly outside: boolean;
  readonly coverage: Coverage;
  readonly accepted: readonly AcceptedFinding[];
  readonly findings: readonly Finding[];
};

/** What the audit of the sources comes to. */
export type SourceAudit = {
  /** What stands, in a reader's order. */
  readonly findings: readonly Finding[];
  readonly documents: readonly AuditedDocument[];
  /** Errors that stop a build: those of our papers. */
  readonly errors: readonly Finding[];
};

type Chosen = {
  readonly papers: readonly { readonly target: Target; readonly worded: Worded }[];
  /** The PDFs from outside that their meetings bring. */
  readonly outside: OutsidePapers;
  /** Whether these are all: only then can an acceptance be known to match nothing. */
  readonly whole: boolean;
};

/** What the audit asks of the world: a paper of another quarter, and a word list. */
type Asked = {
  readonly word: (target: Omit<Target, "date">) => Worded | null;
  readonly isWord: Spelling;
  readonly memory: Memory;
  readonly readings: KeptReadings;
  readonly findings: KeptFindings;
};

/** What rules found in papers by themselves, from this run and earlier ones. */
export type KeptFindings = Pick<KeptFile<PaperFindings>, "get" | "set">;

/**
 * The rules over worded papers and the PDFs from outside that their meetings bring, together, and what was accepted of what these and
 * `known`, the findings about the sources as such, say; in steps, so that who prints meanwhile can see to the browser between them.
 */
export function* auditSources(
  { facts, sources }: Loaded,
  { papers, outside, whole }: Chosen,
  known: readonly Finding[],
  { word, isWord, memory, readings, findings }: Asked,
): Generator<void, SourceAudit, void> {
  const own: ReturnType<typeof withEarlier>[] = [];
  for (const { target, worded } of papers) {
    if (target.document === chainDocument) continue;
    own.push(withEarlier(target, worded, { facts, sources }, word, memory, readings));
    yield;
  }
  const all = [...own.map(({ now }) => now.paper), ...outside.papers];
  const checked = new Map(all.map((paper) => [paper, new Set<string>()]));
  const written = own.flatMap(({ now, before }) => [now, ...(before === null ? [] : [before])]);
  const texts = new Map(written.map((text) => [text.paper.file, text]));
  // By the paper itself: one that is another's of the quarter before has the same name there, and perhaps other words.
  const textOf = new Map(written.map((text) => [text.paper, text]));
  const keyOf = findingsKey(sources);
  const raw = yield* auditSteps({
    papers: all,
    register: facts,
    names: facts.organisation,
    isWord,
    checked: (paper, spot) => checked.get(paper)?.add(spotKey(spot)),
    recall: (paper) => {
      const recalled = memory.recall<PaperFindings>(
        `findings in ${paper.file}`,
        [paper, facts.organisation],
        facts,
      );
      const text = textOf.get(paper);
      if (recalled.known !== null || text === undefined) return recalled;
      const earlier = paper.own?.earlier ?? null;
      const key = keyOf(text, earlier === null ? null : (textOf.get(earlier) ?? null));
      const keep = (found: PaperFindings): PaperFindings => {
        findings.set(key, found);
        return recalled.keep(found);
      };
      return { known: findings.get(key) ?? null, facts: recalled.facts, keep };
    },
  });
  const found = inOrder(
    raw
      .filter((finding) => !isOfComputedWords(finding, texts))
      .map((finding) => inSources(finding, texts, sources)),
  );
  const { open, accepted } = judged([...known, ...outside.unread, ...found], grantedIn(facts), whole);
  const isOutside = ({ place }: Finding): boolean => outside.files.has(place.file);
  const documentOf = (name: string, paper: AuditedPaper, text: OwnText | null): AuditedDocument => {
    const isOf = ({ place }: Finding): boolean =>
      text === null ? place.file === paper.file : filesOf(text).has(place.file);
    return {
      name,
      outside: text === null,
      coverage: coverageOf(paper, checked.get(paper) ?? new Set()),
      accepted: accepted.filter(({ finding }) => isOf(finding)),
      findings: open.filter(isOf),
    };
  };
  return {
    findings: open,
    errors: open.filter((finding) => finding.severity === "error" && !isOutside(finding)),
    documents: [
      ...own.map(({ now }) => documentOf(now.paper.own?.name ?? now.paper.file, now.paper, now)),
      ...outside.papers.map((paper) => documentOf(paper.file, paper, null)),
    ],
  };
}

/** The source files that a paper's words come from. */
const filesOf = ({ lines, source }: OwnText): Set<string> =>
  new Set([source, ...lines.flatMap(({ place }) => place?.file ?? [])]);
