import type { PDFPage } from "@cantoo/pdf-lib";
import { readTokens } from "../contentTokens.ts";
import { readPageContent } from "../pageContents.ts";

/** How many states of drawing content restores without having saved them, and how many it leaves saved. */
export type Balance = { readonly restored: number; readonly saved: number };

/** Papers of others are not always balanced, and a stamp drawn after them must still stand upright (ISO 32000-1:2008, 8.4.2). */
export function balanceOf(page: PDFPage): Balance {
  let restored = 0;
  let saved = 0;
  const content = contentOf(page);
  readTokens(content, (kind, start, end) => {
    if (kind !== "operator" || end - start !== 1) return;
    if (content[start] === "q") saved += 1;
    else if (content[start] === "Q" && saved > 0) saved -= 1;
    else if (content[start] === "Q") restored += 1;
  });
  return { restored, saved };
}

/** Content that no reader can decode draws nothing, so that it has nothing to balance. */
function contentOf(page: PDFPage): string {
  try {
    return readPageContent(page);
  } catch {
    return "";
  }
}
