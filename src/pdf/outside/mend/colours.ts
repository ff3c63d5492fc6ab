import { PDFArray, type PDFDocument, PDFName, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import { piecesOf } from "./contents.ts";
import { lastName, readOperations } from "./operations.ts";
import { reachedFromPages } from "./reach.ts";

const cmyk = PDFName.of("DeviceCMYK");

/** Whether colours are given in a printing press's inks without a profile, which a file of red, green and blue cannot explain (PDF/A-2, 6.2.4.3). */
export function usesPlainInks(document: PDFDocument): boolean {
  if (piecesOf(document).some(({ content }) => paintsInks(content))) return true;
  return reachedFromPages(document).some(({ dict }) =>
    dict.entries().some(([key, value]) => key !== PDFName.of("Alternate") && namesInks(document, value, 0)),
  );
}

function paintsInks(content: string): boolean {
  let found = false;
  readOperations(content, ({ operator, operands }) => {
    if (operator === "k" || operator === "K") found = true;
    else if (operator === "cs" || operator === "CS") found ||= lastName(operands) === "DeviceCMYK";
    else if (operator === "BI")
      found ||= /\/(CS|ColorSpace)\s*\/(CMYK|DeviceCMYK)\b/.test(operands.slice(0, 500));
  });
  return found;
}

/** A colour space is a name or an array; dictionaries and streams are met by themselves. */
function namesInks(document: PDFDocument, object: PDFObject, depth: number): boolean {
  const target = document.context.lookup(object);
  if (target === cmyk) return true;
  if (target instanceof PDFStream || !(target instanceof PDFArray) || depth > 4 || target.size() > 64)
    return false;
  return target.asArray().some((each) => namesInks(document, each, depth + 1));
}
