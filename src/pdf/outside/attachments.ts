import type { PDFDict } from "@cantoo/pdf-lib";
import { namesIn } from "./nameTree.ts";
import { dictIn, dictOf, itemsIn, nameIn, textIn } from "./objects.ts";
import type { PageLeaf } from "./pageTree.ts";

/** The names of the files that a paper carries: attached to the whole, or pinned to a page. */
export function readAttachments(catalog: PDFDict, leaves: readonly PageLeaf[]): string[] {
  const listed = namesIn(dictIn(dictIn(catalog, "Names"), "EmbeddedFiles")).map(([name, file]) =>
    fileName(dictOf(file), name),
  );
  const pinned = leaves.flatMap(({ dict }) =>
    itemsIn(dict, "Annots").flatMap((object) => {
      const annotation = dictOf(object);
      if (nameIn(annotation, "Subtype") !== "FileAttachment") return [];
      return [fileName(dictIn(annotation, "FS"), "")];
    }),
  );
  const associated = itemsIn(catalog, "AF").map((file) => fileName(dictOf(file), ""));
  return [...new Set([...listed, ...pinned, ...associated])];
}

const fileName = (file: PDFDict | null, otherwise: string): string =>
  textIn(file, "UF") ?? textIn(file, "F") ?? (otherwise || "a file without a name");
