import { readFonts } from "./assets.ts";
import type { Finding } from "./audit/finding.ts";
import { proposedRebaseFindings } from "./audit/proposedRebase.ts";
import { SourceError } from "./diagnostic.ts";
import { performanceSummary, type Summary } from "./document/summary.ts";
import { coverage, missingCharacters } from "./html/characters.ts";
import { type Loaded, load } from "./load.ts";
import type { SourceFiles } from "./reading.ts";
import { chooseTargets, type Target } from "./targets.ts";

/** The sources of some targets, checked to the last word: what a build prints, worded and with every figure found. */
export type CheckedSources = {
  readonly loaded: Loaded;
  readonly papers: readonly { readonly target: Target; readonly summary: Summary }[];
};

/** Reads and checks everything that can be checked without printing; every problem of all targets in one SourceError. */
export async function readChecked(
  folder: string,
  names: readonly string[],
  files: SourceFiles,
  releasing = false,
): Promise<CheckedSources> {
  const loaded = await load(folder, files);
  const has = await coverage(readFonts, loaded.sources.values());
  const problems = [...loaded.sources.values()].flatMap((source) => missingCharacters(source, has));
  const papers = chooseTargets(loaded.facts, names).flatMap((target) => {
    const quarter = loaded.facts.quarters.get(target.path);
    if (quarter === undefined || quarter.summary === null) return [];
    try {
      return [{ target, summary: performanceSummary(loaded.facts, quarter, quarter.summary, releasing) }];
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new SourceError(problems);
  return { loaded, papers };
}

/** What a careful reader would point out in a paper: for `check`; a build has no use for it. */
export function findingsOf({ register }: Summary): Finding[] {
  const measures = [...new Set(register.printed().map((f) => f.reference.measure))];
  return proposedRebaseFindings(register, measures);
}
