import { dictOf, has, itemsIn, nameIn, numberIn, textIn } from "./objects.ts";
import type { PageLeaf } from "./pageTree.ts";
import type { AnnotationFacts } from "./paper.ts";

/** Annotations that belong to something else here, or to nothing that is seen. */
const ownKinds = new Set([
  "Link",
  "Widget",
  "Popup",
  "FileAttachment",
  "PrinterMark",
  "TrapNet",
  "Watermark",
]);
const mediaKinds = new Set(["Movie", "Sound", "Screen", "3D", "RichMedia"]);

/** The links, comments and films on the pages. */
export function readAnnotations(leaves: readonly PageLeaf[]): AnnotationFacts {
  const all = leaves.flatMap(({ dict }, i) =>
    itemsIn(dict, "Annots").flatMap((object) => {
      const annotation = dictOf(object);
      const kind = annotation === null ? null : nameIn(annotation, "Subtype");
      return annotation === null || kind === null ? [] : [{ annotation, kind, page: i + 1 }];
    }),
  );
  // Hidden ones are neither seen nor heard (ISO 32000-1:2008, table 165).
  const shown = all.filter(({ annotation }) => ((numberIn(annotation, "F") ?? 0) & 2) === 0);
  const pagesOf = (some: typeof shown): number[] => some.map(({ page }) => page);
  const links = shown.filter(({ kind }) => kind === "Link");
  return {
    links: links.length,
    linksWithoutContents: pagesOf(links.filter(({ annotation }) => textIn(annotation, "Contents") === null)),
    linksOutsideStructure: pagesOf(links.filter(({ annotation }) => !has(annotation, "StructParent"))),
    notPrinted: pagesOf(
      shown.filter(
        ({ kind, annotation }) => kind !== "Popup" && ((numberIn(annotation, "F") ?? 0) & 4) === 0,
      ),
    ),
    comments: pagesOf(shown.filter(({ kind }) => !ownKinds.has(kind) && !mediaKinds.has(kind))),
    media: pagesOf(shown.filter(({ kind }) => mediaKinds.has(kind))),
  };
}
