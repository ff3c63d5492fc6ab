import { join } from "node:path";
import type { BuildResult } from "./build.ts";
import { readBuildCache } from "./buildCache.ts";
import type { BuiltPack } from "./buildPack.ts";
import type { Built } from "./built.ts";
import { publicCache } from "./cacheFiles.ts";
import type { Theme } from "./charts/theme.ts";
import { SourceError } from "./diagnostic.ts";
import { drawAll } from "./drawings.ts";
import type { BuildEffects } from "./effects.ts";
import { agendaLines } from "./model/agenda.ts";
import type { Facts, MeetingFacts } from "./model/facts.ts";
import { packName } from "./model/packs.ts";
import { type OutsideReader, outsideReader } from "./outsideForPack.ts";
import { readReleasedFigures } from "./releasedFigures.ts";
import type { SiteDocument, SiteInput, SiteOutsidePaper, SitePack } from "./site/site.ts";

/** What a build made, as the website takes it; drawings are those that the build has just kept. */
export async function siteInput(
  { checked, documents, packs }: Pick<BuildResult, "checked" | "documents" | "packs">,
  theme: Theme,
  effects: BuildEffects,
  today: string,
  shownSince: SiteInput["shownSince"],
): Promise<SiteInput> {
  const { facts } = checked.loaded;
  const { findings, errors } = checked.audit;
  const made: SiteDocument[] = [];
  for (const one of documents) made.push(await siteDocument(one, theme, effects));
  const readOutside = await outsideReader(effects);
  const outside = await Promise.all(
    [...facts.meetings.values()].map((one) => outsidePapers(one, readOutside)),
  );
  return {
    facts,
    documents: made,
    packs: packs.filter(({ edition }) => edition === "public").map(sitePack),
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
  { target, worded, files, pages }: Built,
  theme: Theme,
  effects: BuildEffects,
): Promise<SiteDocument> {
  const { path, document, date } = target;
  const name = `${path}/${document}`;
  const { drawings } = await readBuildCache(publicCache(join(effects.cacheFolder, "build")), name);
  const drawn = await drawAll(worded.view, theme, drawings, effects.drawingVersion);
  const pdf = files.find((file) => file.path === `${name}.pdf`)?.bytes;
  if (pdf === undefined) throw new Error(`${name} was built without a PDF`);
  return { path, document, date, ...worded, drawings: drawn.drawings, pdf, pages };
}

const sitePack = ({ meeting, supplement, file, pages, inaccessible }: BuiltPack): SitePack => ({
  meeting: meeting.id,
  name: packName(supplement),
  pdf: file.bytes,
  pages,
  inaccessible,
});

/** The PDFs that others sent for public items, as the pack has them: what is hidden in the file as it came does not go out. */
async function outsidePapers(meeting: MeetingFacts, readOutside: OutsideReader): Promise<SiteOutsidePaper[]> {
  const papers: SiteOutsidePaper[] = [];
  for (const { item, refs, exempt } of agendaLines(meeting))
    for (const ref of exempt === null ? refs : []) {
      if (ref.kind !== "outside" || papers.some(({ file }) => file === ref.file)) continue;
      const made = await readOutside(meeting, ref);
      if (!made.ok) throw new SourceError([made.problem]);
      const document = await made.open();
      papers.push({
        meeting: meeting.id,
        file: ref.file,
        title: ref.title ?? made.title ?? item.title,
        pdf: await document.save({ useObjectStreams: true, addDefaultPage: false }),
        pages: made.pageCount,
        inaccessible: made.inaccessible,
      });
    }
  return papers;
}
