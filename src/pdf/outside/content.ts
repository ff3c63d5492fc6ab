import { PDFArray, type PDFDict, PDFName, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import { readTokens } from "../contentTokens.ts";
import { bytesOf, dictIn, dictOf, entry, has, nameIn } from "./objects.ts";
import type { PageLeaf } from "./pageTree.ts";

/** What is painted on a page. */
export type ContentFacts = {
  showsText: boolean;
  showsPictures: boolean;
  hasUnmarkedContent: boolean;
  hasUnmarkedText: boolean;
  isDamaged: boolean;
  /** The fonts that text is set in. */
  readonly fonts: Set<PDFDict>;
};

/** Forms within forms deeper than this are not followed. */
const deepest = 12;
/** Pieces of content of one page that are read at most, so that forms that show each other many times come to an end. */
const mostForms = 2_000;

const painting = new Set(["f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "EI"]);
const showing = new Set(["Tj", "TJ", "'", '"']);

/** Reads a page's content, and the forms that it shows. */
export function readContent({ dict, resources }: PageLeaf): ContentFacts {
  const facts: ContentFacts = {
    showsText: false,
    showsPictures: false,
    hasUnmarkedContent: false,
    hasUnmarkedText: false,
    isDamaged: false,
    fonts: new Set(),
  };
  const content = pageContent(dict);
  if (content === null) facts.isDamaged = true;
  readInto(facts, content ?? "", { resources, isMarked: false, depth: 0, count: { forms: 0 } });
  return facts;
}

/** One character a byte; null when a part of it is missing or damaged. */
function pageContent(page: PDFDict): string | null {
  const contents = entry(page, "Contents");
  if (contents === undefined) return page.has(PDFName.of("Contents")) ? null : "";
  const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
  const bytes = parts.map((part) => bytesOf(page.context.lookup(part)));
  if (bytes.some((each) => each === null)) return null;
  return bytes.map((each) => Buffer.from(each ?? []).toString("latin1")).join("\n");
}

/** Where a piece of content stands: what it may name, and whether what shows it is in the structure or an artifact. */
type Around = {
  readonly resources: PDFDict | null;
  readonly isMarked: boolean;
  readonly depth: number;
  readonly count: { forms: number };
};

function readInto(facts: ContentFacts, content: string, around: Around): void {
  const marks: boolean[] = [];
  let operands: string[] = [];
  const isMarked = (): boolean => marks.at(-1) ?? around.isMarked;
  const paints = (): void => {
    if (!isMarked()) facts.hasUnmarkedContent = true;
  };
  const operate = (operator: string): void => {
    if (operator === "BMC" || operator === "BDC")
      marks.push(isMarked() || marksOf(operands, around.resources));
    else if (operator === "EMC") marks.pop();
    else if (operator === "Tf") {
      const font = dictOf(entry(dictIn(around.resources, "Font"), nameOf(operands[0])));
      if (font !== null) facts.fonts.add(font);
    } else if (showing.has(operator)) {
      facts.showsText = true;
      facts.hasUnmarkedText ||= !isMarked();
      paints();
    } else if (operator === "Do") {
      const shown = entry(dictIn(around.resources, "XObject"), nameOf(operands[0]));
      showForm(facts, shown, { ...around, isMarked: isMarked() }, paints);
    } else if (painting.has(operator)) paints();
    if (operator === "EI") facts.showsPictures = true;
  };
  readTokens(content, (kind, start, end) => {
    if (kind === "operand" && operands.length < 1000)
      operands.push(content.slice(start, Math.min(end, start + 200)));
    if (kind !== "operator") return;
    operate(content.slice(start, end));
    operands = [];
  });
}

function showForm(
  facts: ContentFacts,
  shown: PDFObject | undefined,
  around: Around,
  paints: () => void,
): void {
  if (!(shown instanceof PDFStream)) return;
  if (nameIn(shown.dict, "Subtype") !== "Form") {
    facts.showsPictures = true;
    paints();
    return;
  }
  if (around.depth >= deepest || ++around.count.forms > mostForms) return;
  const bytes = bytesOf(shown);
  if (bytes === null) facts.isDamaged = true;
  const resources = dictIn(shown.dict, "Resources") ?? around.resources;
  const content = Buffer.from(bytes ?? []).toString("latin1");
  readInto(facts, content, { ...around, resources, depth: around.depth + 1 });
}

const nameOf = (operand: string | undefined): string => (operand ?? "").slice(1);

/** Whether marked content is in the structure, or an artifact. */
function marksOf(operands: readonly string[], resources: PDFDict | null): boolean {
  if (operands[0] === "/Artifact" || operands.includes("/MCID")) return true;
  const properties = dictIn(dictIn(resources, "Properties"), nameOf(operands[1]));
  return has(properties, "MCID");
}
