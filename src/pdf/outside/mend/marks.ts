import type { PDFPage } from "@cantoo/pdf-lib";
import { dictIn, numberIn } from "../objects.ts";
import { pageContent } from "./contents.ts";
import { lastName, readOperations } from "./operations.ts";

/** The ids of a page's own marked content. */
export function marksOf(page: PDFPage): ReadonlySet<number> {
  const lists = dictIn(dictIn(page.node, "Resources"), "Properties");
  const ids = new Set<number>();
  readOperations(pageContent(page), ({ operator, operands }) => {
    if (operator !== "BDC") return;
    const own = /\/MCID\s+(\d+)/.exec(operands)?.[1];
    const id = own === undefined ? numberIn(dictIn(lists, lastName(operands)), "MCID") : Number(own);
    if (id !== null) ids.add(id);
  });
  return ids;
}
