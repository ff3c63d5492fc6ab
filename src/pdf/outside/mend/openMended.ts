import type { PDFDocument } from "@cantoo/pdf-lib";
import { openOutside } from "../open.ts";
import { readPageTree } from "../pageTree.ts";
import type { OutsidePaper } from "../paper.ts";
import { withFlatPages } from "./pages.ts";
import { rewrite } from "./rewrite.ts";

/** The paper without its protection and with a sound list of objects; null when it cannot be had so. */
export async function openMended(
  bytes: Uint8Array,
  paper: OutsidePaper,
  passwords: readonly string[],
): Promise<PDFDocument | null> {
  const sound = paper.encryption === null && paper.crossReference === "sound";
  for (const password of sound ? [] : ["", ...passwords]) {
    const written = await rewrite({ bytes, password });
    const mended = written === null ? null : await flat(written, paper, []);
    if (mended !== null) return mended;
  }
  // qpdf cannot repair all that pdf-lib can read.
  return flat(bytes, paper, passwords);
}

/** null when pages were lost on the way. */
async function flat(
  bytes: Uint8Array,
  paper: OutsidePaper,
  passwords: readonly string[],
): Promise<PDFDocument | null> {
  const opened = await openOutside(bytes, passwords);
  if (typeof opened === "string") return null;
  const count = readPageTree(opened.catalog).leaves.length;
  return count === paper.pages.length ? withFlatPages(opened) : null;
}
