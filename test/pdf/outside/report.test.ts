import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { examine } from "../../../src/pdf/outside/examine.ts";
import { pageList, tellReport } from "../../../src/pdf/outside/tellReport.ts";
import { rawPdf, soundObjects, soundPdf } from "../../support/rawPdf.ts";

const folder = join(import.meta.dirname, "..", "..", "fixtures", "outside");
const reportOn = (bytes: Uint8Array, acceptsSigned = false, ...passwords: string[]) =>
  examine(bytes, { passwords, acceptsSigned });

/** The rules that a file breaks, as `rule` and, where it is an error, `rule!`. */
async function rulesOf(bytes: Uint8Array): Promise<string[]> {
  const { findings } = await reportOn(bytes);
  return findings.map(({ rule, severity }) => (severity === "error" ? `${rule}!` : rule));
}

test("a sound paper has no findings, is ready, and may claim both standards", async () => {
  const report = await reportOn(soundPdf());
  expect(report.findings).toEqual([]);
  expect(report.verdict).toEqual({ kind: "ready" });
  expect(report.standards).toEqual({
    ua: { claims: "1", couldClaim: true, couldClaimInPack: true, brokenBy: [] },
    a: { claims: "2A", couldClaim: true, couldClaimInPack: true, brokenBy: [] },
  });
});

/** What is done to the sound paper, and what is found then. */
const broken: Readonly<Record<string, readonly [Parameters<typeof soundPdf>, rules: readonly string[]]>> = {
  "without tags": [[[[1, "/StructTreeRoot 6 0 R", ""]]], ["untagged!"]],
  "without language": [[[[1, "/Lang (en-GB)", "/Lang ()"]]], ["language!"]],
  "without a title": [
    [
      [
        [13, "(A report)", "( )"],
        [10, "A report", ""],
      ],
    ],
    ["title!", "title-metadata"],
  ],
  "with a program's title": [[[[13, "A report", "Microsoft Word - report.docx"]]], ["title-of-a-program"]],
  "with loose text": [
    [[[4, "/P <</MCID 1>> BDC BT (Words) Tj ET EMC", "BT (Words) Tj ET".padEnd(39)]]],
    ["text-untagged!"],
  ],
  "with a picture without words": [[[[9, "/S /P", "/S /Figure"]]], ["pictures-without-words!"]],
  "with a table without headers": [[[[9, "/S /P", "/S /Table"]]], ["table-headers!"]],
  "with a heading too low": [[[[8, "/S /H1", "/S /H3"]]], ["heading-levels"]],
  "with a font left out": [[[[11, "/FontFile2 12 0 R", ""]]], ["fonts-not-embedded"]],
  "with letters that only have names": [
    [
      [
        [5, "/TrueType", "/Type1"],
        [5, "/WinAnsiEncoding", "<< /Differences [65 /g1] >>"],
      ],
    ],
    ["letters-by-name"],
  ],
  "with a link for the screen alone": [
    [[[3, "/Tabs /S", "/Tabs /S /Annots [<< /Subtype /Link /Contents (There) /StructParent 1 >>]"]]],
    ["print-flags"],
  ],
  "of another size": [[[[2, "595.28 841.89", "612 792"]]], ["not-a4"]],
  "of a size that nobody can hold": [[[[2, "595.28 841.89", "70 841.89"]]], ["page-size!", "not-a4"]],
  "with a page that is not there": [[[[2, "[3 0 R]", "[3 0 R 40 0 R]"]]], ["pages-missing!"]],
  "without pages": [[[[2, "[3 0 R]", "[]"]]], ["no-pages!"]],
  "with content that is not there": [[[[3, "/Contents 4 0 R", "/Contents 44 0 R"]]], ["page-damaged!"]],
  "as an XFA form": [[[[1, "/Lang", "/AcroForm << /XFA (x) >> /Lang"]]], ["xfa-form!"]],
  "with a script": [[[[1, "/Lang", "/OpenAction << /S /JavaScript >> /Lang"]]], ["scripts"]],
  "with tags that contain themselves": [[[[9, "/K 1", "/K [1 7 0 R]"]]], ["tags-broken!"]],
};

test.each(Object.entries(broken))("a paper %s is told so, and of nothing else", async (_, [paper, rules]) => {
  expect(await rulesOf(soundPdf(...paper))).toEqual(rules);
});

