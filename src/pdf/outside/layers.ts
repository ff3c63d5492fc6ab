import type { PDFDict } from "@cantoo/pdf-lib";
import { dictIn, dictOf, itemsIn, listIn, nameIn, refText, textIn } from "./objects.ts";
import type { LayerFacts } from "./paper.ts";

/** The layers that a reader can switch on and off, and which are shown when the paper is opened. */
export function readLayers(catalog: PDFDict): LayerFacts[] {
  const properties = dictIn(catalog, "OCProperties");
  const usual = dictIn(properties, "D");
  const refs = (key: string): ReadonlySet<string | null> => new Set(listIn(usual, key).map(refText));
  const [on, off] = [refs("ON"), refs("OFF")];
  const startsOff = nameIn(usual, "BaseState") === "OFF";
  const names = itemsIn(properties, "OCGs").map((group) => textIn(dictOf(group), "Name"));
  return listIn(properties, "OCGs").map((group, i) => ({
    name: names[i] ?? "a layer without a name",
    isShown: startsOff ? on.has(refText(group)) : !off.has(refText(group)),
  }));
}
