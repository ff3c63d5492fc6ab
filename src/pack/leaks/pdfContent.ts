import { readTokens } from "../../pdf/contentTokens.ts";
import { maybeGap } from "./normalise.ts";
import type { FontReader } from "./pdfFonts.ts";
import { Pen } from "./pdfPen.ts";
import { stringBytes, textString } from "./pdfStrings.ts";

/** The text that a content stream shows, and the texts of its marks (ActualText, alternative text, ids). */
export type ContentText = { readonly shown: string; readonly marks: string };

/** A gap of so many thousandths of the type's size within an array of strings is a space. */
const space = 180;

/** Every string of a content stream, seen or not: white, outside the page, covered, or in a mark. */
export function contentText(content: string, fontOf: (name: string) => FontReader): ContentText {
  const pen = new Pen();
  let font = fontOf("");
  let operands: string[] = [];
  let shown = "";
  let marks = "";
  const number = (fromEnd: number): number => Number(operands.at(-fromEnd) ?? 0);
  const show = (): void => {
    for (const operand of operands)
      if (isString(operand)) {
        const bytes = stringBytes(operand);
        const text = font.text(bytes);
        shown += text;
        pen.advance(font.width(bytes), text.length);
      } else if (Number.isFinite(Number(operand))) {
        if (Number(operand) < -space) shown += " ";
        pen.advance(-Number(operand), 0);
      }
  };
  const operators: Readonly<Record<string, () => void>> = {
    Tj: show,
    TJ: show,
    "'": () => {
      shown += "\n";
      show();
    },
    '"': () => {
      shown += "\n";
      operands = operands.slice(2);
      show();
    },
    Tf: () => {
      font = fontOf(operands.at(-2)?.slice(1) ?? "");
      pen.size = number(1);
    },
    Tc: () => {
      pen.spacing = number(1);
    },
    Td: () => {
      shown = parted(shown, pen.moveBy(number(2), number(1)));
    },
    TD: () => {
      shown = parted(shown, pen.moveBy(number(2), number(1)));
    },
    "T*": () => {
      shown += "\n";
    },
    Tm: () => {
      shown = parted(shown, pen.moveTo(operands.slice(-6).map(Number)));
    },
    cm: () => pen.lose(),
    q: () => pen.lose(),
    Q: () => pen.lose(),
    BDC: () => {
      marks += markText(operands);
    },
    DP: () => {
      marks += markText(operands);
    },
  };
  readTokens(content, (kind, start, end) => {
    if (kind === "operand") operands.push(content.slice(start, end));
    if (kind !== "operator") return;
    operators[content.slice(start, end)]?.();
    operands = [];
  });
  return { shown, marks };
}

/** Two unknown gaps are one. */
const parted = (shown: string, gap: string): string =>
  gap === maybeGap && shown.endsWith(maybeGap) ? shown : shown + gap;

const isString = (operand: string): boolean =>
  operand[0] === "(" || (operand[0] === "<" && operand[1] !== "<");

const markText = (operands: readonly string[]): string =>
  operands
    .filter(isString)
    .map((operand) => `${textString(stringBytes(operand))}\n`)
    .join("");
