import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { textString } from "./pdfStrings.ts";
import { type Piece, piece } from "./piece.ts";
import { unescaped } from "./readHtml.ts";

const known = new Map<string, PDFName>();

/** A name by its letters; looked up here, since every object of a file is asked for a dozen of them. */
function name(letters: string): PDFName {
  const found = known.get(letters) ?? PDFName.of(letters);
  known.set(letters, found);
  return found;
}

/** Every string of an object and of what stands directly in it; names are gathered in `names`, since they come again and again. */
export function objectPieces(object: PDFObject, where: string, names: Set<PDFName>): Piece[] {
  if (object instanceof PDFString || object instanceof PDFHexString)
    return [piece(where, unescaped(textString(object.asBytes())))];
  if (object instanceof PDFName) names.add(object);
  if (object instanceof PDFArray) return object.asArray().flatMap((each) => objectPieces(each, where, names));
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return [];
  const place = placeOf(dict, where);
  return dict.entries().flatMap(([key, value]) => {
    names.add(key);
    const destination = place === "named destinations" ? [piece(place, key.decodeText())] : [];
    return [...destination, ...objectPieces(value, place, names)];
  });
}

/** What names say. Single words with a capital are left out: the format itself has hundreds, such as `/Parent` and `/Contents`. */
export const namesPiece = (names: ReadonlySet<PDFName>): Piece =>
  piece(
    "name of an entry",
    [...names]
      .map((each) => each.decodeText())
      .filter((words) => !/^[A-Z]+[a-z]*\d{0,3}$/.test(words))
      .join("\n"),
  );

const isNamed = (dict: PDFDict, key: string, value: string): boolean => dict.get(name(key)) === name(value);

/** What a reader of the message knows a dictionary as. */
function placeOf(dict: PDFDict, where: string): string {
  const has = (key: string): boolean => dict.has(name(key));
  if (has("EF") || isNamed(dict, "Type", "Filespec") || isNamed(dict, "Type", "EmbeddedFile"))
    return "attachment";
  if (isNamed(dict, "Type", "StructElem") || (has("S") && has("P") && (has("K") || has("Alt"))))
    return "structure tree";
  if (isNamed(dict, "Type", "StructTreeRoot")) return "structure tree";
  if (has("Title") && has("Parent")) return "outline";
  if (isNamed(dict, "Type", "Annot") || (has("Rect") && has("Subtype"))) return "annotation";
  if (isNamed(dict, "S", "URI") || isNamed(dict, "S", "GoToR") || isNamed(dict, "S", "JavaScript"))
    return "annotation";
  if (has("Nums") && where === "page labels") return where;
  if (isNamed(dict, "Type", "Catalog")) return "catalogue";
  if (isNamed(dict, "Type", "PageLabel") || (has("St") && has("S"))) return "page labels";
  if ((has("Names") && (has("Limits") || dict.get(name("Names")) instanceof PDFArray)) || has("Dests"))
    return "named destinations";
  if (has("Producer") || has("CreationDate") || has("ModDate") || has("Author")) return "metadata";
  return where;
}
