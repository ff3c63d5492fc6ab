import { type PDFDict, PDFName, type PDFObject } from "@cantoo/pdf-lib";
import { dictIn, dictOf, entry, has, itemsIn, listIn, nameIn, refText, textIn } from "./objects.ts";
import type { FormFacts } from "./paper.ts";

/** More fields than any form has; what comes after is not read. */
const mostFields = 100_000;

/**
 * What a reader could fill in, and what was signed.
 *
 * @param pageOf page numbers by reference
 */
export function readForm(catalog: PDFDict, pageOf: ReadonlyMap<string, number>): FormFacts {
  const form = dictIn(catalog, "AcroForm");
  const fields = fieldsOf(form);
  const filled = fields.filter(({ kind }) => kind !== "Sig");
  return {
    fields: filled.length,
    fieldsWithoutName: filled.flatMap(({ dict, hasName }) =>
      hasName ? [] : [pageOf.get(refText(dict.get(PDFName.of("P"))) ?? "") ?? null],
    ),
    isXfa: entry(form, "XFA") !== undefined,
    signatures: fields.filter(({ kind, dict }) => kind === "Sig" && dictIn(dict, "V") !== null).length,
  };
}

type Field = { readonly dict: PDFDict; readonly kind: string | null; readonly hasName: boolean };

/** The fields at the ends of the tree of fields; kind and spoken name (`TU`) may come from above. */
function fieldsOf(form: PDFDict | null): Field[] {
  if (form === null) return [];
  const fields: Field[] = [];
  const seen = new Set<PDFDict>();
  const stack: { object: PDFObject; kind: string | null; hasName: boolean }[] = [];
  for (const object of listIn(form, "Fields")) stack.push({ object, kind: null, hasName: false });
  for (let next = stack.pop(); next !== undefined && fields.length < mostFields; next = stack.pop()) {
    const dict = dictOf(form.context.lookup(next.object));
    if (dict === null || seen.has(dict)) continue;
    seen.add(dict);
    const kind = nameIn(dict, "FT") ?? next.kind;
    const hasName = textIn(dict, "TU") !== null || next.hasName;
    const kids = listIn(dict, "Kids");
    // Kids without a name of their own are the places of one field on the pages.
    const parts = itemsIn(dict, "Kids").some((kid) => has(dictOf(kid), "T"));
    if (parts) for (const object of kids) stack.push({ object, kind, hasName });
    else fields.push({ dict, kind, hasName });
  }
  return fields.reverse();
}
