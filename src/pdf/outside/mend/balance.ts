import { editOperations } from "./operations.ts";

/**
 * Content in which every `q`, `BT` and mark is closed and nothing is closed twice, so that what is drawn after it is not drawn in the
 * state that it left. What readers pass over anyway, such as a `Q` too many, is left out.
 *
 * Source: ISO 32000-1:2008, 8.4.2, 9.4.1 and 14.6.1.
 */
export function balanced(content: string): string {
  let [states, marks, text] = [0, 0, false];
  const edited = editOperations(content, ({ operator }) => {
    if (operator === "q") states++;
    else if (operator === "Q" && --states < 0) {
      states = 0;
      return "";
    } else if (operator === "BMC" || operator === "BDC") marks++;
    else if (operator === "EMC" && --marks < 0) {
      marks = 0;
      return "";
    } else if (operator === "BT" || operator === "ET") {
      const surplus = text === (operator === "BT");
      text = operator === "BT";
      return surplus ? "" : null;
    }
    return null;
  });
  return `${edited}${text ? "\nET" : ""}${"\nEMC".repeat(marks)}${"\nQ".repeat(states)}`;
}
