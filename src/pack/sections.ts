import { createHash } from "node:crypto";
import { linkPack } from "../pdf/link/link.ts";
import type { StampFont } from "../pdf/link/stampFont.ts";
import type { Assembled, AssembledPart } from "./assemble.ts";

// A pack is read in sections: each paper as a pack of its own, made of the bytes that stand in the file, and what is left of the file
// without its papers. What was learnt of a paper then holds for every pack in which it stands unchanged.

/** A file that holds some of a pack: a paper, or what the pack adds to them. */
export type Section = {
  readonly name: string;
  /** Equal for sections with equal bytes, which are made only where they must be read. */
  readonly key: string;
  bytes(): Uint8Array;
};

/** All sections of a pack; each is made when it is asked for. */
export function sectionsOf(pack: Assembled, font: StampFont): Section[] {
  const own = withoutPapers(pack);
  return [
    { name: "what the pack adds", key: hashOf("", own), bytes: () => own },
    ...pack.parts.map((part) => ({
      name: part.expected.title,
      key: hashOf(placedAs(part), pack.bytes.subarray(part.at, part.at + part.placed.block.bytes.length)),
      bytes: () => paperAlone(pack.bytes, part, font),
    })),
  ];
}

/** All but its bytes that decides how a paper looks alone. */
const placedAs = ({ placed: { block, entry, first } }: AssembledPart): string => {
  const { bytes: _, entries: __, ...about } = block;
  return JSON.stringify([about, entry, first]);
};

const hashOf = (words: string, bytes: Uint8Array): string =>
  createHash("sha256").update(`${words}\0`).update(bytes).digest("base64url");

/** A pack of one paper alone, from the bytes of the file; stamps are left out, as they are the pack's own. */
export function paperAlone(bytes: Uint8Array, { placed, at }: AssembledPart, font: StampFont): Uint8Array {
  const { block } = placed;
  const standing = { ...block, bytes: bytes.subarray(at, at + block.bytes.length) };
  return linkPack([{ ...placed, block: standing, stamps: [] }], font, {
    metadata: { title: block.title, author: "", subject: "", date: "2000-01-01" },
    claims: false,
  }).bytes;
}

/** The file without its papers: what it has once, its stamps, and its cross-reference, whose places are those of the whole. */
export function withoutPapers({ bytes, parts }: Assembled): Uint8Array {
  const kept: Uint8Array[] = [];
  let end = 0;
  for (const { at, placed } of [...parts].sort((a, b) => a.at - b.at)) {
    kept.push(bytes.subarray(end, at));
    end = at + placed.block.bytes.length;
  }
  return Buffer.concat([...kept, bytes.subarray(end)]);
}
