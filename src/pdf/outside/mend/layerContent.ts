import { editOperations, lastName, readOperations } from "./operations.ts";

/** What a piece of content may name: whether a layer, and whether a drawing, is shown. */
export type Shown = {
  /** null for a property list that is no layer. */
  layer(name: string): boolean | null;
  drawing(name: string): boolean;
};

const construction = new Set(["m", "l", "c", "v", "y", "h", "re"]);
const painting = new Set(["f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "n"]);

/**
 * Content without what hidden layers paint, and without the marks of the others. What sets the state of drawing stays, because it goes
 * on after the layer's end.
 */
export function withoutLayers(content: string, shown: Shown): string {
  /** What each open mark is: of a layer that is shown or hidden, or another mark, which is kept or left out. */
  const marks: ("shown" | "hidden" | "kept" | "left out")[] = [];
  const isHidden = (): boolean => marks.includes("hidden");
  const mark = (operands: string): string | null => {
    const layer = operands.startsWith("/OC") ? shown.layer(lastName(operands)) : null;
    if (layer !== null) marks.push(layer ? "shown" : "hidden");
    else marks.push(isHidden() ? "left out" : "kept");
    return marks.at(-1) === "kept" ? null : "";
  };
  const edited = editOperations(content, ({ operator, operands }) => {
    if (operator === "BMC" || operator === "BDC") return mark(operands);
    if (operator === "EMC") {
      const ended = marks.pop();
      return ended === undefined || ended === "kept" ? null : "";
    }
    if (operator === "Do" && !shown.drawing(lastName(operands))) return "";
    if (!isHidden()) return null;
    if (painting.has(operator)) return "n";
    if (["Tj", "TJ", "Do", "sh", "BI"].includes(operator)) return "";
    if (operator === "'") return "T*";
    if (operator === '"') return quoted(operands);
    return null;
  });
  return withoutIdlePaths(edited);
}

/** `"` sets the spaces between words and letters before it goes to the next line. */
function quoted(operands: string): string {
  const [words = "0", letters = "0"] = operands.split(/\s+/);
  return `${words} Tw ${letters} Tc T*`;
}

/** Without the paths that are neither painted nor clipped with, such as those that a hidden layer painted. */
function withoutIdlePaths(content: string): string {
  const idle = idlePaths(content);
  return editOperations(content, ({ start }) => (idle.has(start) ? "" : null));
}

/** Where the operations of such paths start. */
function idlePaths(content: string): ReadonlySet<number> {
  const idle = new Set<number>();
  let path: number[] = [];
  let clips = false;
  readOperations(content, ({ operator, start }) => {
    if (construction.has(operator)) path.push(start);
    else if (operator === "W" || operator === "W*") clips = true;
    else if (painting.has(operator)) {
      if (operator === "n" && !clips) for (const each of [...path, start]) idle.add(each);
      [path, clips] = [[], false];
    }
  });
  return idle;
}
