import { readTokens } from "../../contentTokens.ts";

/** An operator of a content stream with its operands, from the first of them to the operator's end. */
export type Operation = {
  readonly operator: string;
  readonly operands: string;
  readonly start: number;
  readonly end: number;
};

/** Cuts content into operations, in order; an inline image is one, `BI`. What is broken off at the end is none. */
export function readOperations(content: string, visit: (operation: Operation) => void): void {
  let first = -1;
  let image = -1;
  readTokens(content, (kind, start, end) => {
    if (kind === "operand" && first < 0) first = start;
    if (kind !== "operator") return;
    const operator = content.slice(start, end);
    const from = first < 0 ? start : first;
    first = -1;
    if (operator === "BI") image = from;
    else if (operator === "EI" && image >= 0) {
      visit({ operator: "BI", operands: content.slice(image + 2, start), start: image, end });
      image = -1;
    } else if (image < 0) visit({ operator, operands: content.slice(from, start).trim(), start: from, end });
  });
}

/** Content with some operations replaced: null keeps one, text stands in its stead. What is broken off at the end is left out. */
export function editOperations(content: string, edit: (operation: Operation) => string | null): string {
  const pieces: string[] = [];
  let copied = 0;
  readOperations(content, (operation) => {
    const instead = edit(operation);
    const upTo = instead === null ? operation.end : operation.start;
    pieces.push(content.slice(copied, upTo), instead ?? "");
    copied = operation.end;
  });
  return pieces.join("");
}

/** The name that the last operand is, without its slash; an empty text when it is none. */
export const lastName = (operands: string): string => /\/([^\s/[\]<>()]*)$/.exec(operands)?.[1] ?? "";
