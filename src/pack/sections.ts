import { createHash } from "node:crypto";
import type { PDFDocument } from "@cantoo/pdf-lib";
import { linkPack } from "../pdf/link/link.ts";
import type { StampFont } from "../pdf/link/stampFont.ts";
import { openFinished } from "../pdf/print.ts";
import type { Assembled, AssembledPart } from "./assemble.ts";

// A pack is read in sections: each paper as a pack of its own, made of the bytes that stand in the file, and what is left of the file
// without its papers. What was learnt of a paper then holds for every pack in which it stands unchanged.

/** A file that holds some of a pack: a paper, or what the pack adds to them. */
export type Section = {
  readonly name: string;
  /** Equal for sections with equal bytes, which are made only where they must be read. */
  readonly key: string;
  bytes(): Uint8Array;
  /** Takes it apart, once for all who only look at it. */
  open(): Promise<PDFDocument>;
};

/** The sections of a pack; each is made when it is asked for. */
export type Sections = { readonly own: Section; readonly papers: readonly Section[] };

export function sectionsOf(pack: Assembled, font: StampFont): Sections {
  const own = withoutPapers(pack);
  return {
    own: section("what the pack adds", hashOf("", own), () => own),
    papers: pack.parts.map((part) => {
      const standing = pack.bytes.subarray(part.at, part.at + part.placed.block.bytes.length);
      return section(part.expected.title, hashOf(placedAs(part), standing), () =>
        paperAlone(standing, part, font),
      );
    }),
  };
}

function section(name: string, key: string, bytes: () => Uint8Array): Section {
  let document: Promise<PDFDocument> | null = null;
  return {
    name,
    key,
    bytes,
    open: () => {
      document ??= openFinished(bytes());
      return document;
    },
  };
}

/** All but its bytes that decides how a paper looks alone. */
const placedAs = ({ placed: { block, entry } }: AssembledPart): string => {
  const { bytes: _, entries: __, ...about } = block;
  return JSON.stringify([about, entry]);
};

const hashOf = (words: string, bytes: Uint8Array): string =>
  createHash("sha256").update(`${words}\0`).update(bytes).digest("base64url");

/** The number of the first page of a paper that stands alone, whatever it is in the pack. */
export const firstAlone = 1;

/** A pack of one paper alone, from its bytes in the file; stamps are left out, as they are the pack's own. */
function paperAlone(bytes: Uint8Array, { placed }: AssembledPart, font: StampFont): Uint8Array {
  const block = { ...placed.block, bytes };
  return linkPack([{ ...placed, block, first: firstAlone, stamps: [] }], font, {
    metadata: { title: block.title, author: "", subject: "", date: "2000-01-01" },
    claims: false,
  }).bytes;
}

/** The file without its papers: what it has once, its stamps, and its cross-reference, whose places are those of the whole. */
function withoutPapers({ bytes, parts }: Assembled): Uint8Array {
  const kept: Uint8Array[] = [];
  let end = 0;
  for (const { at, placed } of [...parts].sort((a, b) => a.at - b.at)) {
    kept.push(bytes.subarray(end, at));
    end = at + placed.block.bytes.length;
  }
  return Buffer.concat([...kept, bytes.subarray(end)]);
}
