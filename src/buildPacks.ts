import { join } from "node:path";
import type { Assets } from "./assets.ts";
import { blockStore } from "./blockCache.ts";
import {
  type BuiltPack,
  buildPack,
  type PackEffects,
  type PackPaper,
  type PackRequest,
} from "./buildPack.ts";
import { exemptCache, membersCache, publicCache } from "./cacheFiles.ts";
import type { CheckedSources } from "./check.ts";
import { type Diagnostic, SourceError } from "./diagnostic.ts";
import type { Edition } from "./document/pack/views.ts";
import type { BuildEffects, BuildOptions } from "./effects.ts";
import type { Loaded } from "./load.ts";
import { loadExempt } from "./loadExempt.ts";
import { agendaLines } from "./model/agenda.ts";
import type { MeetingFacts } from "./model/facts.ts";
import type { Supplement } from "./model/meeting.ts";
import { hasGoneOut, packName } from "./model/packs.ts";
import { outsideReader } from "./outsideForPack.ts";
import { type PackItem, packItems } from "./pack/contents.ts";
import { paperOf } from "./packPapers.ts";
import type { StampFont } from "./pdf/link/stampFont.ts";
import type { Finished, PrintEffects } from "./printDocument.ts";
import { publishedBefore } from "./published.ts";
import { packingVersion } from "./version.ts";

/** The packs of some meetings, and the sources that only their members' editions were made of. */
export type BuiltPacks = {
  readonly packs: readonly BuiltPack[];
  readonly exempt: ReadonlyMap<string, Loaded>;
};

export const noPacks: BuiltPacks = { packs: [], exempt: new Map() };

/**
 * Builds the packs of the meetings that were asked for, each edition from what it may see: the public edition is made with effects that
 * refuse exempt sources and all that was made of them.
 *
 * @param finished the documents of this build by their addresses
 * @param font what page numbers are written with
 * @throws SourceError with every paper that cannot go into a pack
 */
export async function buildPacks(
  { loaded, packs }: CheckedSources,
  finished: ReadonlyMap<string, Finished>,
  font: StampFont,
  assets: Assets,
  printing: PrintEffects,
  effects: BuildEffects,
  options: BuildOptions,
): Promise<BuiltPacks> {
  const built: BuiltPack[] = [];
  const { drawingVersion } = effects;
  const from = { finished, readOutside: await outsideReader(effects), drawingVersion };
  const exempt = new Map<string, Loaded>();
  const problems: Diagnostic[] = [];
  /** A paper that both editions hold has one problem. */
  const tell = (problem: Diagnostic): void => {
    const known = problems.some(
      ({ message, place }) =>
        message === problem.message && place.file === problem.place.file && place.line === problem.place.line,
    );
    if (!known) problems.push(problem);
  };
  for (const { meeting, only } of packs)
    for (const supplement of supplementsOf(meeting, only, options))
      for (const edition of options.editions) {
        const sources = await sourcesOf(loaded, meeting, edition, effects);
        if (edition === "members") exempt.set(meeting.id, sources);
        const request = {
          facts: sources.facts,
          meeting,
          edition,
          supplement,
          draft: !options.releasing && !hasGoneOut(meeting, packName(supplement)),
          published: publishedBefore(meeting, supplement),
        };
        const items = packItems(meeting, { edition, supplement });
        const open = packEffects(request, font, assets, printing, effects);
        const papers = new Map<string, PackPaper>();
        for (const document of items.flatMap((item) => item.documents)) {
          const paper = await paperOf(document, request, from, open);
          if ("problem" in paper) tell(paper.problem);
          else papers.set(document.name, paper.paper);
        }
        if (problems.length > 0) continue;
        effects.progress(`${meeting.id}: linking the ${edition} edition`);
        const pack = await buildPack(request, items, papers, open);
        keptPageProblems(pack, items).forEach(tell);
        built.push(pack);
      }
  if (problems.length > 0) throw new SourceError(problems);
  return { packs: built, exempt };
}

/** Which packs of a meeting are wanted; null is the agenda's own. */
function supplementsOf(
  { meeting }: MeetingFacts,
  only: string | null,
  { supplement }: BuildOptions,
): readonly (Supplement | null)[] {
  const all = [null, ...meeting.supplements];
  if (only !== null) return all.filter((one) => packName(one) === only);
  return supplement ? meeting.supplements : [null];
}

/** What an edition is made of: the members' of the exempt papers too. */
async function sourcesOf(
  loaded: Loaded,
  meeting: MeetingFacts,
  edition: Edition,
  { exemptFiles }: BuildEffects,
): Promise<Loaded> {
  const exempt = agendaLines(meeting).some((line) => line.exempt !== null && line.refs.length > 0);
  return edition === "members" && exempt ? loadExempt("data", loaded, meeting, exemptFiles) : loaded;
}

/** The cache and the store of blocks that an edition may open; the members' edition takes what the public one has compiled. */
function packEffects(
  { meeting, edition, supplement }: Pick<PackRequest, "meeting" | "edition" | "supplement">,
  font: StampFont,
  assets: Assets,
  printing: PrintEffects,
  { cacheFolder }: BuildEffects,
): PackEffects {
  const name = `${meeting.id}/${packName(supplement)}`;
  const open = blockStore(publicCache(join(cacheFolder, "packs")), name);
  const members = membersCache(join(cacheFolder, exemptCache));
  return {
    assets,
    printing:
      edition === "public"
        ? printing
        : { ...printing, cache: membersCache(join(cacheFolder, exemptCache, "build")) },
    compiler: {
      version: packingVersion(),
      font,
      store: edition === "public" ? open : blockStore(members, `packs/${name}`, open),
    },
  };
}

/** Where a meeting keeps the members' page numbers in the public pack, it says how many; the members' pack shows whether it is right. */
function keptPageProblems({ meeting, edition, plan }: BuiltPack, items: readonly PackItem[]): Diagnostic[] {
  if (meeting.meeting.restrictedSheets === "one") return [];
  return items.flatMap(({ line, documents }) => {
    const begin = plan.parts.find(({ name }) => name === documents[0]?.name);
    const end = plan.parts.find(({ name }) => name === documents.at(-1)?.name);
    const kept = line.exempt?.pages;
    if (kept === undefined || begin === undefined || end === undefined) return [];
    const pages = end.first + end.pages - begin.first;
    const place = meeting.placeOf([...line.path, "exempt", "pages"]);
    if (edition === "public")
      return pages <= kept
        ? []
        : [
            {
              place,
              message: `the sheet that stands in for this item has ${pages} pages, and keeps ${kept}`,
            },
          ];
    if (pages === kept) return [];
    const hint = `Write \`pages: ${pages}\`, so that both editions have the same numbers.`;
    return [{ place, message: `the members’ papers of this item take ${pages} pages, not ${kept}`, hint }];
  });
}
