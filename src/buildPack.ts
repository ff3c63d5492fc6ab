import type { Assets } from "./assets.ts";
import { readBuildCache } from "./buildCache.ts";
import type { OutputFile } from "./disk.ts";
import { frontSheetView } from "./document/pack/frontSheet.ts";
import { restrictedSheetView } from "./document/pack/restrictedSheet.ts";
import type { Edition, FrontSheetView } from "./document/pack/views.ts";
import { bodyName } from "./document/papers/people.ts";
import { blankSheetHtml, frontSheetHtml, restrictedSheetHtml } from "./html/frontSheet.ts";
import { fillRanges, type PageRange } from "./html/ranges.ts";
import type { Facts, MeetingFacts } from "./model/facts.ts";
import type { Supplement } from "./model/meeting.ts";
import { packName } from "./model/packs.ts";
import { assemble, type Compiler, type Part } from "./pack/assemble.ts";
import type { PackDocument, PackItem } from "./pack/contents.ts";
import { type PagePlan, type PlannedPart, planPages } from "./pack/plan.ts";
import { prove } from "./pack/prove.ts";
import { type Section, sectionsOf } from "./pack/sections.ts";
import { stampsOf } from "./pack/stamps.ts";
import type { PdfMetadata } from "./pdf/metadata.ts";
import { linkedPaper } from "./pdf/paperLinks.ts";
import { type Finished, type PrintEffects, printSheet } from "./printDocument.ts";
import type { Published } from "./published.ts";

/** A finished paper as a pack takes it; one from outside may lack what our own have. */
export type PackPaper = Pick<Finished, "pageCount" | "title" | "sha256" | "open"> & {
  /** Written elsewhere: something may stand where stamps go. Its hash is that of the file that was sent. */
  readonly foreign: boolean;
  /** Why it cannot be made accessible; null where it is. */
  readonly inaccessible: string | null;
};

/** One pack of a meeting that is to be built. */
export type PackRequest = {
  readonly facts: Facts;
  readonly meeting: MeetingFacts;
  readonly edition: Edition;
  readonly supplement: Supplement | null;
  readonly draft: boolean;
  /** What went out before it. */
  readonly published: Published;
};

/** A pack that was built. */
export type BuiltPack = Pick<PackRequest, "meeting" | "edition" | "supplement"> & {
  /** The pack; and in sections, for the search for what is exempt. */
  readonly file: OutputFile & { readonly sections: readonly Section[] };
  readonly pages: number;
  readonly plan: PagePlan;
  /** The PDFs from outside that it holds, as they were sent. */
  readonly outside: readonly { readonly file: string; readonly sha256: string }[];
  /** Why it claims neither PDF/UA-1 nor PDF/A-2a, one paper a line; nothing where it claims both. */
  readonly inaccessible: readonly string[];
};

/** What building a pack needs beside the papers. */
export type PackEffects = {
  readonly printing: PrintEffects;
  readonly compiler: Compiler;
  readonly assets: Assets;
};

/**
 * Builds one pack: plans its pages, prints its agenda with the ranges that come of it, and links everything.
 *
 * @param papers the finished papers by the names of their documents in the pack
 */
export async function buildPack(
  request: PackRequest,
  items: readonly PackItem[],
  papers: ReadonlyMap<string, PackPaper>,
  effects: PackEffects,
): Promise<BuiltPack> {
  const { meeting, edition, supplement } = request;
  const { agenda, plan, view } = await printAgenda(request, items, papers, effects);
  const blank = plan.parts.some(({ kind }) => kind === "blank") ? await printBlank(request, effects) : null;
  const documents = new Map(items.flatMap((item) => item.documents.map((one) => [one.name, one] as const)));
  const parts = plan.parts.map((part) => {
    const document = documents.get(part.name) ?? null;
    const paper = part.kind === "agenda" ? agenda : part.kind === "blank" ? blank : papers.get(part.name);
    if (paper === undefined || paper === null) throw new Error(`no paper was made for ${part.name}`);
    return partOf(request, part, document, paper);
  });
  const inaccessible = plan.parts.flatMap(({ name }) => {
    const why = papers.get(name)?.inaccessible ?? null;
    return why === null ? [] : [`${papers.get(name)?.title}: ${why}`];
  });
  const placeOf = (address: string): string | null => prefixOf(address, items);
  const assembled = await assemble(
    parts,
    placeOf,
    { metadata: metadataOf(request, view), claims: inaccessible.length === 0 },
    effects.compiler,
  );
  const sections = sectionsOf(assembled, effects.compiler.font);
  await prove(`${meeting.id}, ${edition} edition`, assembled, sections, effects.compiler);
  const { bytes } = assembled;
  return {
    meeting,
    edition,
    supplement,
    file: {
      path: `${meeting.id}/${packName(supplement)}.${edition}.pdf`,
      bytes,
      sections: [sections.own, ...sections.papers],
    },
    pages: plan.parts.reduce((sum, { pages }) => sum + pages, 0),
    plan,
    outside: outsideOf(items, papers, meeting),
    inaccessible,
  };
}

