import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { expect, test } from "@jest/globals";
import { examine } from "../../../src/pdf/outside/examine.ts";
import type { OutsidePaper } from "../../../src/pdf/outside/paper.ts";
import { soundPdf, stream } from "../../support/rawPdf.ts";

const folder = join(import.meta.dirname, "..", "..", "fixtures", "outside");
const fixture = (name: string): Buffer => readFileSync(join(folder, `${name}.pdf`));

async function factsOf(bytes: Uint8Array, ...passwords: string[]): Promise<OutsidePaper> {
  const { paper } = await examine(bytes, { passwords, acceptsSigned: false });
  if (paper === null) throw new Error("this file was not opened");
  return paper;
}

test("a sound paper says all that it should", async () => {
  expect(await factsOf(soundPdf())).toMatchObject({
    version: "1.7",
    crossReference: "sound",
    encryption: null,
    pages: [
      {
        number: 1,
        width: 595.28,
        height: 841.89,
        showsText: true,
        isTagged: true,
        hasUnmarkedContent: false,
        isDamaged: false,
      },
    ],
    pageTree: { loops: false, missing: 0, endless: false },
    structure: { elements: 3, roles: { Document: 1, H1: 1, P: 1 }, isBroken: false },
    title: "A report",
    xmpTitle: "A report",
    language: "en-GB",
    claims: { ua: "1", a: "2A" },
    hasId: true,
    hasOutputIntent: true,
    fonts: [{ name: "Arial", isEmbedded: true, hasText: true, pages: [1] }],
  });
});

test("a rotation above the page gives way to the page's own, and turns its size", async () => {
  const { pages } = await factsOf(fixture("inherited-rotate"));
  expect(pages).toMatchObject([{ rotation: 90, inheritsRotation: false, width: 792, height: 612 }]);
  const inherited = await factsOf(soundPdf([[2, "/Count 1", "/Count 1 /Rotate -90"]]));
  expect(inherited.pages).toMatchObject([
    { rotation: 270, inheritsRotation: true, width: 841.89, height: 595.28 },
  ]);
});

test("what is shown of a page is its crop, in units of its own", async () => {
  const { pages } = await factsOf(soundPdf([[3, "/Tabs /S", "/CropBox [10 10 110 900] /UserUnit 2"]]));
  expect(pages).toMatchObject([{ width: 200, height: (841.89 - 10) * 2 }]);
});

test("a page tree that contains itself is read once", async () => {
  const { pages, pageTree } = await factsOf(fixture("pages-loop"));
  expect(pages).toHaveLength(1);
  expect(pageTree.loops).toBe(true);
});

test("pages that are named and not held are counted", async () => {
  const { pageTree } = await factsOf(soundPdf([[2, "[3 0 R]", "[3 0 R 30 0 R 31 0 R]"]]));
  expect(pageTree).toEqual({ loops: false, missing: 2, endless: false });
});

test("the password opens, and what the protection forbids is told", async () => {
  const { pages, encryption } = await factsOf(fixture("password"), "wrong", "view");
  expect(pages).toHaveLength(30);
  expect(encryption).toMatchObject({ needsPassword: true, forbidsListening: false });
  const forbidden = await factsOf(fixture("listening-forbidden"));
  expect(forbidden).toMatchObject({
    title: "Security",
    hasId: true,
    crossReference: "sound",
    encryption: { needsPassword: false, forbidsListening: true },
  });
});

test("a cross-reference that has to be made anew is told from one that is sound", async () => {
  expect((await factsOf(fixture("xref-keyword-missing"))).crossReference).toBe("repaired");
  const longer = Buffer.concat([Buffer.from("%PDF-1.7\n%a line too many\n"), soundPdf().subarray(9)]);
  expect((await factsOf(longer)).crossReference).toBe("repaired");
  const compressed = await (await PDFDocument.load(soundPdf(), { updateMetadata: false })).save({
    useObjectStreams: true,
  });
  expect((await factsOf(compressed)).crossReference).toBe("sound");
});

