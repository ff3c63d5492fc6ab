import { createHash } from "node:crypto";
import { PDFDocument, type PDFPage, StandardFonts } from "@cantoo/pdf-lib";
import { readAssets } from "../../../src/assets.ts";
import {
  type Assembled,
  assemble,
  type BlockStore,
  type Part,
  type StoredBlock,
} from "../../../src/pack/assemble.ts";
import type { ExpectedPart } from "../../../src/pack/proof.ts";
import { type StampFont, stampFont } from "../../../src/pdf/link/stampFont.ts";

/** A paper of a test's pack: finished bytes, and a name that begins its names there. */
export type Paper = {
  readonly prefix: string;
  readonly bytes: Uint8Array;
  readonly sheet?: boolean;
  /** What gives the paper taken apart, where that is not its bytes. */
  readonly open?: () => Promise<PDFDocument>;
};

/** The font of the stamps, read once for all tests of a file. */
export const testFont = async (): Promise<StampFont> => stampFont((await readAssets()).stampFont);

/** A store in memory that tells what was read from it and what was written. */
export function memoryStore(before: ReadonlyMap<string, StoredBlock> = new Map()) {
  const blocks = new Map(before);
  const written: string[] = [];
  let proofs: readonly string[] = [];
  const store: BlockStore = {
    read: async (prefix) => blocks.get(prefix) ?? null,
    write: async (prefix, block) => {
      written.push(prefix);
      blocks.set(prefix, block);
    },
    readProofs: async () => proofs,
    writeProofs: async (all) => {
      proofs = all;
    },
  };
  return { store, blocks, written };
}

export const about = {
  metadata: { title: "Agenda pack", author: "An office", subject: "Papers", date: "2020-03-06" },
  claims: true,
};

/** `pack:NAME` and what follows a `#` lead to the paper of that name. */
export const placeOf = (address: string): string | null => /^pack:([\w-]+)/.exec(address)?.[1] ?? null;

/**
 * Puts papers together, each on an odd page number; the pages between are only counted.
 *
 * @param item what stands at the top right of every page
 * @param ground whether stamps have a white ground
 */
export async function pack(
  papers: readonly Paper[],
  font: StampFont,
  store: BlockStore = memoryStore().store,
  item?: string,
  ground = false,
): Promise<Assembled & { readonly expected: readonly ExpectedPart[] }> {
  const parts: Part[] = [];
  let first = 1;
  for (const { prefix, bytes, sheet = false, open } of papers) {
    const pages = (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
    const number = first;
    parts.push({
      prefix,
      title: `Paper ${prefix}`,
      entry: sheet ? null : `Item ${prefix}`,
      first,
      stamps: Array.from({ length: pages }, (_, i) => [
        { text: `Page ${number + i}`, at: "bottom-centre", size: 10, ground },
        { text: item ?? `Agenda Item ${prefix}`, at: "top-right", size: 11, ground },
      ]),
      hash: createHash("sha256").update(bytes).digest("hex"),
      rank: sheet ? "sheet" : "paper",
      open: open ?? (() => PDFDocument.load(bytes, { updateMetadata: false })),
    });
    first += pages + (pages % 2);
  }
  const made = await assemble(parts, placeOf, about, { version: "test", font, store });
  // pdf.js takes no Buffer.
  return {
    bytes: new Uint8Array(made.bytes),
    parts: made.parts,
    expected: made.parts.map(({ expected }) => expected),
  };
}

/** A paper of three pages from elsewhere, as a test changes it. */
export async function crafted(
  change: (document: PDFDocument, pages: readonly PDFPage[]) => void,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const text = await document.embedFont(StandardFonts.Helvetica);
  for (let i = 0; i < 3; i++)
    document.addPage([595, 842]).drawText(`Leaf ${i}`, { font: text, x: 90, y: 700 });
  await document.flush();
  change(document, document.getPages());
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}
