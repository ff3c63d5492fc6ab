import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { markArtifacts, type PageMarks } from "../../src/pdf/artifacts.ts";
import { readTokens } from "../../src/pdf/contentTokens.ts";

const noMarks: PageMarks = { taggedProperties: new Set(), dropped: new Set() };
const mark = (content: string, marks: Partial<PageMarks> = {}): string =>
  markArtifacts(content, { ...noMarks, ...marks });

/** The operators of a stream, in order. */
function operators(content: string): readonly string[] {
  const found: string[] = [];
  readTokens(content, (kind, start, end) => {
    if (kind === "operator") found.push(content.slice(start, end));
  });
  return found;
}

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

test("no operator is lost, marks stay in pairs, and a second time changes nothing", () => {
  const leaf = fc.constantFrom(
    "0 0 1 1 re f",
    "0 0 m 1 1 l S",
    "/X Do",
    "1 0 0 1 0 0 cm",
    "0 0 9 9 re W n",
    "1 g",
  );
  const text = fc.array(fc.constantFrom("(a) Tj", "/F1 9 Tf", "/P <</MCID 1>> BDC (b) Tj EMC", "[(c)] TJ"));
  const { block } = fc.letrec<{ block: string }>((tie) => ({
    block: fc.oneof(
      { maxDepth: 4 },
      leaf,
      text.map((parts) => `BT ${parts.join(" ")} ET`),
      fc.array(tie("block"), { maxLength: 4 }).map((parts) => `q ${parts.join("\n")} Q`),
      fc.array(tie("block"), { maxLength: 4 }).map((parts) => `/P <</MCID 2>> BDC ${parts.join("\n")} EMC`),
      fc.array(tie("block"), { maxLength: 4 }).map((parts) => `/OC /L BDC ${parts.join("\n")} EMC`),
    ),
  }));
  fc.assert(
    fc.property(fc.array(block), (blocks) => {
      const content = blocks.join("\n");
      const marked = mark(content);
      const own = marked.replaceAll("/Artifact BMC\n", "").replace(/EMC\n(?!$)|\nEMC\n$/g, "");
      expect(operators(own).filter((each) => each !== "EMC")).toEqual(
        operators(content).filter((each) => each !== "EMC"),
      );
      let depth = 0;
      for (const operator of operators(marked)) {
        if (operator === "BMC" || operator === "BDC") depth++;
        if (operator === "EMC") depth--;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
      expect(mark(marked)).toBe(marked);
    }),
  );
});
