import type { Stamp } from "../pdf/link/stamps.ts";
import type { PackDocument } from "./contents.ts";
import type { PlannedPart } from "./plan.ts";

/** What the stamps of a part depend on. */
export type Stamped = {
  readonly part: PlannedPart;
  /** The document that it is; null for the agenda and for blank pages. */
  readonly document: PackDocument | null;
  /** Marks of every page: the edition, DRAFT, the paragraph of an exempt paper. */
  readonly marks: readonly string[];
  /** What a reader must know of a paper on its first page; null where there is nothing. */
  readonly notice: string | null;
  /** A paper of others may have something where stamps stand, so they get a white ground. */
  readonly foreign: boolean;
};

/** The stamps of each page of a part: its number, the item on a first page, and what marks the edition. */
export function stampsOf({ part, document, marks, notice, foreign }: Stamped): Stamp[][] {
  const ground = foreign;
  return Array.from({ length: part.pages }, (_, i) => {
    const stamps: Stamp[] = [{ text: `Page ${part.first + i}`, at: "bottom-centre", size: 10, ground }];
    const mark = marks.join("  |  ");
    if (mark !== "") stamps.push({ text: mark, at: "top-left", size: 9, ground });
    if (i > 0 || document === null) return stamps;
    const { label } = document.line.item;
    if (label !== undefined) stamps.push({ text: `Agenda Item ${label}`, at: "top-right", size: 11, ground });
    if (notice !== null) stamps.push({ text: notice, at: "second-left", size: 9, ground });
    return stamps;
  });
}
