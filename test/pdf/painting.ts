import { readTokens } from "../../src/pdf/contentTokens.ts";

/** An operator of a content stream with its operands, as written. */
export type Operation = { readonly operator: string; readonly operands: string };

/** The operations of a content stream, in order; the bytes of an inline image are among its operands. */
export function operationsOf(content: string): readonly Operation[] {
  const found: Operation[] = [];
  let operands: string[] = [];
  readTokens(content, (kind, start, end) => {
    const text = content.slice(start, end);
    if (kind === "operator") {
      found.push({ operator: text, operands: operands.join(" ") });
      operands = [];
    } else if (kind !== "blank") operands.push(text.trim());
  });
  return found;
}

const paints = new Set("f F f* S s B B* b b* Do sh EI Tj TJ ' \"".split(" "));

/**
 * What is wrong with the marks of a content stream: painting that is neither in the structure nor an artifact, a mark that ends without
 * having begun or begins without end, and one that does not lie within its text object.
 */
export function markingFaults(content: string): readonly string[] {
  const faults: string[] = [];
  const open: { readonly covers: boolean; readonly inText: boolean }[] = [];
  let inText = false;
  operationsOf(content).forEach(({ operator, operands }, i) => {
    const tell = (what: string): number => faults.push(`${operands} ${operator} (${i}): ${what}`.trim());
    if (paints.has(operator) && !open.some(({ covers }) => covers)) tell("painted outside the marks");
    if (operator === "BMC" || operator === "BDC")
      open.push({ covers: /^\/Artifact\b|\/MCID /.test(operands), inText });
    if (operator === "BT" || operator === "ET") inText = operator === "BT";
    if (operator === "EMC") {
      const mark = open.pop();
      if (mark === undefined) tell("ends nothing");
      else if (mark.inText !== inText) tell("does not lie within its text object");
    }
  });
  return open.length === 0 ? faults : [...faults, `${open.length} marks do not end`];
}