test("forms, signatures, scripts, attachments and layers are found", async () => {
  const paper = await factsOf(
    soundPdf(
      [
        [
          1,
          "/Lang (en-GB)",
          `/Lang (en-GB) /AcroForm << /Fields [20 0 R 21 0 R 23 0 R] >> /OpenAction << /S /JavaScript /JS (x) >>
          /OCProperties << /OCGs [24 0 R 25 0 R] /D << /OFF [25 0 R] >> >> /Names << /EmbeddedFiles 26 0 R >>`,
        ],
        [3, "/Tabs /S", "/Annots [20 0 R 22 0 R << /Subtype /Highlight >> << /Subtype /Movie >>]"],
      ],
      {
        20: "<< /FT /Tx /T (name) /P 3 0 R /Subtype /Widget /AA << /K << /S /JavaScript /Next [<< /S /URI >> << /S /Launch >>] >> >> >>",
        21: "<< /FT /Sig /T (signature) /V << /Type /Sig >> >>",
        22: "<< /Subtype /Link /A << /S /URI /URI (https://example.org) >> >>",
        23: "<< /FT /Ch /T (choice) /TU (Your choice) /Kids [<< /Subtype /Widget >> << /Subtype /Widget >>] >>",
        24: "<< /Type /OCG /Name (Map) >>",
        25: "<< /Type /OCG /Name (Draft) >>",
        26: "<< /Kids [<< /Names [(b) << /F (b.xls) /UF (budget.xls) >>] >> 26 0 R] >>",
      },
    ),
  );
  expect(paper.form).toEqual({ fields: 2, fieldsWithoutName: [1], isXfa: false, signatures: 1 });
  expect(paper.scripts).toContainEqual({ kind: "JavaScript", page: null });
  expect(paper.scripts).toContainEqual({ kind: "Launch", page: 1 });
  expect(paper.scripts.map(({ kind }) => kind)).not.toContain("URI");
  expect(paper.attachments).toEqual(["budget.xls"]);
  expect(paper.layers).toEqual([
    { name: "Map", isShown: true },
    { name: "Draft", isShown: false },
  ]);
  expect(paper.annotations).toEqual({
    links: 1,
    linksWithoutContents: [1],
    linksOutsideStructure: [1],
    notPrinted: [1, 1, 1, 1],
    comments: [1],
    media: [1],
  });
});

test("pictures, tables and headings are judged by the structure, through its role map", async () => {
  const { structure } = await factsOf(
    soundPdf(
      [
        [6, "/K 7 0 R", "/K 7 0 R /RoleMap << /Picture /Figure /Loop /Ring /Ring /Loop >>"],
        [7, "9 0 R]", "9 0 R 20 0 R 21 0 R 22 0 R 23 0 R 24 0 R 25 0 R]"],
      ],
      {
        20: "<< /S /Picture /Pg 3 0 R /Alt ( ) >>",
        21: "<< /S /Figure /Pg 3 0 R /Alt (image1.png) >>",
        22: "<< /S /Table /Pg 3 0 R /K << /S /TR /K << /S /TD /K << /S /Table /K << /S /TR /K << /S /TH >> >> >> >> >> >>",
        23: "<< /S /H4 /Pg 3 0 R >>",
        24: "<< /S /Loop >>",
        25: "<< /S /H2 >>",
      },
    ),
  );
  expect(structure).toMatchObject({
    roles: { Figure: 2, Table: 2, TH: 1 },
    unknownRoles: ["Loop"],
    picturesWithoutText: [1],
    picturesWithEmptyWords: [{ page: 1, words: "image1.png" }],
    tablesWithoutHeaders: [1],
    headingSkips: [{ from: 1, to: 4, page: 1 }],
  });
  expect((await factsOf(fixture("table"))).structure?.tablesWithoutHeaders).toEqual([]);
});

test("what is painted outside the structure is found, in forms within the page too", async () => {
  const withForm = (shows: string) =>
    factsOf(
      soundPdf(
        [
          [3, "/Font <<", "/XObject << /X 20 0 R >> /Font <<"],
          [4, stream("").slice(0, 3), "<< "],
          [4, "BT (Words) Tj ET EMC", `BT (Words) Tj ET EMC ${shows}`],
        ],
        {
          20: stream(
            "BT /F1 9 Tf (Loose) Tj ET /X Do",
            "/Subtype /Form /Resources << /XObject << /X 20 0 R >> >>",
          ),
        },
      ),
    );
  expect((await withForm("/X Do")).pages).toMatchObject([
    { hasUnmarkedContent: true, hasUnmarkedText: true },
  ]);
  expect((await withForm("/Artifact BMC /X Do EMC")).pages).toMatchObject([
    { hasUnmarkedContent: false, hasUnmarkedText: false },
  ]);
  expect((await withForm("0 0 9 9 re f")).pages).toMatchObject([
    { hasUnmarkedContent: true, hasUnmarkedText: false },
  ]);
});

test("a font is judged by what pages are set in", async () => {
  const fontOf = async (font: string) => (await factsOf(soundPdf([], { 5: font }))).fonts;
  expect(await fontOf("<< /Subtype /Type1 /BaseFont /Helvetica >>")).toEqual([
    {
      name: "Helvetica",
      isEmbedded: false,
      hasText: true,
      textIsByNames: false,
      mapsShapes: true,
      pages: [1],
    },
  ]);
  const composite =
    "/Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /FontDescriptor 11 0 R >>]";
  const named =
    "/Subtype /Type1 /BaseFont /CMMI10 /Encoding << /Differences [1 /alpha1] >> /FontDescriptor 11 0 R";
  expect(await fontOf(`<< ${named} >>`)).toMatchObject([
    { isEmbedded: true, hasText: true, textIsByNames: true },
  ]);
  const trueType = composite.replace("<< /F", "<< /Subtype /CIDFontType2 /F");
  expect(await fontOf(`<< ${trueType} /ToUnicode 12 0 R >>`)).toMatchObject([
    { hasText: true, mapsShapes: false },
  ]);
  expect(await fontOf(`<< ${composite} >>`)).toMatchObject([{ isEmbedded: true, hasText: false }]);
  expect(await fontOf(`<< ${composite} /ToUnicode 12 0 R >>`)).toMatchObject([{ hasText: true }]);
});
