import { readTokens } from "./contentTokens.ts";

/** Which marked content of a page belongs to the structure. */
export type PageMarks = {
  /** Names of property lists in the page's resources that hold an MCID, e.g. `MC0`. */
  readonly taggedProperties: ReadonlySet<string>;
  /** Marked content ids that are no longer in the structure tree: their content becomes an artifact. */
  readonly dropped: ReadonlySet<number>;
};

const pathConstruction = new Set(["m", "l", "c", "v", "y", "h", "re"]);
const painting = new Set(["f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "EI"]);
const showing = new Set(["Tj", "TJ", "'", '"']);
/** An artifact that is begun here ends before the next of these, so that it never overlaps another pair. */
const boundaries = new Set(["q", "Q", "BT", "ET", "BMC", "BDC", "EMC", "BI"]);

/**
 * A page's content in which whatever is painted outside the structure (page margins, decoration) is marked as an artifact, which
 * PDF/UA-1, 7.1, wants. Nothing that draws is changed.
 *
 * Source: ISO 32000-1:2008, 14.6 (marked content) and 14.8.2.2 (artifacts).
 */
export function markArtifacts(content: string, { taggedProperties, dropped }: PageMarks): string {
  const pieces: string[] = [];
  /** Whether each open marked content is in the structure or an artifact, or lies within one that is. */
  const covered: boolean[] = [];
  let copied = 0;
  let operands = -1;
  let path = -1;
  let image = -1;
  let artifact = false;
  const insert = (at: number, text: string): void => {
    pieces.push(content.slice(copied, at), text);
    copied = at;
  };
  const begin = (at: number): void => {
    if (artifact || covered.at(-1)) return;
    insert(at, "/Artifact BMC\n");
    artifact = true;
  };
  readTokens(content, (kind, start, end) => {
    if (kind === "operand" && operands < 0) operands = start;
    if (kind !== "operator") return;
    const operator = content.slice(start, end);
    const first = operands < 0 ? start : operands;
    operands = -1;
    if (artifact && boundaries.has(operator)) {
      insert(first, "EMC\n");
      artifact = false;
    }
    if (showing.has(operator)) begin(first);
    else if (pathConstruction.has(operator)) path = path < 0 ? first : path;
    else if (painting.has(operator)) begin(operator === "EI" ? image : path < 0 ? first : path);
    if (operator === "BI") image = first;
    if (operator === "n" || painting.has(operator)) path = -1;
    if (operator === "EMC") covered.pop();
    if (operator === "BMC" || operator === "BDC") {
      const mark = markOf(content.slice(first, start), taggedProperties);
      covered.push(covered.at(-1) === true || mark.covers);
      if (mark.id === undefined || !dropped.has(mark.id)) return;
      insert(first, "/Artifact BMC");
      copied = end;
    }
  });
  pieces.push(content.slice(copied), artifact ? "\nEMC\n" : "");
  return pieces.join("");
}

/** What the operands of `BMC` or `BDC` say, e.g. `/P <</MCID 3>>`: the id, and whether the content needs no more marks. */
function markOf(
  operands: string,
  taggedProperties: ReadonlySet<string>,
): { readonly id: number | undefined; readonly covers: boolean } {
  const id = /\/MCID\s+(\d+)/.exec(operands)?.[1];
  if (id !== undefined) return { id: Number(id), covers: true };
  const [, tag, properties = ""] = /^\/(\S+)\s*(?:\/(\S+))?/.exec(operands) ?? [];
  return { id: undefined, covers: tag === "Artifact" || taggedProperties.has(properties) };
}
