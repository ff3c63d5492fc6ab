import { join } from "node:path";
import type { Assets } from "./assets.ts";
import { blockStore } from "./blockCache.ts";
import type { BuildEffects, BuildOptions } from "./build.ts";
import { type BuiltPack, buildPack, type PackEffects, type PackPaper, packName, printRestricted } from "./buildPack.ts";
import { exemptCache, membersCache, publicCache } from "./cacheFiles.ts";
import { type CheckedSources, wordedOf } from "./check.ts";
import { type Diagnostic, SourceError } from "./diagnostic.ts";
import type { Edition } from "./document/pack/views.ts";
import { finishDocument } from "./finishDocument.ts";
import type { Loaded } from "./load.ts";
import { loadExempt } from "./loadExempt.ts";
import type { MeetingFacts } from "./model/facts.ts";
import type { Supplement } from "./model/meeting.ts";
import { type PackDocument, type PackItem, packItems } from "./pack/contents.ts";
import { stampFont } from "./pdf/link/stampFont.ts";
import { openOutside } from "./pdf/outside/forPack.ts";
import type { Finished, PrintEffects } from "./printDocument.ts";
import { publishedBefore } from "./release.ts";
import { printingVersion } from "./version.ts";

/** The packs of some meetings, and the sources that only their members' editions were made of. */
export type BuiltPacks = { readonly packs: readonly BuiltPack[]; readonly exempt: ReadonlyMap<string, Loaded> };

/**
 * Builds the packs of the meetings that were asked for, each edition from what it may see: the public edition is made with effects that
 * refuse exempt sources and all that was made of them.
 *
 * @param finished the documents of this build by their addresses
 * @throws SourceError with every paper that cannot go into a pack
 */
export async function buildPacks(
  { loaded, packs }: CheckedSources,
  finished: ReadonlyMap<string, Finished>,
  assets: Assets,
  printing: PrintEffects,
  effects: BuildEffects,
  options: BuildOptions,
): Promise<BuiltPacks> {
  if (packs.length === 0) return { packs: [], exempt: new Map() };
  const font = await stampFont(assets.stampFont);
  const built: BuiltPack[] = [];
  const exempt = new Map<string, Loaded>();
  const problems: Diagnostic[] = [];
  for (const meeting of packs)
    for (const supplement of options.supplement ? meeting.meeting.supplements : [null])
      for (const edition of options.editions) {
        const sources = await sourcesOf(loaded, meeting, edition, effects);
        if (edition === "members") exempt.set(meeting.id, sources);
        const request = {
          facts: sources.facts,
          meeting,
          edition,
          supplement,
          draft: !options.releasing && !isReleased(meeting, supplement),
          published: publishedBefore(meeting, supplement),
        };
        const items = packItems(meeting, { edition, supplement });
        const open = packEffects(request, font, assets, printing, effects);
        const papers = new Map<string, PackPaper>();
        for (const document of items.flatMap((item) => item.documents)) {
          const paper = await paperOf(document, request, finished, open, effects);
          if ("problem" in paper) problems.push(paper.problem);
          else papers.set(document.name, paper.paper);
        }
        if (problems.length > 0) continue;
        effects.progress(`${meeting.id}: linking the ${edition} edition`);
        const pack = await buildPack(request, items, papers, open);
        problems.push(...keptPageProblems(pack, items));
        built.push(pack);
      }
  if (problems.length > 0) throw new SourceError(problems);
  return { packs: built, exempt };
}
