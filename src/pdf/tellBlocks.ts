import { type Heard, isElement, type TaggedElement, type TaggedText } from "./tagged.ts";
import { tellTable } from "./tellTable.ts";
import { languageName, pictured, spoken } from "./tellWords.ts";

type Node = TaggedElement | TaggedText;

/** What is heard of these, in order: blocks have lines of their own; the words between them make a line together. */
export function tellAll(nodes: readonly Node[]): Heard[] {
  const heard: Heard[] = [];
  let run: Node[] = [];
  const close = (): void => {
    heard.push(...line("", run));
    run = [];
  };
  const all = nodes.flatMap(unwrapped);
  const amongWords = spoken(all.filter(isInline)) !== "";
  for (const node of all)
    if (isElement(node) && isBlock(node) && !(amongWords && node.role === "Figure")) {
      close();
      heard.push(...tellBlock(node));
    } else run.push(node);
  close();
  return heard;
}

/** Says what a block is and then what it holds. */
function tellBlock(element: TaggedElement): Heard[] {
  const { role, language, page, children } = element;
  const said = tellers[isHeading(role) ? "H" : role]?.(element) ?? tellAll(children);
  return language === null || said.length === 0
    ? said
    : [{ text: `In ${languageName(language)}:`, page }, ...said];
}

const tellers: Readonly<Record<string, (element: TaggedElement) => Heard[]>> = {
  H: (element) =>
    line(`Heading${element.role === "H" ? "" : ` ${element.role.slice(1)}`}: `, [quiet(element)]),
  P: (element) => (element.actualText === null ? tellAll(element.children) : line("", [quiet(element)])),
  Figure: (element) => [{ text: pictured(element), page: pageOf([element]) }],
  Formula: (element) => [{ text: pictured(element), page: pageOf([element]) }],
  Table: (element) => tellTable(element, spokenCaption(element.children.filter(isElement).filter(isCaption))),
  L: (element) => list(element, "List", "LI", ["item", "items"]),
  TOC: (element) => list(element, "Table of contents", "TOCI", ["entry", "entries"]),
  BlockQuote: ({ children }) => introduced("Quotation", tellAll(children)),
  Note: ({ children }) => introduced("Note", tellAll(children)),
  FENote: ({ children }) => introduced("Note", tellAll(children)),
  Caption: (element) => introduced("Caption", captioned(element)),
};

const isCaption = ({ role }: TaggedElement): boolean => role === "Caption";

/** The paragraphs of a caption in one line, with the pause that a listener hears between them. */
const spokenCaption = (captions: readonly TaggedElement[]): string =>
  captions
    .flatMap(({ children }) => tellAll(children))
    .map(({ text }) => text)
    .join(". ")
    .replace(/([.?!])\. /g, "$1 ");

const captioned = (caption: TaggedElement): Heard[] => {
  const text = spokenCaption([caption]);
  return text === "" ? [] : [{ text, page: pageOf([caption]) }];
};

/** Blocks that only hold others, and say nothing of themselves. */
const groups = [
  "Document",
  "DocumentFragment",
  "Part",
  "Art",
  "Sect",
  "Div",
  "Aside",
  "LBody",
  "LI",
  "TOCI",
  "Title",
  "Form",
];
const blocks = new Set([...Object.keys(tellers), ...groups]);

const isHeading = (role: string): boolean => /^H\d*$/.test(role);
const isBlock = ({ role }: TaggedElement): boolean => blocks.has(role) || isHeading(role);

const isInline = (node: Node): boolean => !isElement(node) || !isBlock(node);

/** The language was said before the block. */
const quiet = (element: TaggedElement): TaggedElement => ({ ...element, language: null });

/** NonStruct and the like say nothing of their own: where they hold blocks, what is in them stands in their place. */
function unwrapped(node: Node): Node[] {
  if (!isElement(node) || node.role === "Artifact" || isBlock(node)) return [node];
  return node.actualText === null && node.children.some(holdsBlock)
    ? node.children.flatMap(unwrapped)
    : [node];
}

/** A figure among words is heard among them. */
const holdsBlock = (node: Node): boolean =>
  isElement(node) && ((isBlock(node) && node.role !== "Figure") || node.children.some(holdsBlock));

/** A list with how many entries it has; what stands between them, such as a list within the list, keeps its place. */
function list(
  element: TaggedElement,
  what: string,
  role: string,
  [one, many]: readonly [string, string],
): Heard[] {
  const isEntry = (child: Node): child is TaggedElement => isElement(child) && child.role === role;
  const count = element.children.filter(isEntry).length;
  return [
    { text: `${what}, ${count} ${count === 1 ? one : many}`, page: pageOf([element]) },
    ...indented(element.children.flatMap((child) => (isEntry(child) ? entry(child) : tellAll([child])))),
  ];
}

const isLabel = (node: Node): boolean => isElement(node) && node.role === "Lbl";

/** The label of an entry, a number or a bullet, is heard before its first words; so is one that is written as text, such as (a). */
function entry({ children, page }: TaggedElement): Heard[] {
  const label = spoken(children.filter(isLabel));
  const [first, second, ...rest] = tellAll(children.filter((child) => !isLabel(child)));
  if (first === undefined) return label === "" ? [] : [{ text: label, page }];
  const started = label === "" ? first : { ...first, text: `${label} ${first.text}` };
  if (second === undefined) return [started];
  return /^\(?\w{1,4}[.)]$/.test(started.text)
    ? [{ ...started, text: `${started.text} ${second.text}` }, ...rest]
    : [started, second, ...rest];
}

/** What a quotation or a note says: in the same line when that is one, else below. */
function introduced(what: string, heard: readonly Heard[]): Heard[] {
  const [first] = heard;
  if (first === undefined) return [];
  return heard.length === 1
    ? [{ ...first, text: `${what}: ${first.text}` }]
    : [{ text: `${what}:`, page: first.page }, ...indented(heard)];
}

const indented = (heard: readonly Heard[]): Heard[] =>
  heard.map(({ text, page }) => ({ text: `  ${text}`, page }));

function line(start: string, nodes: readonly Node[]): Heard[] {
  const words = spoken(nodes);
  return words === "" ? [] : [{ text: `${start}${words}`, page: pageOf(nodes) }];
}

/** The page of the first text in reading order, else the page that the element is said to stand on. */
function pageOf(nodes: readonly Node[]): number | null {
  for (const node of nodes) {
    const page = isElement(node) ? (pageOf(node.children) ?? node.page) : node.page;
    if (page !== null) return page;
  }
  return null;
}
