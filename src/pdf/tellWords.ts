import { isElement, type TaggedElement, type TaggedText } from "./tagged.ts";

type Node = TaggedElement | TaggedText;

/** The words of a run as they are spoken: links are named as such, a passage in another language says which, artifacts are silent. */
export const spoken = (nodes: readonly Node[]): string => plain(wordsOf(nodes, true, true));

/** The same without saying what is a link: for cells that head others, which are heard with each of them. */
export const spokenHead = (nodes: readonly Node[]): string => plain(wordsOf(nodes, false, true));

/** @param only whether the run is all that its block says */
function wordsOf(nodes: readonly Node[], links: boolean, only: boolean): string {
  const alone = only && nodes.filter(hasWords).length === 1;
  return nodes.map((node) => (isElement(node) ? wordsOfElement(node, links, alone) : node.text)).join("");
}

function wordsOfElement(element: TaggedElement, links: boolean, alone: boolean): string {
  const { role, alt, actualText, children, language } = element;
  if (role === "Artifact") return "";
  if (role === "Figure" || role === "Formula") return alone ? pictured(element) : ` (${pictured(element)}) `;
  const words = actualText ?? wordsOf(children, links, alone);
  if (words.trim() === "") return words;
  if (role === "Link" && links) return link(alt ?? words, alone);
  if (language === null) return inline.has(role) ? words : ` ${words} `;
  return ` (in ${languageName(language)}: ${words.trim()}) `;
}

/** What runs on in its line; the words of anything else, such as a paragraph in a cell, stand apart from what is around them. */
const inline = new Set([
  "NonStruct",
  "Span",
  "Em",
  "Strong",
  "Sub",
  "Code",
  "Quote",
  "Reference",
  "Annot",
  "Ruby",
]);

/** A link that is all there is says so first; one within a sentence stands in brackets, so that its end is heard. */
const link = (words: string, alone: boolean): string =>
  alone ? `Link: ${words}` : words.replace(/^(\s*)(.*?)(\s*)$/s, "$1(link: $2)$3");

/** What is heard of a figure: never what is drawn in it. */
export function pictured({ role, alt, actualText }: TaggedElement): string {
  const said = plain(alt ?? actualText ?? "");
  return said === "" ? `${role} without an alternative text` : `${role}: ${said}`;
}

const hasWords = (node: Node): boolean =>
  isElement(node)
    ? node.role === "Figure" || (node.actualText ?? "") !== "" || node.children.some(hasWords)
    : node.text.trim() !== "";

/** Text as it is spoken: one space between words, none after a hyphen at a line's end or before a stop, no soft hyphens, ligatures as their letters. */
const plain = (text: string): string =>
  text
    .replace(/\u00AD\n?/g, "")
    .replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize("NFKC"))
    .replace(/[\u200B\u2060\uFEFF]/g, "")
    .replace(/(\p{L}-)\n(?!(?:and|or|to)\b)/gu, "$1")
    .replace(/\s+/g, " ")
    .replace(/ ([.,])(?= |$)/g, "$1")
    .trim();

const names = new Intl.DisplayNames(["en-GB"], { type: "language", fallback: "code" });

/** `English (en-GB)`; a tag that is none stands as it is. */
export function languageName(tag: string): string {
  try {
    const name = names.of(tag.split("-")[0] ?? tag);
    return name === undefined || name === tag ? tag : `${name} (${tag})`;
  } catch {
    return tag;
  }
}
