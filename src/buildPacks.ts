import { createHash } from "node:crypto";
import { join } from "node:path";
import type { PDFDocument } from "@cantoo/pdf-lib";
import type { Assets } from "./assets.ts";
import { blockStore } from "./blockCache.ts";
import {
  type BuiltPack,
  buildPack,
  type PackEffects,
  type PackPaper,
  type PackRequest,
  printRestricted,
} from "./buildPack.ts";
import { exemptCache, membersCache, publicCache } from "./cacheFiles.ts";
import { type CheckedSources, wordedOf } from "./check.ts";
import { type Diagnostic, SourceError } from "./diagnostic.ts";
import type { Edition } from "./document/pack/views.ts";
import { isFlowView } from "./document/worded.ts";
import type { BuildEffects, BuildOptions } from "./effects.ts";
import { finishDocument } from "./finishDocument.ts";
import type { Loaded } from "./load.ts";
import { loadExempt } from "./loadExempt.ts";
import { type AgendaRef, agendaLines } from "./model/agenda.ts";
import type { MeetingFacts } from "./model/facts.ts";
import type { Supplement } from "./model/meeting.ts";
import { hasGoneOut, packName } from "./model/packs.ts";
import { type PackDocument, type PackItem, packItems } from "./pack/contents.ts";
import { type StampFont, stampFont } from "./pdf/link/stampFont.ts";
import { forPack } from "./pdf/outside/forPack.ts";
import type { Finished, PrintEffects } from "./printDocument.ts";
import { publishedBefore } from "./published.ts";
import { packingVersion } from "./version.ts";

/** The packs of some meetings, and the sources that only their members' editions were made of. */
export type BuiltPacks = {
  readonly packs: readonly BuiltPack[];
  readonly exempt: ReadonlyMap<string, Loaded>;
};

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

type Outcome = { readonly paper: PackPaper } | { readonly problem: Diagnostic };

/** A document of a pack, finished: one of ours, a sheet in the place of exempt papers, or a PDF from outside. */
async function paperOf(
  document: PackDocument,
  request: Pick<PackRequest, "facts" | "meeting" | "draft">,
  finished: ReadonlyMap<string, Finished>,
  open: PackEffects,
  effects: BuildEffects,
): Promise<Outcome> {
  const { source } = document;
  if (source === "restricted-sheet") return { paper: await printRestricted(request, document, open) };
  if (source.kind === "outside" || source.kind === "exempt-outside")
    return outsidePaper(document, source, request.meeting, effects);
  const own =
    source.kind === "paper"
      ? finished.get(source.target)
      : await exemptPaper(source.document, request, open, effects);
  if (own === undefined) throw new Error(`${source.name} was not built`);
  return { paper: { ...own, foreign: false, inaccessible: null } };
}

async function exemptPaper(
  document: string,
  { facts, meeting, draft }: Pick<PackRequest, "facts" | "meeting" | "draft">,
  { assets, printing }: PackEffects,
  { drawingVersion }: BuildEffects,
): Promise<Finished | undefined> {
  const path = `${meeting.id}/exempt`;
  const worded = wordedOf(facts, { path, document }, !draft);
  if (worded === null) return undefined;
  const date = isFlowView(worded.view) ? worded.view.isoDate : meeting.meeting.date;
  const wanted = { name: `${path}/${document}`, view: worded.view, date };
  return (await finishDocument(wanted, assets, printing, drawingVersion)).finished;
}

async function outsidePaper(
  { line }: PackDocument,
  source: AgendaRef & { readonly file: string },
  meeting: MeetingFacts,
  { files, exemptFiles }: BuildEffects,
): Promise<Outcome> {
  const from = source.kind === "exempt-outside" ? exemptFiles : files;
  const bytes = await from.read(`data/meetings/${meeting.id}/${source.file}`);
  const options = {
    passwords: source.password === undefined ? [] : [source.password],
    acceptLosingSignature: source.acceptLosingSignature,
  };
  const made = await forPack(bytes, options);
  if (!made.ok)
    return {
      problem: {
        place: meeting.placeOf(source.path),
        message: `${source.file} cannot go into a pack: ${made.why}`,
        hint: made.wayOut,
      },
    };
  let fresh: PDFDocument | null = made.document;
  const open = async (): Promise<PDFDocument> => {
    const document = fresh;
    fresh = null;
    const again = document === null ? await forPack(bytes, options) : null;
    if (document !== null) return document;
    if (again?.ok) return again.document;
    throw new Error(`${source.file} could be opened once, and not again`);
  };
  return {
    paper: {
      title: source.title ?? made.title ?? line.item.title,
      pageCount: made.pageCount,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      foreign: true,
      inaccessible: made.inaccessible,
      open,
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
