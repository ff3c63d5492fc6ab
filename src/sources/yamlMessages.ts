import type { ErrorCode, YAMLError } from "yaml";

/** A part of yaml's own English, and what to say instead; the first that fits is taken. */
type Wording = readonly [part: string, message: string];

const indentation =
  "this line does not line up with the lines above it: give it as many blanks at its start as its neighbours have";
const noColon =
  "there is no `name: value` here: write a colon and a blank after the name, or check the indentation";
const quoteAll = "put the whole text in quotation marks";
const specialMeaning = `text that starts with & or * has a special meaning here: ${quoteAll}`;

/** yaml 2.9 uses one code for several mistakes; its messages tell them apart. */
const wordings: Partial<Record<ErrorCode, readonly Wording[]>> = {
  TAB_AS_INDENT: [["", "this line is indented with a tab: use blanks instead"]],
  BAD_INDENT: [
    ["must be sufficiently indented and end with a }", `this { has no closing }: add it, or ${quoteAll}`],
    ["must be sufficiently indented and end with a ]", `this [ has no closing ]: add it, or ${quoteAll}`],
    ["Multi-line", "the second and further lines of a text in quotation marks must be indented"],
    ["", indentation],
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    ["block sequence", indentation],
    [
      "",
      `a colon and a blank stand inside this text: ${quoteAll}, or check the indentation of the next line`,
    ],
  ],
  MULTILINE_IMPLICIT_KEY: [["", noColon]],
  KEY_OVER_1024_CHARS: [
    ["", "this name is too long: a colon, a blank or a quotation mark seems to be missing"],
  ],
  MISSING_CHAR: [
    ["Missing closing", "this quotation mark is never closed: add the other one"],
    ["end with a }", `this { has no closing }: add it, or ${quoteAll}`],
    ["end with a ]", `this [ has no closing ]: add it, or ${quoteAll}`],
    ["Missing , ", "a comma is missing between two items here"],
    ["Comments must be separated", `put a blank before the #, or ${quoteAll}`],
    ["Missing space after :", "put a blank after the colon"],
    ["", noColon],
  ],
  UNEXPECTED_TOKEN: [
    ["at node end", "text goes on where the value has ended: put the whole text in double quotation marks"],
    [
      "block-seq-ind on same line",
      "start the list on the next line, indented, or put the text in quotation marks",
    ],
    ["Unexpected ,", "an item is missing before this comma"],
    ["flow-map-end", `there is no { for this }: leave it out, or ${quoteAll}`],
    ["flow-seq-end", `there is no [ for this ]: leave it out, or ${quoteAll}`],
    ["Not a YAML token", `after > or | the text must start on the next line; else ${quoteAll}`],
    ["Block scalar header", `after > or | the text must start on the next line; else ${quoteAll}`],
  ],
  BLOCK_IN_FLOW: [["", "inside { } and [ ], lists and mappings must be written with { } and [ ] too"]],
  ALIAS_PROPS: [["", specialMeaning]],
  BAD_ALIAS: [["", specialMeaning]],
  BAD_PROP_ORDER: [["", specialMeaning]],
  MULTIPLE_ANCHORS: [["", specialMeaning]],
};

/** What a YAML syntax error means, and what to write, in words for somebody who does not know YAML. */
export function plainMessage(error: YAMLError, text: string): string {
  const { code, message, pos } = error;
  if (code === "BAD_SCALAR_START") return `a text may not start with ${text[pos[0]] ?? ""}: ${quoteAll}`;
  if (code === "BAD_DQ_ESCAPE") return badEscape(text, pos[0]);
  const wording = wordings[code]?.find(([part]) => message.includes(part));
  return wording?.[1] ?? `this cannot be read as YAML (${message})`;
}

const badEscape = (text: string, at: number): string =>
  `\\${text[at + 1] ?? ""} has no meaning between double quotation marks: write \\\\ for a backslash`;
