import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { findVeraPdf, judge } from "../../scripts/verapdf.ts";
import { readPageContent } from "../../src/pdf/pageContents.ts";
import { buildSample } from "../support/sample.ts";
import { markingFaults } from "./painting.ts";
import { countsOfHtml } from "./printedHtml.ts";
import { countsOf, elementsOf, structureOf } from "./structure.ts";

const veraPdf = findVeraPdf();
const missing = "missing" in veraPdf ? veraPdf.missing : undefined;
if (missing) process.stderr.write(`veraPDF judges no PDF here: ${missing}.\n`);

const scratch = mkdtempSync(join(tmpdir(), "panelpack-verapdf-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const hasHtml = (file: string): boolean => existsSync(file.replace(/pdf$/, "html"));

let files: readonly string[] = [];
beforeAll(async () => {
  files = await buildSample(scratch);
}, 180_000);

(missing ? describe.skip : describe)("every PDF of the sample, by veraPDF's verdict", () => {
  test.each(["ua1", "2a"] as const)("complies with %s", async (flavour) => {
    const jar = "jar" in veraPdf ? veraPdf.jar : "";
    const verdicts = await judge(jar, flavour, files);
    expect(verdicts.flatMap(({ file, failures }) => failures.map((each) => `${file}: ${each}`))).toEqual([]);
    expect(verdicts.map(({ compliant }) => compliant)).toEqual(files.map(() => true));
    expect(files.length).toBeGreaterThan(20);
    for (const { checks } of verdicts) expect(checks).toBeGreaterThan(3000);
  });
});

describe("every PDF of the sample", () => {
  const sample = async (): Promise<readonly { file: string; html: string; document: PDFDocument }[]> =>
    Promise.all(
      // A pack has no page of its own: it is made of papers, and counted in its own tests.
      files.filter(hasHtml).map(async (file) => ({
        file,
        html: readFileSync(file.replace(/pdf$/, "html"), "utf8"),
        document: await PDFDocument.load(readFileSync(file), { updateMetadata: false }),
      })),
    );

  test("has every heading, figure, table, cell, list, link, note and quotation of its HTML, and no more", async () => {
    const all = await sample();
    const wanted = all.map(({ file, html }) => [file, countsOfHtml(html)] as const);
    const types = [...new Set(wanted.flatMap(([, counts]) => Object.keys(counts)))];
    const found = all.map(({ file, document }) => [file, countsOf(document, types)] as const);
    expect(found).toEqual(wanted);
    expect(types).toEqual(
      expect.arrayContaining(["H1", "Figure", "Table", "TH", "L", "Link", "Note", "Reference"]),
    );
  });

  test("has lists of items, items of a label and a body, notes with ids of their own", async () => {
    for (const { file, document } of await sample()) {
      const elements = elementsOf(structureOf(document));
      const holds = (role: string): readonly (readonly string[])[] =>
        elements.filter((each) => each.role === role).map(({ children }) => children.map((kid) => kid.role));
      const wrong = [
        ...holds("L").filter((kids) => kids.some((kid) => kid !== "LI")),
        ...holds("LI").filter((kids) => !["LBody", "Lbl LBody"].includes(kids.join(" "))),
        ...holds("Reference").filter((kids) => kids.join(" ") !== "Link"),
      ];
      expect([file, wrong]).toEqual([file, []]);
      const ids = elements
        .filter(({ role }) => role === "Note")
        .map(({ dictionary }) => dictionary.get(PDFName.of("ID"))?.toString());
      expect(ids).not.toContain(undefined);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test("paints nothing but what is in its structure or an artifact", async () => {
    for (const { file, document } of await sample())
      for (const [i, page] of document.getPages().entries())
        expect([file, i + 1, markingFaults(readPageContent(page))]).toEqual([file, i + 1, []]);
  });
});
