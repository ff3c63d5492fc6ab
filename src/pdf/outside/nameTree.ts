import { PDFArray, type PDFDict, type PDFObject } from "@cantoo/pdf-lib";
import { dictOf, itemsIn, listIn, textOf } from "./objects.ts";

/** More names than any paper needs; what comes after is not read. */
const mostNames = 100_000;

/** The names of a name tree with what they stand for; a tree that bites its tail ends. */
export function namesIn(root: PDFDict | null): readonly (readonly [string, PDFObject | undefined])[] {
  const found: (readonly [string, PDFObject | undefined])[] = [];
  const seen = new Set<PDFDict>();
  const stack = root === null ? [] : [root];
  for (let node = stack.pop(); node !== undefined && found.length < mostNames; node = stack.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const names = listIn(node, "Names");
    for (let i = 0; i + 1 < names.length; i += 2)
      found.push([textOf(node.context.lookup(names[i])) ?? "", node.context.lookup(names[i + 1])]);
    for (const kid of itemsIn(node, "Kids").toReversed()) {
      const dict = kid instanceof PDFArray ? null : dictOf(kid);
      if (dict !== null) stack.push(dict);
    }
  }
  return found;
}
