import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SourceAudit } from "./auditSources.ts";
import { readBuildCache } from "./buildCache.ts";
import type { BuiltPack } from "./buildPack.ts";
import type { Built } from "./built.ts";
import { publicCache } from "./cacheFiles.ts";
import type { Theme } from "./charts/theme.ts";
import { remembered } from "./check.ts";
import { SourceError } from "./diagnostic.ts";
import { drawAll } from "./drawings.ts";
import type { BuildEffects } from "./effects.ts";
import type { Loaded } from "./load.ts";
import { noMemory } from "./memory.ts";
import { agendaLines } from "./model/agenda.ts";
import type { Facts, MeetingFacts } from "./model/facts.ts";
import { packName } from "./model/packs.ts";
import { type OutsideReader, type OutsideRef, outsideReader } from "./outsideForPack.ts";
import { readReleasedFigures } from "./releasedFigures.ts";
import type { SiteDocument, SiteInput, SiteOutsidePaper, SitePack } from "./site/site.ts";
import { addressOf } from "./targets.ts";

/** What the website takes of a build: of documents and packs only where they lie and what was found out about them. */
export type PublicBuild = {
  readonly loaded: Loaded;
  readonly audit: Pick<SourceAudit, "findings" | "errors">;
  readonly documents: readonly Pick<Built, "target" | "pdf" | "pages">[];
  readonly packs: readonly (Pick<BuiltPack, "meeting" | "supplement" | "pages" | "inaccessible"> & {
    /** Where it lies. */
    readonly pdf: string;
  })[];
};

/**
 * What a build made, as the website takes it: documents are worded again, and files read, when it is their turn. Drawings are those that the
 * build has just kept.
 */
export async function siteInput(
  { loaded: { facts }, audit: { findings, errors }, documents, packs }: PublicBuild,
  theme: Theme,
  effects: BuildEffects,
  today: string,
  shownSince: SiteInput["shownSince"],
): Promise<SiteInput> {
  const readOutside = await outsideReader(effects);
  const outside = await Promise.all(
    [...facts.meetings.values()].map((one) => outsidePapers(one, readOutside, effects)),
  );
  return {
    facts,
    documents: async function* () {
      for (const one of documents) yield await siteDocument(one, facts, theme, effects);
    },
    packs: packs.map(sitePack),
    outside: outside.flat(),
    // What is wrong in a paper from elsewhere is told to the office, which cannot mend it, and stops nothing.
    findings: findings.filter((one) => one.severity !== "error" || errors.includes(one)),
    today,
    cutOff: latestCutOff(facts),
    releasedFigures: await readReleasedFigures(facts, effects.files),
    shownSince,
  };
}

/** The last cut-off of any quarter or paper. */
function latestCutOff({ quarters, papers }: Facts): string {
  const days = [
    ...[...quarters.values()].map(({ quarter }) => quarter.cutOff),
    ...[...papers.values()].flatMap(({ head }) => head.data?.cutOff ?? []),
  ];
  return days.sort().at(-1) ?? "";
}

async function siteDocument(
  { target, pdf, pages }: PublicBuild["documents"][number],
  facts: Facts,
  theme: Theme,
  effects: BuildEffects,
): Promise<SiteDocument> {
  const { path, document, date } = target;
  const name = addressOf(target);
  const worded = remembered(facts, target, false, effects.memory ?? noMemory);
  if (worded === null) throw new Error(`${name} was built and is not there any more`);
  const { view, told, register } = worded;
  const { drawings } = await readBuildCache(publicCache(join(effects.cacheFolder, "build")), name);
  const drawn = await drawAll(view, theme, drawings, effects.drawingVersion);
  return {
    path,
    document,
    date,
    view,
    told,
    register,
    drawings: drawn.drawings,
    pdf: await readFile(pdf),
    pages,
  };
}

const sitePack = ({
  meeting,
  supplement,
  pdf,
  pages,
  inaccessible,
}: PublicBuild["packs"][number]): SitePack => ({
  meeting: meeting.id,
  name: packName(supplement),
  pdf: () => readFile(pdf),
  pages,
  inaccessible,
});

/** The PDFs that others sent for public items, as the pack has them: what is hidden in the file as it came does not go out. */
async function outsidePapers(
  meeting: MeetingFacts,
  readOutside: OutsideReader,
  effects: BuildEffects,
): Promise<SiteOutsidePaper[]> {
  const papers: SiteOutsidePaper[] = [];
  for (const { item, refs, exempt } of agendaLines(meeting))
    for (const ref of exempt === null ? refs : []) {
      if (ref.kind !== "outside" || papers.some(({ file }) => file === ref.file)) continue;
      const { title, pageCount: pages, inaccessible } = await usable(meeting, ref, readOutside);
      papers.push({
        meeting: meeting.id,
        file: ref.file,
        title: ref.title ?? title ?? item.title,
        pdf: async () => {
          // A reader of its own, since one holds what it has read.
          const { open } = await usable(meeting, ref, await outsideReader(effects));
          return (await open()).save({ useObjectStreams: true, addDefaultPage: false });
        },
        pages,
        inaccessible,
      });
    }
  return papers;
}

async function usable(meeting: MeetingFacts, ref: OutsideRef, readOutside: OutsideReader) {
  const made = await readOutside(meeting, ref);
  if (!made.ok) throw new SourceError([made.problem]);
  return made;
}
