import type { PackEffects, PackPaper, PackRequest } from "./buildPack.ts";
import { printRestricted } from "./buildPack.ts";
import { wordedOf } from "./check.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { isFlowView } from "./document/worded.ts";
import { finishDocument } from "./finishDocument.ts";
import type { OutsideReader, OutsideRef } from "./outsideForPack.ts";
import type { PackDocument } from "./pack/contents.ts";
import type { Finished } from "./printDocument.ts";

type Outcome = { readonly paper: PackPaper } | { readonly problem: Diagnostic };
type Request = Pick<PackRequest, "facts" | "meeting" | "draft">;

/** Where the papers of a pack come from. */
export type PaperSources = {
  /** The documents of this build by their addresses. */
  readonly finished: ReadonlyMap<string, Finished>;
  readonly readOutside: OutsideReader;
  readonly drawingVersion: string;
};

/** A document of a pack, finished: one of ours, a sheet in the place of exempt papers, or a PDF from outside. */
export async function paperOf(
  document: PackDocument,
  request: Request,
  sources: PaperSources,
  effects: PackEffects,
): Promise<Outcome> {
  const { source } = document;
  if (source === "restricted-sheet") return { paper: await printRestricted(request, document, effects) };
  if (source.kind === "outside" || source.kind === "exempt-outside")
    return outsidePaper(document, source, request, sources.readOutside);
  const own =
    source.kind === "paper"
      ? sources.finished.get(source.target)
      : await exemptPaper(source.document, request, effects, sources.drawingVersion);
  if (own === undefined) throw new Error(`${source.name} was not built`);
  return { paper: { ...own, foreign: false, inaccessible: null } };
}

async function exemptPaper(
  document: string,
  { facts, meeting, draft }: Request,
  { assets, printing }: PackEffects,
  drawingVersion: string,
): Promise<Finished | undefined> {
  const path = `${meeting.id}/exempt`;
  const worded = wordedOf(facts, { path, document }, !draft);
  if (worded === null) return undefined;
  const date = isFlowView(worded.view) ? worded.view.isoDate : meeting.meeting.date;
  const wanted = { name: `${path}/${document}`, worded, date };
  return (await finishDocument(wanted, assets, printing, drawingVersion)).finished;
}

async function outsidePaper(
  { line }: PackDocument,
  ref: OutsideRef,
  { meeting }: Request,
  readOutside: OutsideReader,
): Promise<Outcome> {
  const read = await readOutside(meeting, ref);
  if (!read.ok) return { problem: read.problem };
  const { pageCount, sha256, inaccessible, open } = read;
  const title = ref.title ?? read.title ?? line.item.title;
  return { paper: { title, pageCount, sha256, foreign: true, inaccessible, open } };
}
