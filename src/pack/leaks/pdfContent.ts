import { readTokens } from "../../pdf/contentTokens.ts";
import { maybeGap } from "./normalise.ts";
import type { Decoder } from "./pdfFonts.ts";
import { stringBytes, textString } from "./pdfStrings.ts";

/** The text that a content stream shows, and the texts of its marks (ActualText, alternative text, ids). */
export type ContentText = { readonly shown: string; readonly marks: string };

/** A gap of so many thousandths of the type's size is a space. */
const space = 180;

/** Every string of a content stream, seen or not: white, outside the page, covered, or in a mark. */
export function contentText(content: string, fontOf: (name: string) => Decoder): ContentText {
  let decode = fontOf("");
  let shown = "";
  let marks = "";
  let operands: string[] = [];
  let line = "";
  const move = (sameLine: boolean): void => {
    shown += sameLine ? (shown.endsWith(maybeGap) ? "" : maybeGap) : "\n";
  };
  const operate = (operator: string): void => {
    if (operator === "Tj" || operator === "TJ") shown += shownText(operands, decode);
    else if (operator === "'" || operator === '"') shown += `\n${shownText(operands, decode)}`;
    else if (operator === "Tf") decode = fontOf(operands.at(-2)?.slice(1) ?? "");
    else if (operator === "Td" || operator === "TD") move(Number(operands.at(-1)) === 0);
    else if (operator === "T*") move(false);
    else if (operator === "Tm") {
      const next = operands.slice(1, 4).concat(operands.slice(5)).join(" ");
      move(next === line);
      line = next;
    } else if (operator === "BDC" || operator === "DP")
      for (const operand of operands) if (isString(operand)) marks += `${textString(stringBytes(operand))}\n`;
  };
  readTokens(content, (kind, start, end) => {
    if (kind === "operand") operands.push(content.slice(start, end));
    if (kind !== "operator") return;
    operate(content.slice(start, end));
    operands = [];
  });
  return { shown, marks };
}

const isString = (operand: string): boolean =>
  operand[0] === "(" || (operand[0] === "<" && operand[1] !== "<");

function shownText(operands: readonly string[], decode: Decoder): string {
  let text = "";
  for (const operand of operands)
    if (isString(operand)) text += decode(stringBytes(operand));
    else if (Number(operand) < -space) text += " ";
  return text;
}
