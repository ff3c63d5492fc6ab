import {
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFPage,
  type PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { beforeAll, expect, test } from "@jest/globals";
import { proofProblems } from "../../../src/pack/proof.ts";
import type { StampFont } from "../../../src/pdf/link/stampFont.ts";
import { openFinished, openPrint } from "../../../src/pdf/print.ts";
import { readPdf } from "../printing.ts";
import { elementsOf, structureOf, type TestElement } from "../structure.ts";
import { crafted, pack, testFont } from "./linking.ts";
import { idsOf, navigationOf, open, structureFaults } from "./readPack.ts";

let font: StampFont;
beforeAll(async () => {
  font = await testFont();
});

const name = PDFName.of;

/** Gives a document a structure: elements below a document element, each with what it says of itself. */
function tag(
  document: PDFDocument,
  root: Record<string, unknown>,
  elements: readonly Record<string, unknown>[],
): PDFRef[] {
  const { context } = document;
  const top = context.nextRef();
  const tree = context.register(context.obj({ Type: "StructTreeRoot", K: top, ...(root as object) }));
  const refs = elements.map((each) =>
    context.register(context.obj({ Type: "StructElem", P: top, ...(each as object) })),
  );
  context.assign(top, context.obj({ Type: "StructElem", S: "Document", P: tree, K: refs }));
  document.catalog.set(name("StructTreeRoot"), tree);
  document.catalog.set(name("MarkInfo"), context.obj({ Marked: true }));
  return refs;
}

function link(document: PDFDocument, page: PDFPage, leads: Record<string, PDFObject>): PDFDict {
  const annotation = document.context.obj({ Type: "Annot", Subtype: "Link", Rect: [90, 600, 200, 620] });
  for (const [key, value] of Object.entries(leads)) annotation.set(name(key), value);
  page.node.addAnnot(document.context.register(annotation));
  return annotation;
}

/** Links the paper between two others, and proves the pack. */
async function linked(paper: Uint8Array): Promise<{
  readonly bytes: Uint8Array;
  readonly document: PDFDocument;
  readonly elements: readonly TestElement[];
}> {
  const plain = await crafted(() => undefined);
  const { bytes, expected } = await pack(
    [
      { prefix: "before", bytes: plain },
      { prefix: "paper", bytes: paper },
      { prefix: "after", bytes: plain },
    ],
    font,
  );
  expect(await proofProblems(await openFinished(bytes), expected)).toEqual([]);
  const document = await open(bytes);
  return { bytes, document, elements: structureOf(document)[0]?.children[1]?.children ?? [] };
}

test("papers without tags have parts without elements, and every page is there", async () => {
  const { bytes, document, elements } = await linked(await crafted(() => undefined));
  expect(elements).toEqual([]);
  expect(structureFaults(document)).toEqual([]);
  const { pages } = await readPdf(bytes);
  expect(pages.map((text) => /Leaf \d Page \d+/.exec(text)?.[0])).toEqual(
    [1, 2, 3, 5, 6, 7, 9, 10, 11].map((number, i) => `Leaf ${i % 3} Page ${number}`),
  );
  expect((await navigationOf(bytes)).outline).toEqual([
    "Item before > 0",
    "Item paper > 3",
    "Item after > 6",
  ]);
});

test("own types become the standard types that they stand for, through chains, and a circle ends", async () => {
  const types = ["Heading", "Caption2", "Whole", "Left", "P", "Private"];
  const { elements } = await linked(
    await crafted((document) => {
      const RoleMap = {
        Heading: "Title",
        Title: "H1",
        Caption2: "Caption",
        Whole: "Document",
        Left: "Right",
        Right: "Left",
      };
      tag(
        document,
        { RoleMap },
        types.map((S) => ({ S })),
      );
    }),
  );
  expect(elementsOf(elements).map(({ role }) => role)).toEqual([
    "Sect",
    "H1",
    "Caption",
    "Sect",
    "Left",
    "P",
    "Private",
  ]);
});

test("attributes of classes become the elements' own, and give way to those they had", async () => {
  const { elements } = await linked(
    await crafted((document) => {
      const classes = {
        indent: { O: "Layout", StartIndent: 9 },
        list: [
          { O: "List", ListNumbering: "Disc" },
          { O: "Layout", SpaceAfter: 3 },
        ],
      };
      tag(document, { ClassMap: classes }, [
        { S: "L", C: ["indent", "list"], A: { O: "List", ListNumbering: "Decimal" } },
        { S: "P", C: "indent" },
        { S: "P", C: "unknown" },
      ]);
    }),
  );
  const said = (elements[0]?.children ?? []).map(({ dictionary }) => [
    dictionary.has(name("C")),
    String(dictionary.lookup(name("A"))).replace(/\s+/g, " "),
  ]);
  expect(said).toEqual([
    [
      false,
      "[ << /O /Layout /StartIndent 9 >> << /O /List /ListNumbering /Disc >> << /O /Layout /SpaceAfter 3 >> << /O /List /ListNumbering /Decimal >> ]",
    ],
    [false, "[ << /O /Layout /StartIndent 9 >> ]"],
    [false, "[ ]"],
  ]);
});

test("cells that share a set of attributes all keep their heads, and ids given twice are told apart", async () => {
  const { document } = await linked(
    await crafted((paper) => {
      const shared = paper.context.register(
        paper.context.obj({ O: "Table", Headers: [PDFString.of("head"), PDFString.of("other")] }),
      );
      tag(paper, {}, [
        { S: "TH", ID: PDFString.of("head") },
        { S: "TH", ID: PDFString.of("other") },
        { S: "TD", A: shared },
        { S: "TD", A: [shared] },
        { S: "TH", ID: PDFString.of("head") },
        { S: "TH", ID: PDFString.of("head") },
        { S: "TH", ID: PDFHexString.fromText("Übersicht") },
      ]);
    }),
  );
  const { ids, heads, tree } = idsOf(document);
  expect(ids).toEqual(["paper.head", "paper.other", "paper.head~2", "paper.head~3", "paper.Übersicht"]);
  expect(heads).toEqual(["paper.head", "paper.other", "paper.head", "paper.other"]);
  expect(tree).toEqual([...ids].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
});

test("an element that stands within another, not by itself, keeps its id too", async () => {
  const { document } = await linked(
    await crafted((paper) => {
      const [first] = tag(paper, {}, [{ S: "Div" }, { S: "Note", ID: PDFString.of("a") }]);
      const div = paper.context.lookup(first, PDFDict);
      div.set(
        name("K"),
        paper.context.obj({ Type: "StructElem", S: "Note", ID: PDFString.of("a"), P: first as PDFRef }),
      );
    }),
  );
  expect(idsOf(document).ids).toEqual(["paper.a", "paper.a~2"]);
});

test("a part says its language where it is another than the pack's", async () => {
  const { document } = await linked(
    await crafted((paper) => {
      tag(paper, {}, [{ S: "P" }]);
      paper.setLanguage("cy");
    }),
  );
  const languages = structureOf(document)[0]?.children.map(({ dictionary }) => {
    const said = dictionary.lookup(name("Lang"));
    return said instanceof PDFHexString ? said.decodeText() : said;
  });
  expect(languages).toEqual([undefined, "cy", undefined]);
});

test("destinations in trees of names, in the old dictionary and in links are found, and keep their pages", async () => {
  const { bytes } = await linked(
    await crafted((paper, pages) => {
      const { context } = paper;
      const at = (i: number) => context.obj([(pages[i] as PDFPage).ref, "Fit"]);
      const leaf = (...names: PDFObject[]) => context.register(context.obj({ Names: names }));
      const kids = [
        leaf(PDFString.of("(one) \\ two"), at(1)),
        leaf(PDFHexString.fromText("Übersicht"), context.obj({ D: at(2) })),
      ];
      const tree = context.register(context.obj({ Kids: kids }));
      kids.push(tree as never);
      (context.lookup(tree, PDFDict).get(name("Kids")) as unknown as { push(kid: PDFObject): void }).push(
        tree,
      );
      paper.catalog.set(name("Names"), context.obj({ Dests: tree }));
      paper.catalog.set(name("Dests"), context.obj({ Old: at(1) }));
      const page = pages[0] as PDFPage;
      link(paper, page, { Dest: PDFString.of("(one) \\ two") });
      link(paper, page, { A: context.obj({ S: "GoTo", D: PDFHexString.fromText("Übersicht") }) });
      link(paper, page, { Dest: name("Old") });
      link(paper, page, { Dest: at(2) });
      link(paper, page, { Dest: PDFString.of("missing") });
      link(paper, page, {
        A: context.obj({ S: "URI", URI: PDFString.of("https://example.org/\\(a\\)\\\\b") }),
      });
      link(paper, page, { A: context.obj({ S: "URI", URI: PDFString.of("pack:after") }) });
    }),
  );
  const { links, destinations } = await navigationOf(bytes);
  expect(links).toEqual([
    [3, 4],
    [3, 5],
    [3, 4],
    [3, 5],
    [3, null],
    [3, "https://example.org/(a)\\b"],
    [3, 6],
  ]);
  expect(destinations.size).toBe(6);
});

test("an outline keeps the entries that lead somewhere and those above them, and a loop ends", async () => {
  const { bytes } = await linked(
    await crafted((paper, pages) => {
      const { context } = paper;
      const refs = Array.from({ length: 5 }, () => context.nextRef());
      const [root, chapter, section, address, last] = refs as [PDFRef, PDFRef, PDFRef, PDFRef, PDFRef];
      const page = (i: number) => [(pages[i] as PDFPage).ref, "Fit"];
      const entry = (title: string, more: object) => ({ Title: PDFString.of(title), ...more });
      context.assign(root, context.obj({ First: chapter, Last: last, Count: 4 }));
      context.assign(
        chapter,
        context.obj(entry("Chapter", { Parent: root, First: section, Last: section, Next: address })),
      );
      context.assign(section, context.obj(entry("Section", { Parent: chapter, Dest: page(1) })));
      context.assign(
        address,
        context.obj(
          entry("Elsewhere", {
            Parent: root,
            Next: last,
            A: { S: "URI", URI: PDFString.of("https://example.org/") },
          }),
        ),
      );
      context.assign(
        last,
        context.obj(entry("Last", { Parent: root, Next: chapter, A: { S: "GoTo", D: page(2) } })),
      );
      paper.catalog.set(name("Outlines"), root);
    }),
  );
  expect((await navigationOf(bytes)).outline).toEqual([
    "Item before > 0",
    "Item paper > 3",
    "  Chapter > null",
    "    Section > 4",
    "  Last > 5",
    "Item after > 6",
  ]);
});

test("what pages inherit becomes their own", async () => {
  const { bytes, document } = await linked(
    await crafted((paper, pages) => {
      const tree = paper.context.lookup((pages[0] as PDFPage).node.get(name("Parent")), PDFDict);
      for (const key of ["Resources", "MediaBox"]) {
        tree.set(name(key), (pages[0] as PDFPage).node.lookup(name(key)) as PDFObject);
        for (const { node } of pages) node.delete(name(key));
      }
      tree.set(name("Rotate"), paper.context.obj(90));
      tree.set(name("CropBox"), paper.context.obj([0, 0, 595, 800]));
    }),
  );
  const page = document.getPage(4);
  expect([page.getRotation().angle, page.getCropBox().height, page.getWidth()]).toEqual([90, 800, 595]);
  expect((await readPdf(bytes)).pages[4]).toContain("Leaf 1");
});

test("pages that were taken out of a paper, and what belongs to a whole file, stay behind", async () => {
  const secret = "Taken out before it was sent";
  const { bytes } = await linked(
    await crafted((paper, pages) => {
      const { context } = paper;
      const tree = (pages[0] as PDFPage).node.get(name("Parent")) as PDFObject;
      const gone = context.register(
        context.obj({
          Type: "Page",
          Parent: tree,
          MediaBox: [0, 0, 595, 842],
          Resources: {},
          Contents: context.register(context.stream(secret)),
        }),
      );
      const page = pages[0] as PDFPage;
      link(paper, page, { Dest: context.obj([gone, "Fit"]) });
      link(paper, page, { P: gone });
      page.node.set(name("PieceInfo"), context.obj({ Private: PDFString.of(secret) }));
      tag(paper, { Private: PDFString.of(secret) }, [{ S: "P", Pg: gone, K: 0 }]);
      const root = paper.catalog.get(name("StructTreeRoot")) as PDFObject;
      const stray = context.register(context.obj({ Type: "StructElem", S: "P", P: root }));
      context.lookup(root, PDFDict).set(name("ParentTree"), context.obj({ Nums: [0, [stray]] }));
      page.node.set(name("StructParents"), context.obj(0));
      paper.catalog.set(name("Private"), PDFString.of(secret));
    }),
  );
  const document = await open(bytes);
  const all = document.context.enumerateIndirectObjects().map(([, object]) => object.toString());
  expect(all.filter((text) => text.includes("Private"))).toEqual([]);
  expect(Buffer.from(bytes).includes(secret)).toBe(false);
  expect(all.filter((text) => /\/Type \/Pages\b/.test(text))).toHaveLength(4);
  expect(all.filter((text) => /\/Type \/Page\b/.test(text))).toHaveLength(9);
});

test("a page whose content is missing, or empty, is stamped all the same", async () => {
  const { bytes } = await linked(
    await crafted((paper, pages) => {
      (pages[0] as PDFPage).node.delete(name("Contents"));
      (pages[1] as PDFPage).node.set(name("Contents"), paper.context.nextRef());
      (pages[2] as PDFPage).node.set(name("Contents"), paper.context.obj([]));
    }),
  );
  expect((await readPdf(bytes)).pages.slice(3, 6)).toEqual(
    [5, 6, 7].map((number) => `Page ${number} Agenda Item paper`),
  );
});

test("a pack of many one-page papers is read by other readers, whose numbers stay below a third of its length", async () => {
  const small = await crafted((document) => {
    document.removePage(2);
    document.removePage(1);
  });
  const papers = Array.from({ length: 60 }, (_, i) => ({ prefix: `paper-${i}`, bytes: small }));
  const { bytes, expected } = await pack(papers, font);
  expect(await proofProblems(await openFinished(bytes), expected)).toEqual([]);
  const { pages, info } = await readPdf(bytes);
  expect(pages).toHaveLength(60);
  expect(info["Title"]).toBe("Agenda pack");
  const { pageCount } = await openPrint(bytes);
  expect(pageCount).toBe(60);
  const document = await open(bytes);
  const numbers = document.context.enumerateIndirectObjects().map(([{ objectNumber }]) => objectNumber);
  expect(Math.max(...numbers)).toBeLessThan(bytes.length / 3);
});