test("a scan is told as one", async () => {
  const scan = soundPdf(
    [
      [1, "/StructTreeRoot 6 0 R", ""],
      [3, "/Font <<", "/XObject << /Im 20 0 R >> /Font <<"],
      [3, "/Contents 4 0 R", "/Contents 21 0 R"],
    ],
    {
      20: "<< /Subtype /Image /Length 1 >>\nstream\n0\nendstream",
      21: "<< /Length 6 >>\nstream\n/Im Do\nendstream",
    },
  );
  expect(await rulesOf(scan)).toEqual(["pictures-of-pages!", "untagged!"]);
});

test("what the pack does is said; what it cannot mend keeps the standards from being claimed", async () => {
  const form = await reportOn(
    soundPdf([
      [1, "/Lang", "/AcroForm << /Fields [<< /FT /Tx /TU (Name) >>] >> /AF [<< /F (a.xls) >>] /Lang"],
    ]),
  );
  expect(form.verdict).toEqual({
    kind: "mended",
    does: ["prints the form's fields as they are filled in", "leaves the attached files out"],
  });
  expect(form.standards.a).toMatchObject({
    couldClaim: false,
    couldClaimInPack: true,
    brokenBy: ["attachments"],
  });
  const untagged = await reportOn(soundPdf([[1, "/StructTreeRoot 6 0 R", ""]]));
  expect(untagged.standards.ua).toMatchObject({ claims: "1", couldClaim: false, couldClaimInPack: false });
});

test("a signed paper is refused until somebody accepts that the signature is lost", async () => {
  const signed = soundPdf([
    [1, "/Lang", "/AcroForm << /Fields [<< /FT /Sig /V << /Type /Sig >> >>] >> /Lang"],
  ]);
  expect((await reportOn(signed)).verdict).toMatchObject({ kind: "refused", because: [{ rule: "signed" }] });
  expect((await reportOn(signed, true)).verdict).toEqual({
    kind: "mended",
    does: ["takes the signature out, as was agreed"],
  });
});

test("more than 3,000 pages are refused, however they are counted", async () => {
  const kids = "3 0 R ".repeat(3001);
  const long = soundPdf([[2, "[3 0 R]", `[${kids}]`]]);
  expect((await reportOn(long)).verdict).toMatchObject({ because: [{ rule: "too-many-pages" }] });
  const boast = await reportOn(soundPdf([[2, "/Count 1", "/Count 2000000000"]]));
  expect(boast.verdict.kind).toBe("ready");
});

test.each([
  ["pages-loop", "page-loop"],
  ["password", "password"],
  ["xref-keyword-missing", "page-size"],
])("%s is refused as %s", async (name, rule) => {
  const { verdict } = await reportOn(readFileSync(join(folder, `${name}.pdf`)));
  expect(verdict).toMatchObject({ kind: "refused", because: [{ rule }] });
});

test.each([
  ["", "empty"],
  ["oops.\n", "not-a-pdf"],
  ["PK a word processor's file", "not-a-pdf"],
  ["%PDF-", "damaged"],
  ["%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "damaged"],
])("%j is refused as %s", async (text, rule) => {
  const { paper, findings, verdict } = await reportOn(Buffer.from(text));
  expect(paper).toBeNull();
  expect(findings.map((each) => each.rule)).toEqual([rule]);
  expect(verdict.kind).toBe("refused");
});

test("the report is in words for its author, with the pages, and ends with the standards", async () => {
  const { 6: _, ...untagged } = soundObjects;
  const lines = tellReport("report.pdf", await reportOn(rawPdf(untagged)));
  expect(lines.slice(0, 2)).toEqual([
    "report.pdf: 1 page, PDF 1.7, without tags",
    "It can go into a pack as it is, but lacks what some readers need.",
  ]);
  expect(lines).toContain(
    "      Word: File, Save As, PDF, Options: tick Document structure tags for accessibility. Do not use Print.",
  );
  expect(lines.slice(-4)).toEqual([
    "  PDF/UA-1 (for people who listen): it claims PDF/UA-1. By our checks it could not (clause 7.1), and a pack cannot mend all of that.",
    "  PDF/A-2 (for archives): it claims PDF/A-2A. By our checks it could not (clause 6.1.3), but could within a pack, which mends that.",
    "      The file has no identifier.",
    "  A pack that holds it claims neither for it.",
  ]);
});

test("pages are listed as people write them", () => {
  expect(pageList([3])).toBe("page 3");
  expect(pageList([2, 4, 5, 6, 9])).toBe("pages 2, 4–6 and 9");
  expect(pageList([1, 3, 5, 7, 9, 11, 13, 15, 17])).toBe("pages 1, 3, 5, 7, 9, 11, 13, 15 …, 9 in all");
});
