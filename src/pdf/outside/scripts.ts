import { PDFArray, type PDFDict, type PDFObject } from "@cantoo/pdf-lib";
import { namesIn } from "./nameTree.ts";
import { dictIn, dictOf, entriesOf, entry, itemsIn, listIn, nameIn } from "./objects.ts";
import type { PageLeaf } from "./pageTree.ts";
import type { ScriptFacts } from "./paper.ts";

/** Actions that go to a place or an address; all others start something (ISO 32000-1:2008, 12.6.4). */
const harmless = new Set(["GoTo", "GoToR", "GoToE", "URI", "Thread", "Named"]);
/** Steps that are followed from one action to its next. */
const mostSteps = 1_000;

/** The scripts of a paper, and the actions that would start something, by what they are. */
export function readScripts(catalog: PDFDict, leaves: readonly PageLeaf[]): ScriptFacts[] {
  const whole = [
    ...namesIn(dictIn(dictIn(catalog, "Names"), "JavaScript")).map(([, action]) => action),
    entry(catalog, "OpenAction"),
    ...triggered(catalog),
    ...fields(catalog).flatMap((field) => [entry(field, "A"), ...triggered(field)]),
  ].flatMap((action) => kindsOf(action).map((kind) => ({ kind, page: null })));
  const paged = leaves.flatMap(({ dict }, i) => {
    const annotations = itemsIn(dict, "Annots").flatMap((each) => dictOf(each) ?? []);
    const actions = [
      ...triggered(dict),
      ...annotations.flatMap((each) => [entry(each, "A"), ...triggered(each)]),
    ];
    return actions.flatMap((action) => kindsOf(action).map((kind) => ({ kind, page: i + 1 })));
  });
  return [...whole, ...paged];
}

/** The actions that run by themselves: when something is opened, printed, left … */
const triggered = (dict: PDFDict): (PDFObject | undefined)[] =>
  entriesOf(dictIn(dict, "AA")).map(([, action]) => action);

/** The fields at the top of the form; those below are met again as annotations of pages. */
const fields = (catalog: PDFDict): PDFDict[] =>
  itemsIn(dictIn(catalog, "AcroForm"), "Fields").flatMap((each) => dictOf(each) ?? []);

/** What an action, and those that follow it, would start. */
function kindsOf(action: PDFObject | undefined): string[] {
  const kinds: string[] = [];
  const seen = new Set<PDFDict>();
  const stack = [action];
  while (stack.length > 0 && seen.size < mostSteps) {
    const dict = dictOf(stack.pop());
    if (dict === null || seen.has(dict)) continue;
    seen.add(dict);
    const kind = nameIn(dict, "S");
    if (kind !== null && !harmless.has(kind)) kinds.push(kind);
    const next = entry(dict, "Next");
    stack.push(
      ...(next instanceof PDFArray ? listIn(dict, "Next").map((each) => dict.context.lookup(each)) : [next]),
    );
  }
  return kinds;
}
