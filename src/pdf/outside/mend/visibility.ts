import { PDFArray, type PDFDict, PDFName, type PDFObject } from "@cantoo/pdf-lib";
import { dictIn, dictOf, entry, listIn, nameIn, refText } from "../objects.ts";

/** Whether what stands on a layer, or on a combination of layers, is shown when the paper is opened. */
export type IsShown = (layer: PDFObject | undefined) => boolean;

/** Expressions within expressions deeper than this are taken for shown. */
const deepest = 20;

/** Source: ISO 32000-1:2008, 8.11.2 (layers and their memberships) and 8.11.4.3 (which are on at the start). */
export function readVisibility(catalog: PDFDict): IsShown {
  const usual = dictIn(dictIn(catalog, "OCProperties"), "D");
  const refs = (key: string): ReadonlySet<string | null> => new Set(listIn(usual, key).map(refText));
  const [on, off] = [refs("ON"), refs("OFF")];
  const startsOff = nameIn(usual, "BaseState") === "OFF";
  const isOn = (group: PDFObject): boolean => (startsOff ? on.has(refText(group)) : !off.has(refText(group)));
  const isTrue = (expression: PDFObject | undefined, depth: number): boolean => {
    const list = catalog.context.lookup(expression);
    if (!(list instanceof PDFArray) || depth > deepest) return expression === undefined || isOn(expression);
    const [operator, ...rest] = list.asArray();
    const values = rest.map((each) => isTrue(each, depth + 1));
    if (operator === PDFName.of("Not")) return values[0] === false;
    return operator === PDFName.of("Or") ? values.some(Boolean) : values.every(Boolean);
  };
  return (layer) => {
    if (layer === undefined) return true;
    const dict = dictOf(catalog.context.lookup(layer));
    if (nameIn(dict, "Type") !== "OCMD") return isOn(layer);
    if (entry(dict, "VE") instanceof PDFArray) return isTrue(entry(dict, "VE"), 0);
    const groups = entry(dict, "OCGs");
    const single = dict?.get(PDFName.of("OCGs"));
    const list = groups instanceof PDFArray ? groups.asArray() : single === undefined ? [] : [single];
    const states = list.filter((each) => dictOf(catalog.context.lookup(each)) !== null).map(isOn);
    return states.length === 0 || policies[nameIn(dict, "P") ?? "AnyOn"]?.(states) !== false;
  };
}

/** When a membership of several layers is shown (ISO 32000-1:2008, table 99). */
const policies: Readonly<Record<string, (states: readonly boolean[]) => boolean>> = {
  AllOn: (states) => states.every(Boolean),
  AnyOn: (states) => states.some(Boolean),
  AnyOff: (states) => !states.every(Boolean),
  AllOff: (states) => !states.some(Boolean),
};
