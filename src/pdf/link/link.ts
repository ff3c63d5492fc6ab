import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { PDFHexString } from "@cantoo/pdf-lib";
import type { PdfMetadata } from "../metadata.ts";
import { srgbProfile } from "../srgbProfile.ts";
import { xmpOf } from "../xmp.ts";
import type { Block, Entry, Objects } from "./block.ts";
import { crossReference } from "./crossReference.ts";
import { byBytes, keyString, nameIn, startName } from "./names.ts";
import { ownNumbers, packNumbers as pack } from "./numbers.ts";
import type { StampFont } from "./stampFont.ts";
import { type Stamp, stampContent } from "./stamps.ts";

/** A paper in its place: its block, whether the outline names it, its first page number, and what is drawn on each page. */
export type Placed = {
  readonly block: Block;
  /** Its title in the outline; null for a sheet that the outline passes over, such as a blank page. */
  readonly entry: string | null;
  /** The number printed on its first page. */
  readonly first: number;
  /** For each of its pages. */
  readonly stamps: readonly (readonly Stamp[])[];
};

/** What the assembled file says of itself. */
export type PackDescription = {
  readonly metadata: PdfMetadata;
  /** Whether it may call itself PDF/UA-1 and PDF/A-2a: only when every paper in it may. */
  readonly claims: boolean;
};

/** A linked file, and the byte at which each paper's block stands in it. */
export type Linked = { readonly bytes: Uint8Array; readonly at: readonly number[] };

/**
 * Links compiled papers into one file, in reading order: one page tree, one structure, one outline, one set of names, with page labels
 * that are the printed numbers. Nothing of the papers is touched, so the cost is that of copying their bytes.
 *
 * @returns a file that is equal for equal input
 */
export function linkPack(papers: readonly Placed[], font: StampFont, about: PackDescription): Linked {
  const file = openFile();
  file.add(font);
  const at = papers.map(({ block }) => file.add(block));
  for (const { block, stamps } of papers)
    block.pages.forEach((shape, i) => {
      file.stream(block.stamps + i, "", Buffer.from(stampContent(shape, stamps[i] ?? [], font), "latin1"));
    });
  writePageTree(file, papers);
  writeStructure(file, papers);
  writeNames(file, papers);
  writeOutline(file, papers);
  writeDescription(file, about);
  file.object(
    pack.catalog,
    `<</Type/Catalog/Pages ${pack.pages} 0 R/StructTreeRoot ${pack.structure} 0 R/MarkInfo<</Marked true>>/Lang(en-GB)` +
      `/ViewerPreferences<</DisplayDocTitle true>>/PageMode/UseOutlines/Outlines ${pack.outlines} 0 R` +
      `/Names<</Dests ${pack.destinations} 0 R>>/PageLabels ${pack.pageLabels} 0 R/Metadata ${pack.metadata} 0 R` +
      `/OutputIntents[${pack.outputIntent} 0 R]>>`,
  );
  return { bytes: file.end(), at };
}

type File = ReturnType<typeof openFile>;

