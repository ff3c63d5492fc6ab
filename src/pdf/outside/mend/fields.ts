import { PDFBool, type PDFDocument, PDFName, PDFStream, StandardFonts } from "@cantoo/pdf-lib";
import { dictIn, dictOf, entry, itemsIn, textIn } from "../objects.ts";

/** Draws, in place, fields that are filled in and that the file itself does not show; readers do it while they show them. */
export async function fillFields(document: PDFDocument): Promise<void> {
  const form = dictIn(document.catalog, "AcroForm");
  if (form === null) return;
  const bare = document.getPages().some(({ node }) =>
    itemsIn(node, "Annots").some((object) => {
      const widget = dictOf(object);
      const kept = entry(dictIn(widget, "AP"), "N");
      const value = textIn(widget, "V") ?? textIn(dictIn(widget, "Parent"), "V");
      return value !== null && !(kept instanceof PDFStream) && entry(widget, "AS") === undefined;
    }),
  );
  if (!bare) return;
  form.delete(PDFName.of("XFA"));
  form.set(PDFName.of("NeedAppearances"), PDFBool.False);
  try {
    const font = document.embedStandardFont(StandardFonts.Helvetica);
    for (const field of document.getForm().getFields())
      if (field.needsAppearancesUpdate()) field.defaultUpdateAppearances(font);
    await document.flush();
  } catch {
    // A form whose fields contradict each other stays as far as it is drawn.
  }
}
