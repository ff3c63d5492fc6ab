import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { markArtifacts, type PageMarks } from "../../src/pdf/artifacts.ts";
import { markingFaults, type Operation, operationsOf } from "./painting.ts";

const noMarks: PageMarks = { taggedProperties: new Set(), dropped: new Set() };
const mark = (content: string, marks: Partial<PageMarks> = {}): string =>
  markArtifacts(content, { ...noMarks, ...marks });

describe("what is painted outside the structure is an artifact", () => {
  test("text, within its text object", () => {
    expect(mark("BT /F1 9 Tf (a) Tj 1 0 Td (b) Tj ET")).toBe(
      "BT /F1 9 Tf /Artifact BMC\n(a) Tj 1 0 Td (b) Tj EMC\nET",
    );
  });

  test("a path, from where it begins", () => {
    expect(mark("1 g 0 0 m 5 5 l S 0 0 1 1 re f")).toBe(
      "1 g /Artifact BMC\n0 0 m 5 5 l S 0 0 1 1 re f\nEMC\n",
    );
  });

  test("a form, a shading and an inline image, each between its neighbours", () => {
    expect(mark("q /X Do Q\n/S sh BI /W 1 ID x EI")).toBe(
      "q /Artifact BMC\n/X Do EMC\nQ\n/Artifact BMC\n/S sh EMC\n/Artifact BMC\nBI /W 1 ID x EI\nEMC\n",
    );
  });

  test("not what only clips, nor what is marked already", () => {
    for (const content of [
      "0 0 9 9 re W n q Q",
      "/P <</MCID 0>> BDC BT (a) Tj ET EMC",
      "/Artifact <</Type /Pagination>> BDC 0 0 1 1 re f EMC",
      "/P <</MCID 0>> BDC /Span <</Lang (cy)>> BDC (a) Tj EMC (b) Tj EMC",
    ])
      expect(mark(content)).toBe(content);
  });

  test("also within marks that say nothing of the structure, such as a layer's", () => {
    expect(mark("/OC /L1 BDC 0 0 1 1 re f EMC")).toBe("/OC /L1 BDC /Artifact BMC\n0 0 1 1 re f EMC\nEMC");
    const tagged = "/P /MC0 BDC 0 0 1 1 re f EMC";
    expect(mark(tagged, { taggedProperties: new Set(["MC0"]) })).toBe(tagged);
  });

  test("and what has been dropped from the structure", () => {
    expect(
      mark("/TH <</MCID 7>> BDC (a) Tj EMC /TH <</MCID 8>> BDC (b) Tj EMC", { dropped: new Set([7]) }),
    ).toBe("/Artifact BMC (a) Tj EMC /TH <</MCID 8>> BDC (b) Tj EMC");
  });
});

/** Content streams with all that may be painted, alone, in text, in the structure, in artifacts and in layers; some tags are dropped. */
const { block: blocks } = fc.letrec<{ block: string }>((tie) => {
  const several = fc.array(tie("block"), { maxLength: 4 }).map((parts) => parts.join("\n"));
  const marked = (tag: string) => several.map((inner) => `${tag} BDC ${inner} EMC`);
  const word = fc.constantFrom(
    "(a (EMC) \\) BT) Tj",
    "<0041> Tj",
    "(b) '",
    '0 0 (c) "',
    "[(d) -20 <45>] TJ",
    "/F1 9 Tf",
    "1 0 Td",
    "/P <</MCID 1>> BDC (e) Tj EMC",
    "/TH <</MCID 7>> BDC (f) Tj EMC",
    "/Span <</Lang (cy)>> BDC (g) Tj EMC",
    "% Q (\n",
  );
  return {
    block: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(
        "0 0 1 1 re f",
        "0 0 m 1 1 l 2 2 2 2 2 2 c h B*",
        "0 0 m 1 1 l S",
        "/X Do",
        "/S sh",
        "BI /W 1 /H 1 ID xQ ( EI",
        "1 0 0 1 0 0 cm",
        "0 0 9 9 re W n",
        "1 g",
        "/G0 gs",
        "/EMC MP",
      ),
      fc.array(word, { maxLength: 6 }).map((parts) => `BT ${parts.join(" ")} ET`),
      several.map((inner) => `q ${inner} Q`),
      marked("/P <</MCID 2>>"),
      marked("/TH <</MCID 7>>"),
      marked("/P /MC0"),
      marked("/OC /L"),
      marked("/Artifact <</Type /Layout>>"),
    ),
  };
});
const contents = fc.array(blocks).map((parts) => parts.join("\n"));
const marks: PageMarks = { taggedProperties: new Set(["MC0"]), dropped: new Set([7]) };

/** The operations without the marks that make artifacts and those that are dropped, nor their ends. */
function withoutArtifacts(content: string): readonly Operation[] {
  const open: boolean[] = [];
  return operationsOf(content).filter(({ operator, operands }) => {
    const added = operands === "/Artifact" || operands.includes("/MCID 7");
    if (operator === "BMC" || operator === "BDC") open.push(added);
    return operator === "EMC" ? open.pop() !== true : !added;
  });
}

describe("whatever a content stream holds", () => {
  test("nothing is painted outside the marks, which are in pairs and within their text objects", () => {
    fc.assert(
      fc.property(contents, (content) => {
        expect(markingFaults(mark(content, marks).replaceAll("/P /MC0", "/P <</MCID 3>>"))).toEqual([]);
      }),
    );
  });

  test("every operator stays, with its operands and in its place", () => {
    fc.assert(
      fc.property(contents, (content) => {
        expect(withoutArtifacts(mark(content, marks))).toEqual(withoutArtifacts(content));
      }),
    );
  });

  test("what is in the structure stays in it, but for what is dropped, and a second time changes nothing", () => {
    const tags = (content: string): readonly string[] =>
      operationsOf(content).flatMap(({ operator, operands }) =>
        operator === "BDC" && !operands.includes("/MCID 7") ? [operands] : [],
      );
    fc.assert(
      fc.property(contents, (content) => {
        const marked = mark(content, marks);
        expect(tags(marked)).toEqual(tags(content));
        expect(marked).not.toContain("/MCID 7");
        expect(mark(marked, marks)).toBe(marked);
      }),
    );
  });
});

test("the judge of marks knows what is wrong", () => {
  expect(markingFaults("0 0 1 1 re f /P <</MCID 1>> BDC BT (a) Tj EMC ET EMC /OC /L BDC /X Do")).toEqual([
    "f (1): painted outside the marks",
    "EMC (5): does not lie within its text object",
    "EMC (7): ends nothing",
    "/X Do (9): painted outside the marks",
    "1 marks do not end",
  ]);
});