/** The file as it grows, and where each object stands in it. */
function openFile() {
  const parts: Uint8Array[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  const entries: Entry[] = [];
  let at = parts[0]?.length ?? 0;
  const put = (bytes: Uint8Array): void => {
    parts.push(bytes);
    at += bytes.length;
  };
  const object = (number: number, text: string): void => {
    entries.push([number, 1, at, 0]);
    put(Buffer.from(`${number} 0 obj\n${text}\nendobj\n`, "latin1"));
  };
  return {
    object,
    /** @returns the byte at which they stand */
    add({ bytes, entries: own }: Objects): number {
      const begin = at;
      for (const [number, kind, place, nth] of own)
        entries.push([number, kind, kind === 1 ? place + begin : place, nth]);
      put(bytes);
      return begin;
    },
    stream(number: number, keys: string, content: Uint8Array): void {
      entries.push([number, 1, at, 0]);
      put(Buffer.from(`${number} 0 obj\n<<${keys}/Length ${content.length}>>\nstream\n`, "latin1"));
      put(content);
      put(Buffer.from("\nendstream\nendobj\n"));
    },
    /** Ends the file with its cross-reference and an identity that is a hash of what stands before. */
    end(): Uint8Array {
      const hash = createHash("sha256");
      for (const part of parts) hash.update(part);
      const identity = hash.digest("hex").slice(0, 32).toUpperCase();
      put(crossReference(entries, at, identity));
      return Buffer.concat(parts);
    },
  };
}

/** The same of each paper, by its number there. */
const kids = (papers: readonly Placed[], own: keyof typeof ownNumbers): string =>
  papers.map(({ block }) => `${block.slot.base + ownNumbers[own]} 0 R`).join(" ");

function writePageTree(file: File, papers: readonly Placed[]): void {
  const count = papers.reduce((sum, { block }) => sum + block.pages.length, 0);
  file.object(pack.pages, `<</Type/Pages/Kids[${kids(papers, "pages")}]/Count ${count}>>`);
  const labels: string[] = [];
  let index = 0;
  let next = Number.NaN;
  for (const { block, first } of papers) {
    if (first !== next) labels.push(`${index}<</S/D/St ${first}>>`);
    index += block.pages.length;
    next = first + block.pages.length;
  }
  file.object(pack.pageLabels, `<</Nums[${labels.join(" ")}]>>`);
}

function writeStructure(file: File, papers: readonly Placed[]): void {
  const withParents = papers
    .filter(({ block }) => block.hasParents)
    .sort((a, b) => a.block.slot.key - b.block.slot.key);
  const next = Math.max(0, ...papers.map(({ block: { slot } }) => slot.key + slot.keys));
  const identified = papers.filter(({ block }) => block.hasIds);
  file.object(
    pack.structure,
    `<</Type/StructTreeRoot/K ${pack.document} 0 R/ParentTree ${pack.parentTree} 0 R/ParentTreeNextKey ${next}` +
      `${identified.length === 0 ? "" : `/IDTree ${pack.idTree} 0 R`}>>`,
  );
  file.object(
    pack.document,
    `<</Type/StructElem/S/Document/P ${pack.structure} 0 R/K[${kids(papers, "part")}]>>`,
  );
  file.object(pack.parentTree, `<</Kids[${kids(withParents, "parents")}]>>`);
  if (identified.length > 0) file.object(pack.idTree, `<</Kids[${kids(byName(identified), "ids")}]>>`);
}

/** The papers in the order of their names, as the trees want it. */
const byName = (papers: readonly Placed[]): Placed[] =>
  // A full stop ends a prefix, so that every name of one paper comes before every name of the next.
  [...papers].sort((a, b) => byBytes(`${a.block.prefix}.`, `${b.block.prefix}.`));

const writeNames = (file: File, papers: readonly Placed[]): void =>
  file.object(pack.destinations, `<</Kids[${kids(byName(papers), "destinations")}]>>`);

/** One entry a paper, and below it, closed, the paper's own outline. */
function writeOutline(file: File, papers: readonly Placed[]): void {
  const shown = papers.flatMap(({ block, entry }) => (entry === null ? [] : [{ block, entry }]));
  const numberOf = (i: number): number | null => {
    const one = shown[i];
    return one === undefined ? null : one.block.slot.base + ownNumbers.outline;
  };
  shown.forEach(({ block: { prefix, outline }, entry }, i) => {
    const [before, after] = [numberOf(i - 1), numberOf(i + 1)];
    const below =
      outline === null ? "" : `/First ${outline.first} 0 R/Last ${outline.last} 0 R/Count ${-outline.count}`;
    file.object(
      numberOf(i) ?? 0,
      `<</Parent ${pack.outlines} 0 R/Title ${PDFHexString.fromText(entry)}/Dest ${keyString(nameIn(prefix, startName))}` +
        `${before === null ? "" : `/Prev ${before} 0 R`}${after === null ? "" : `/Next ${after} 0 R`}${below}>>`,
    );
  });
  file.object(
    pack.outlines,
    `<</Type/Outlines/First ${numberOf(0)} 0 R/Last ${numberOf(shown.length - 1)} 0 R/Count ${shown.length}>>`,
  );
}

function writeDescription(file: File, { metadata, claims }: PackDescription): void {
  file.stream(pack.metadata, "/Type/Metadata/Subtype/XML", Buffer.from(xmpOf(metadata, claims), "utf8"));
  file.stream(pack.profile, "/N 3/Filter/FlateDecode", deflateSync(srgbProfile()));
  file.object(
    pack.outputIntent,
    `<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile ${pack.profile} 0 R>>`,
  );
  const text = (value: string): string => String(PDFHexString.fromText(value));
  const time = `(D:${new Date(metadata.date).toISOString().replace(/\D/g, "").slice(0, 14)}Z)`;
  file.object(
    pack.information,
    `<</Title ${text(metadata.title)}/Author ${text(metadata.author)}/Subject ${text(metadata.subject)}` +
      `/Producer(panelpack)/Creator(panelpack)/CreationDate ${time}/ModDate ${time}>>`,
  );
}
