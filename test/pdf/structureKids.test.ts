import { PDFDict, PDFDocument, PDFName, PDFRef } from "@cantoo/pdf-lib";
import { expect, test } from "@jest/globals";
import { roleOf, structureElements } from "../../src/pdf/structureElements.ts";
import { kidsOf, newWalk } from "../../src/pdf/structureKids.ts";
import { readStructure } from "../../src/pdf/structureTree.ts";

const document = await PDFDocument.create();
const page = document.addPage().ref;
const { context } = document;
const element = (role: string, ...kids: readonly unknown[]): PDFRef =>
  context.register(context.obj({ Type: "StructElem", S: role, K: kids as string[] }));
const dictionary = (ref: PDFRef): PDFDict => context.lookup(ref, PDFDict);

test("what an element holds is told apart, whole or by reference, and what is damaged is passed over", () => {
  const own = context.obj({ Type: "StructElem", S: "Span" });
  const inner = element("Em");
  const annotation = context.obj({ Subtype: "Link" });
  const holder = dictionary(
    element(
      "P",
      3,
      { Type: "MCR", MCID: 4, Pg: page },
      inner,
      own,
      { Type: "OBJR", Obj: annotation },
      null,
      [1],
      "x",
      PDFRef.of(9999),
    ),
  );
  expect(kidsOf(holder).map(({ object: _, ...kid }) => kid)).toEqual([
    { kind: "content", page: undefined, id: 3 },
    { kind: "content", page, id: 4 },
    { kind: "element", ref: inner, element: dictionary(inner) },
    { kind: "element", ref: undefined, element: own },
    { kind: "annotation", annotation },
  ]);
});

test("content without a page of its own is on its element's, and one kid needs no list", () => {
  const holder = context.obj({ Type: "StructElem", S: "P", Pg: page, K: 3 });
  expect(kidsOf(holder)).toMatchObject([{ kind: "content", page, id: 3 }]);
  expect(kidsOf(context.obj({ Type: "StructElem", S: "P" }))).toEqual([]);
});

test("a tree that bites its tail ends, for those who finish it and those who listen, who meet the same elements", () => {
  const [outer, twice] = [element("Sect"), element("P")];
  dictionary(outer).set(
    PDFName.of("K"),
    context.obj([twice, outer, twice, context.obj({ S: "Div", K: [element("Em")] })]),
  );
  const root = context.obj({ Type: "StructTreeRoot", K: [outer] });
  document.catalog.set(PDFName.of("StructTreeRoot"), root);
  expect([...structureElements(root)].map((each) => roleOf(each.element))).toEqual(["Sect", "P", "Em"]);
  const walk = newWalk();
  expect([walk(root), walk(root)].map((kids) => kids.length)).toEqual([1, 0]);
  expect(readStructure(document, [])?.children).toMatchObject([
    {
      role: "Sect",
      children: [
        { role: "P", children: [] },
        { role: "Div", children: [{ role: "Em" }] },
      ],
    },
  ]);
});
