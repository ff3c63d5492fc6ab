import { readFonts } from "./assets.ts";
import type { Finding } from "./audit/finding.ts";
import { paperFindings } from "./audit/paperFindings.ts";
import { proposedRebaseFindings } from "./audit/proposedRebase.ts";
import { type Diagnostic, SourceError } from "./diagnostic.ts";
import { chainDocument, chainPaper } from "./document/papers/chain.ts";
import { flowPaper } from "./document/papers/paper.ts";
import { performanceSummary } from "./document/summary.ts";
import type { Worded } from "./document/worded.ts";
import type { Projecting } from "./figures/projections.ts";
import { coverage, missingCharacters } from "./html/characters.ts";
import { type Loaded, load } from "./load.ts";
import type { Facts } from "./model/facts.ts";
import type { SourceFiles } from "./reading.ts";
import { type ChosenPack, chooseTargets, type Target } from "./targets.ts";

/** The sources of some targets, checked to the last word: what a build prints, worded and with every figure found. */
export type CheckedSources = {
  readonly loaded: Loaded;
  readonly papers: readonly { readonly target: Target; readonly worded: Worded }[];
  /** The meetings whose packs are made of them. */
  readonly packs: readonly ChosenPack[];
  /** What stands out in the office's papers, without the errors, which stop everything. */
  readonly findings: readonly Finding[];
};

/** Reads and checks everything that can be checked without printing; every problem of all targets in one SourceError. */
export async function readChecked(
  folder: string,
  names: readonly string[],
  files: SourceFiles,
  releasing = false,
  project?: Projecting,
): Promise<CheckedSources> {
  const read = await load(folder, files);
  const loaded = project === undefined ? read : { ...read, facts: { ...read.facts, project } };
  const has = await coverage(readFonts, loaded.sources.values());
  const problems = [...loaded.sources.values()].flatMap((source) => missingCharacters(source, has));
  const findings = paperFindings(loaded.facts);
  problems.push(...findings.filter(({ severity }) => severity === "error").map(asProblem));
  const { documents, packs } = chooseTargets(loaded.facts, names);
  const papers = documents.flatMap((target) => {
    try {
      const worded = wordedOf(loaded.facts, target, releasing);
      return worded === null ? [] : [{ target, worded }];
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new SourceError(problems);
  return { loaded, papers, packs, findings };
}

/** A contradiction stops a build as a mistake in a source does. */
const asProblem = ({ place, message, other }: Finding): Diagnostic => ({
  place,
  message,
  ...(other === null ? {} : { hint: `See ${other.place.file}:${other.place.line}.` }),
});

/** A document, worded; null where nothing answers to the target. */
export function wordedOf(
  facts: Facts,
  { path, document }: Omit<Target, "date">,
  releasing: boolean,
): Worded | null {
  const paper = facts.papers.get(`${path}/${document}`);
  if (paper !== undefined) return flowPaper(facts, paper, releasing);
  if (document === chainDocument) return chainPaper(facts, path);
  const quarter = facts.quarters.get(path);
  return quarter === undefined || quarter.summary === null
    ? null
    : performanceSummary(facts, quarter, quarter.summary, releasing);
}

/** What a careful reader would point out in a paper: for `check`; a build has no use for it. */
export function findingsOf({ register }: Worded): Finding[] {
  const measures = [...new Set(register.printed().map((f) => f.reference.measure))];
  return proposedRebaseFindings(register, measures);
}