const outsideOf = (
  items: readonly PackItem[],
  papers: ReadonlyMap<string, PackPaper>,
  { id }: MeetingFacts,
): BuiltPack["outside"] =>
  items.flatMap(({ documents }) =>
    documents.flatMap(({ name, source }) => {
      const paper = papers.get(name);
      return source === "restricted-sheet" || !("file" in source) || paper === undefined
        ? []
        : [{ file: `data/meetings/${id}/${source.file}`, sha256: paper.sha256 }];
    }),
  );

/** The first number of a pack: after those that were published, on an odd page. */
const firstNumber = (last: number): number => (last % 2 === 0 ? last + 1 : last + 2);

/** How long the agenda is is known when it is printed, and it prints the ranges that depend on it: it is nearly always as long as before. */
const mostAgendas = 4;
const usualAgenda = 2;

async function printAgenda(
  request: PackRequest,
  items: readonly PackItem[],
  papers: ReadonlyMap<string, PackPaper>,
  { printing, assets }: PackEffects,
): Promise<{ readonly agenda: Finished; readonly plan: PagePlan; readonly view: FrontSheetView }> {
  const { facts, meeting, edition, supplement, draft, published } = request;
  const view = frontSheetView(facts, meeting, { edition, supplement: supplement?.number ?? null, draft });
  const template = frontSheetHtml(view, assets.style);
  const planned = items.map(({ line, documents }) => ({
    key: line.key,
    documents: documents.map((one) => ({
      name: one.name,
      pages: papers.get(one.name)?.pageCount ?? 0,
      numbers: numbersOf(meeting, one, papers.get(one.name)?.pageCount ?? 0),
    })),
  }));
  const first = firstNumber(published.last);
  const name = `${meeting.id}/${packName(supplement)}/agenda`;
  const before = await readBuildCache(printing.cache, name);
  let agendaPages = before.print?.pageCount ?? usualAgenda;
  for (let tries = 1; tries < mostAgendas; tries += 1) {
    const plan = planPages(agendaPages, planned, first);
    const ranges = new Map<string, PageRange | null>([
      ...items.map(({ line }): [string, null] => [line.key, null]),
      ...published.ranges,
      ...plan.ranges,
    ]);
    const metadata = {
      title: view.fullTitle,
      author: view.organisation,
      subject: view.footLeft,
      date: view.isoDate,
    };
    const agenda = await printSheet(
      { name, template: fillRanges(template, ranges), metadata, offset: first - 1 },
      printing,
    );
    if (agenda.pageCount === agendaPages) return { agenda, plan, view };
    agendaPages = agenda.pageCount;
  }
  throw new Error(`the pages of the agenda of ${meeting.id} do not settle`);
}

/** How many page numbers a document takes: a restricted sheet may keep those of the members' papers. */
const numbersOf = ({ meeting }: MeetingFacts, { source, line }: PackDocument, pages: number): number =>
  source === "restricted-sheet" && meeting.restrictedSheets === "range" ? (line.exempt?.pages ?? 1) : pages;

async function printBlank(
  { facts, meeting }: PackRequest,
  { printing, assets }: PackEffects,
): Promise<Finished> {
  const metadata: PdfMetadata = {
    title: "Blank page",
    author: bodyName(facts.organisation, meeting.meeting.body),
    subject: "Blank page",
    date: meeting.meeting.published ?? meeting.meeting.date,
  };
  return printSheet(
    { name: `${meeting.id}/blank`, template: blankSheetHtml(assets.style), metadata },
    printing,
  );
}

