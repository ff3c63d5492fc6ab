import { createHash } from "node:crypto";
import type { PDFDocument } from "@cantoo/pdf-lib";
import { type Block, compileBlock, needOf } from "../pdf/link/block.ts";
import { linkPack, type PackDescription, type Placed } from "../pdf/link/link.ts";
import { nameIn, startName } from "../pdf/link/names.ts";
import { firstSlot } from "../pdf/link/numbers.ts";
import { type Prepared, preparePaper } from "../pdf/link/prepare.ts";
import { giveSlots, type Need, type Slot } from "../pdf/link/slots.ts";
import type { StampFont } from "../pdf/link/stampFont.ts";
import type { Stamp } from "../pdf/link/stamps.ts";
import type { Tally } from "../pdf/link/tally.ts";
import { linkedPart } from "../pdf/paperLinks.ts";
import type { ExpectedPart } from "./proof.ts";

/** A finished paper or sheet in its place in a pack. */
export type Part = {
  /** Begins its names in the pack. */
  readonly prefix: string;
  readonly title: string;
  /** Its title in the outline; null where the outline passes it over. */
  readonly entry: string | null;
  readonly first: number;
  readonly stamps: readonly (readonly Stamp[])[];
  /** The hash of its finished bytes: papers with equal hashes are equal. */
  readonly hash: string;
  /** Papers get their numbers before sheets, so that they keep them whatever sheets an edition has. */
  readonly rank: "paper" | "sheet";
  /** Opens the finished paper; the document is used up. */
  open(): Promise<PDFDocument>;
};

/** A paper compiled in an earlier build, and what of it must be known before it is compiled. */
export type StoredBlock = {
  readonly paper: string;
  readonly need: Need;
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  /** What the paper holds, so that a pack can be proved without opening it. */
  readonly tally: Tally;
  /** Says for which slot and places it was compiled. */
  readonly key: string;
  readonly block: Block;
};

/** Where compiled papers are kept between builds. */
export type BlockStore = {
  read(prefix: string): Promise<StoredBlock | null>;
  write(prefix: string, stored: StoredBlock): Promise<void>;
  /** What names the pack that was proved last, and its papers. */
  readProofs(): Promise<readonly string[]>;
  writeProofs(proofs: readonly string[]): Promise<void>;
};

/** A paper of a pack: what it held before, how it was placed, and the byte of the file at which its block stands. */
export type AssembledPart = {
  readonly expected: ExpectedPart;
  readonly placed: Placed;
  readonly at: number;
};

/** A pack as it was put together. */
export type Assembled = { readonly bytes: Uint8Array; readonly parts: readonly AssembledPart[] };

/** What compiles papers: a change of it makes every stored block worthless. */
export type Compiler = { readonly version: string; readonly font: StampFont; readonly store: BlockStore };

/**
 * Puts finished papers together: gives each its numbers, compiles those that are not stored as they are needed, and links them.
 *
 * @param placeOf the prefix of the part that an address leads to; null for one that leads out of the pack
 */
export async function assemble(
  parts: readonly Part[],
  placeOf: (address: string) => string | null,
  about: PackDescription,
  { version, font, store }: Compiler,
): Promise<Assembled> {
  const known = await Promise.all(parts.map((part) => knowPaper(part, version, store)));
  const slots = slotsOf(
    parts,
    known.map(({ need }) => need),
  );
  const names = new Set(known.flatMap((one) => one.names));
  const made: Omit<AssembledPart, "at">[] = [];
  for (const [i, one] of known.entries()) {
    const slot = slots[i];
    const part = parts[i];
    if (slot === undefined || part === undefined) throw new Error("every paper has a slot");
    const nameOf = (address: string): string | null => placeIn(names, address, placeOf);
    const block = await blockOf(part, one, slot, nameOf, store);
    const { prefix, title, entry, first, stamps } = part;
    const places = Object.fromEntries(one.addresses.map((address) => [address, nameOf(address)]));
    made.push({
      expected: { prefix, title, entry, first, tally: one.tally, places },
      placed: { block, entry, first, stamps },
    });
  }
  const { bytes, at } = linkPack(
    made.map(({ placed }) => placed),
    font,
    about,
  );
  return { bytes, parts: made.map((part, i) => ({ ...part, at: at[i] ?? 0 })) };
}

/** The slot of each part: papers first, then sheets, each in reading order. */
function slotsOf(parts: readonly Part[], needs: readonly Need[]): (Slot | undefined)[] {
  const order = [...parts.keys()].sort((a, b) => rankOf(parts[a]) - rankOf(parts[b]) || a - b);
  const given = giveSlots(
    order.flatMap((i) => needs[i] ?? []),
    firstSlot,
  );
  return parts.map((_, i) => given[order.indexOf(i)]);
}

const rankOf = (part: Part | undefined): number => (part?.rank === "paper" ? 0 : 1);

/** What is known of a paper before it has its slot; `prepared` when it had to be opened. */
type Known = Omit<StoredBlock, "key" | "block"> & {
  readonly prepared: Prepared | null;
  readonly stored: StoredBlock | null;
};

async function knowPaper(part: Part, version: string, store: BlockStore): Promise<Known> {
  const paper = hashOf(version, part.hash, part.prefix, part.title);
  const stored = await store.read(part.prefix);
  if (stored?.paper === paper) return { ...stored, prepared: null, stored };
  const prepared = await prepare(part);
  return {
    paper,
    need: needOf(prepared),
    names: prepared.names,
    addresses: prepared.links.map(({ address }) => address),
    tally: prepared.tally,
    prepared,
    stored: null,
  };
}

const prepare = async ({ open, prefix, title }: Part): Promise<Prepared> =>
  preparePaper(await open(), { prefix, title, lang: "en-GB" });

async function blockOf(
  part: Part,
  { paper, need, names, addresses, tally, prepared, stored }: Known,
  slot: Slot,
  placeOf: (address: string) => string | null,
  store: BlockStore,
): Promise<Block> {
  const key = hashOf(JSON.stringify(slot), JSON.stringify(addresses.map(placeOf)));
  if (stored?.key === key) return stored.block;
  const block = compileBlock(prepared ?? (await prepare(part)), slot, placeOf);
  await store.write(part.prefix, { paper, need, names, addresses, tally, key, block });
  return block;
}

/** The name of a place in the pack; a part of a paper that has no name there is looked for at the paper's start. */
function placeIn(
  names: ReadonlySet<string>,
  address: string,
  placeOf: (address: string) => string | null,
): string | null {
  const prefix = placeOf(address);
  if (prefix === null) return null;
  const own = nameIn(prefix, linkedPart(address) ?? startName);
  return names.has(own) ? own : nameIn(prefix, startName);
}

const hashOf = (...parts: readonly string[]): string =>
  createHash("sha256").update(parts.join("\0")).digest("hex");
