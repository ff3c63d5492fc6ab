import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { compileBlock, needOf } from "../../../src/pdf/link/block.ts";
import { linkPack } from "../../../src/pdf/link/link.ts";
import { firstSlot } from "../../../src/pdf/link/numbers.ts";
import { preparePaper } from "../../../src/pdf/link/prepare.ts";
import { giveSlots } from "../../../src/pdf/link/slots.ts";
import { stampFont } from "../../../src/pdf/link/stampFont.ts";
import { type ForPack, forPack } from "../../../src/pdf/outside/forPack.ts";

const font = createRequire(import.meta.url).resolve(
  "@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff",
);

export type Ready = Extract<ForPack, { ok: true }>;

/** The paper made ready. @throws Error when it is refused */
export async function ready(bytes: Uint8Array, passwords: readonly string[] = []): Promise<Ready> {
  const paper = await forPack(bytes, { passwords, acceptLosingSignature: false });
  if (!paper.ok) throw new Error(paper.why);
  return paper;
}

/** A pack of outside papers, each page numbered. */
export async function packOf(papers: readonly Ready[]): Promise<Uint8Array> {
  const prepared = papers.map(({ document }, i) =>
    preparePaper(document, { prefix: `item-${i}`, title: `Paper ${i}`, lang: "en-GB" }),
  );
  const slots = giveSlots(prepared.map(needOf), firstSlot);
  let next = 1;
  const placed = prepared.map((paper, i) => {
    const slot = slots[i];
    if (slot === undefined) throw new Error("no slot");
    const block = compileBlock(paper, slot, () => null);
    const first = next;
    next += block.pages.length;
    const stamps = block.pages.map((_, k) => [
      { text: `Page ${first + k}`, at: "bottom-centre" as const, size: 10 },
    ]);
    return { block, entry: block.title, first, stamps };
  });
  const metadata = { title: "Pack", author: "Office", subject: "Meeting", date: "2020-03-06" };
  const claims = papers.every(({ inaccessible }) => inaccessible === null);
  const { bytes } = linkPack(placed, await stampFont(readFileSync(font)), { metadata, claims });
  return Uint8Array.from(bytes);
}