/** The sheet that stands for the papers of an exempt item in the public edition. */
export async function printRestricted(
  { facts, meeting, draft }: Pick<PackRequest, "facts" | "meeting" | "draft">,
  { line }: PackDocument,
  { printing, assets }: PackEffects,
): Promise<PackPaper> {
  const view = restrictedSheetView(facts, meeting, line, draft);
  const metadata = {
    title: view.fullTitle,
    author: view.organisation,
    subject: view.footLeft,
    date: view.isoDate,
  };
  const sheet = await printSheet(
    {
      name: `${meeting.id}/restricted/${line.key}`,
      template: restrictedSheetHtml(view, assets.style),
      metadata,
    },
    printing,
  );
  return { ...sheet, foreign: false, inaccessible: null };
}

function partOf(
  { edition, draft }: PackRequest,
  part: PlannedPart,
  document: PackDocument | null,
  paper: Finished | PackPaper,
): Part {
  const own = document !== null && "foreign" in paper ? paper : null;
  const exempt = document?.source !== "restricted-sheet" && document?.line.exempt;
  const marks = [
    ...(draft && own?.foreign ? ["DRAFT"] : []),
    ...(edition === "members" && part.kind !== "agenda" ? ["Members’ edition: not for publication"] : []),
    ...(exempt ? [exempt.confidential ? "CONFIDENTIAL" : `EXEMPT: ${paragraphs(exempt.paragraphs)}`] : []),
  ];
  const label = document?.line.item.label;
  const inaccessible = own?.inaccessible ?? null;
  const entry = [
    ...(label === undefined ? [] : [label]),
    paper.title,
    ...(inaccessible === null ? [] : ["(not accessible)"]),
  ];
  return {
    prefix: part.kind === "blank" ? `blank-${part.name}` : part.name,
    title: part.kind === "blank" ? "Blank page" : paper.title,
    entry: part.kind === "blank" ? null : part.kind === "agenda" ? "Agenda" : entry.join(" "),
    first: part.first,
    stamps: stampsOf({
      part,
      document,
      marks,
      notice:
        inaccessible === null
          ? null
          : "This paper is not accessible to screen readers: ask for it in another form.",
      foreign: own?.foreign ?? false,
    }),
    hash: paper.sha256,
    rank: part.kind === "document" && !exempt && document?.source !== "restricted-sheet" ? "paper" : "sheet",
    open: paper.open,
  };
}

const paragraphs = (numbers: readonly number[]): string =>
  `${numbers.length === 1 ? "paragraph" : "paragraphs"} ${numbers.join(", ")}`;

/**
 * Where an address leads in the pack: that of another paper, to that paper where the pack holds it; `pack:` and the key of an item, on the
 * agenda, to the item's first document.
 */
function prefixOf(address: string, items: readonly PackItem[]): string | null {
  const linked = linkedPaper(address);
  if (linked !== null) return nameOfPaper(linked.paper, items);
  const key = /^pack:([\w-]+)/.exec(address)?.[1];
  if (key === undefined) return null;
  const first = items.find(({ line }) => line.key === key)?.documents[0];
  if (first === undefined) throw new Error(`the agenda links to ${key}, which has no pages`);
  return first.name;
}

/** The name in the pack of one of our papers; null where the pack does not hold it. */
const nameOfPaper = (paper: string, items: readonly PackItem[]): string | null =>
  items
    .flatMap(({ documents }) => documents)
    .find(({ source }) => source !== "restricted-sheet" && source.kind === "paper" && source.target === paper)
    ?.name ?? null;

/** What the pack says of itself: "Agenda pack: Warwickshire Police and Crime Panel, 16 March 2020 (public edition)". */
function metadataOf({ edition, supplement }: PackRequest, view: FrontSheetView): PdfMetadata {
  const kind = supplement === null ? "Agenda pack" : view.kind;
  const of = edition === "public" ? "public edition" : "members’ edition, not for publication";
  return {
    title: `${kind}: ${view.footLeft} (${of})`,
    author: view.organisation,
    subject: `Papers of the meeting, ${of}`,
    date: view.isoDate,
  };
}
