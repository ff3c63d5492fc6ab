import { PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { leadToPapers, linkedPaper, paperFile } from "../../src/pdf/paperLinks.ts";

describe("the file of a linked paper", () => {
  test("lies beside that of the paper that links to it, however deep that one lies", () => {
    expect(paperFile("paper:2019-20-q3/opcc-scrutiny", 1, "pdf")).toBe("../2019-20-q3/opcc-scrutiny.pdf");
    expect(paperFile("paper:2019-20-q3/opcc-scrutiny#rape", 2, "html")).toBe(
      "../../2019-20-q3/opcc-scrutiny.html#rape",
    );
  });

  test("is found again in the PDF, with the part", () => {
    const names = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    fc.assert(
      fc.property(
        names,
        names,
        fc.option(names),
        fc.integer({ min: 1, max: 3 }),
        (folder, paper, part, depth) => {
          const address = `paper:${folder}/${paper}${part === null ? "" : `#${part}`}`;
          expect(linkedPaper(paperFile(address, depth, "pdf"))).toEqual({
            paper: `${folder}/${paper}`,
            part,
          });
        },
      ),
    );
  });

  test.each(["https://example.org/a.pdf", "mailto:a@example.org", "pack:item-2", "a.pdf", "../a.html"])(
    "%s is no paper of ours",
    (address) => expect(linkedPaper(address)).toBeNull(),
  );
});

test("only links to papers are changed in a PDF", async () => {
  const document = await PDFDocument.create();
  const page = document.addPage();
  const link = (address: string) =>
    document.context.obj({ Type: "Annot", Subtype: "Link", A: { S: "URI", URI: PDFString.of(address) } });
  const addresses = ["paper:2019-20-q3/opcc-scrutiny#rape", "https://example.org/"];
  page.node.set(PDFName.of("Annots"), document.context.obj(addresses.map(link)));
  leadToPapers(document, 1);
  expect(page.node.Annots()?.toString()).toContain("(../2019-20-q3/opcc-scrutiny.pdf#nameddest=rape)");
  expect(page.node.Annots()?.toString()).toContain("(https://example.org/)");
});
