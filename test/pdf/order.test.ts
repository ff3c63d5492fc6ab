import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { resolveBrowser } from "../../src/pdf/browser.ts";
import { listen } from "../../src/pdf/listen.ts";
import { openPrinter } from "../../src/pdf/printer.ts";
import { buildSample } from "../support/sample.ts";
import { page, tagged } from "./printing.ts";

/** Words of a page that a structure element holds: which element, where they start, and their place among all that is printed. */
type Piece = {
  readonly role: string;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly printed: number;
};

const scratch = mkdtempSync(join(tmpdir(), "panelpack-order-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Of each PDF of the sample its bytes, and the words of each page. */
let sample: ReadonlyMap<string, { readonly pdf: Uint8Array; readonly pages: readonly Piece[][] }> = new Map();
beforeAll(async () => {
  const files = await buildSample(scratch);
  const read = async (file: string) => {
    const pdf = readFileSync(file);
    return [relative(scratch, file), { pdf, pages: await piecesOf(pdf) }] as const;
  };
  sample = new Map(await Promise.all(files.map(read)));
}, 180_000);

/** The words of each page in the order of the structure tree, as pdf.js reads both. */
async function piecesOf(pdf: Uint8Array): Promise<Piece[][]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  const pages: Piece[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const sheet = await document.getPage(number);
    const { items } = await sheet.getTextContent({ includeMarkedContent: true });
    const words = wordsById(items as readonly Item[]);
    pages.push(rolesById((await sheet.getStructTree()) as Node, "").flatMap(([id, role]) => words(id, role)));
  }
  await task.destroy();
  return pages;
}

type Item =
  | { readonly str: string; readonly transform: readonly number[]; readonly height: number }
  | { readonly type: string; readonly id?: string };
type Node = {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
};

/** The ids of marked content in the order of the tree, each with the nearest role around it that says something. */
function rolesById(node: Node | null, around: string): (readonly [id: string, role: string])[] {
  if (node === null) return [];
  if (node.type === "content") return [[node.id ?? "", around]];
  const role =
    node.role === undefined || ["NonStruct", "Span", "Div"].includes(node.role) ? around : node.role;
  return (node.children ?? []).flatMap((child) => rolesById(child, role));
}

function wordsById(items: readonly Item[]): (id: string, role: string) => Piece[] {
  const found = new Map<string, Omit<Piece, "role">>();
  const open: (string | undefined)[] = [];
  for (const [printed, item] of items.entries())
    if (!("str" in item)) {
      if (item.type === "endMarkedContent") open.pop();
      else open.push(item.id);
    } else if (item.str.trim() !== "") {
      const id = open.findLast((each) => each !== undefined);
      const [, , , , left = 0, base = 0] = item.transform;
      const before = id === undefined ? undefined : found.get(id);
      if (id !== undefined)
        found.set(
          id,
          before
            ? { ...before, text: `${before.text} ${item.str}` }
            : { text: item.str, left, top: -base - item.height, printed },
        );
    }
  return (id, role) => {
    const words = found.get(id);
    return words ? [{ role, ...words }] : [];
  };
}

/** What is read before something that is printed earlier, a line for each. */
const backwards = (pages: readonly (readonly Piece[])[]): string[] =>
  pages.flatMap((pieces, i) =>
    pieces.slice(1).flatMap((piece, k) => {
      const before = pieces[k] ?? piece;
      return piece.printed < before.printed ? [`page ${i + 1}: “${before.text}”, then “${piece.text}”`] : [];
    }),
  );

describe("the sample's PDFs", () => {
  test("print their words in the order in which they are read", () => {
    expect(sample.size).toBeGreaterThan(20);
    for (const [file, { pages }] of sample) {
      expect([file, backwards(pages)]).toEqual([file, []]);
      // Every page has words that are read, so that nothing is in order for want of any.
      expect([file, pages.filter((pieces) => pieces.length === 0)]).toEqual([file, []]);
    }
  });

  test("have their headings down the page, or to the right where there are columns", () => {
    let seen = 0;
    for (const [file, { pages }] of sample)
      for (const pieces of pages) {
        const heads = pieces.filter(({ role }) => /^H\d?$/.test(role));
        seen += heads.length;
        const up = heads.slice(1).filter((head, i) => {
          const before = heads[i] ?? head;
          return head.top < before.top && head.left <= before.left;
        });
        expect([file, up.map(({ text }) => text)]).toEqual([file, []]);
      }
    expect(seen).toBeGreaterThan(300);
  });
});

test("words with a position of their own would be found out of order", async () => {
  const printer = openPrinter({ browser: await resolveBrowser() });
  const html = page('<p style="position: relative">First</p><p>Second</p>');
  const { pdf } = await printer.print(html, tagged).finally(() => printer.close());
  expect(backwards(await piecesOf(pdf))).toEqual(["page 1: “First”, then “Second”"]);
});

const poppler = spawnSync("pdftotext", ["-v"]).status === 0;
if (!poppler) process.stderr.write("pdftotext reads no PDF here: it is not on this machine.\n");

(poppler ? test : test.skip)(
  "pdftotext finds the headings in the order in which a listener hears them",
  async () => {
    // Letters and digits only: pdftotext joins a word that is parted at a hyphen.
    const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "");
    for (const [file, { pdf }] of sample) {
      const raw = plain(execFileSync("pdftotext", ["-raw", join(scratch, file), "-"], { encoding: "utf8" }));
      const heard = await listen(pdf, { pages: false });
      const heads = (heard.ok ? heard.lines : []).flatMap(
        (line) => /^Heading \d: (.+)$/.exec(line)?.[1] ?? [],
      );
      expect([file, heads.length]).not.toEqual([file, 0]);
      let from = 0;
      for (const head of heads) {
        const words = plain(head);
        const at = raw.indexOf(words, from);
        expect([file, head, at >= from]).toEqual([file, head, true]);
        from = at + words.length;
      }
    }
  },
);
