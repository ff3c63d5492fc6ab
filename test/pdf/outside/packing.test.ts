import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodePDFRawStream, PDFDocument, PDFRawStream } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { findVeraPdf, judge } from "../../../scripts/verapdf.ts";
import { resolveBrowser } from "../../../src/pdf/browser.ts";
import { openPrinter } from "../../../src/pdf/printer.ts";
import { finish, readPdf, tagged, twoSections } from "../printing.ts";
import { addField, addLayers, addRunning, turn } from "./damage.ts";
import { packOf, ready } from "./packed.ts";

const scratch = mkdtempSync(join(tmpdir(), "panelpack-packing-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const metadata = { title: "A report", author: "Office", subject: "Quarter", date: "2020-03-06" };
let sound: Uint8Array;
beforeAll(async () => {
  const printer = openPrinter({ browser: await resolveBrowser() });
  sound = Uint8Array.from(await finish((await printer.print(twoSections, tagged)).pdf, metadata));
  await printer.close();
});

async function damaged(damage: (document: PDFDocument) => void | Promise<void>): Promise<Uint8Array> {
  const document = await PDFDocument.load(sound, { updateMetadata: false });
  await damage(document);
  return document.save({ updateFieldAppearances: false });
}

/** Everything in a file, unpacked, one character a byte. */
async function unpacked(pdf: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) => {
      if (!(object instanceof PDFRawStream)) return object.toString();
      return `${object.dict} ${Buffer.from(decodePDFRawStream(object).decode()).toString("latin1")}`;
    })
    .join("\n");
}

const damages = { field: addField, layers: addLayers, running: addRunning, turned: turn } as const;
const kinds = Object.keys(damages) as (keyof typeof damages)[];

describe("a tagged paper that came with what cannot live in a pack", () => {
  test.each(kinds)("keeps its words and tags: %s", async (kind) => {
    const paper = await ready(await damaged(damages[kind]));
    expect(paper.inaccessible).toBeNull();
    const before = await readPdf(sound);
    const after = await readPdf(await packOf([paper]));
    expect(after.pages.map((text) => text.replace(/ Page \d+$/, ""))).toEqual(before.pages);
    const roles = after.roles.filter((role) => role !== "Part");
    expect(roles.length - before.roles.length).toBeLessThanOrEqual(4);
    for (const role of new Set(before.roles))
      expect(roles.filter((each) => each === role).length).toBeGreaterThanOrEqual(
        role === "Document" ? 0 : before.roles.filter((each) => each === role).length,
      );
  });

  test("says what was changed", async () => {
    const changes = await Promise.all(
      kinds.map(async (kind) => (await ready(await damaged(damages[kind]))).changes),
    );
    expect(changes).toEqual([
      ["a form of 1 field was flattened"],
      ["2 layers were printed as shown; hidden, and left out: Secret"],
      ["an attachment budget.xlsx was removed", "2 scripts or actions (JavaScript) were removed"],
      [],
    ]);
  });

  test("a field is drawn where it stood, and heard with its name and state", async () => {
    const text = await unpacked(await packOf([await ready(await damaged(addField))]));
    // The drawing lies on its side: its box of 20 by 10 is turned, and fits the field's rectangle as it is.
    expect(text).toContain("q 1 0 0 1 310 700 cm /PackDrawn0 Do Q");
    expect(text).toContain(Buffer.from("I agree: ticked", "utf16le").swap16().toString("hex").toUpperCase());
    expect(text).not.toMatch(/\/Widget|\/AcroForm/);
  });

  test("nothing of a hidden layer is left, and what is shown is", async () => {
    const text = await unpacked(await packOf([await ready(await damaged(addLayers))]));
    expect(text).toContain("400 600 30 30 re");
    expect(text).not.toMatch(/77 77 re|SECRET DRAWING|\/OC\b|\/OCG/);
  });

  test("nothing that would run, and no attached file, is left", async () => {
    const text = await unpacked(await packOf([await ready(await damaged(addRunning))]));
    expect(text).not.toMatch(/JavaScript|app\.alert|budget|EmbeddedFile|a secret/);
  });
});

const veraPdf = findVeraPdf();
("jar" in veraPdf ? test : test.skip)(
  "a pack of such papers is PDF/UA-1 and PDF/A-2a, by veraPDF's verdict",
  async () => {
    const papers = await Promise.all(kinds.map(async (kind) => ready(await damaged(damages[kind]))));
    const file = join(scratch, "pack.pdf");
    writeFileSync(file, await packOf(papers));
    for (const flavour of ["ua1", "2a"] as const) {
      const [verdict] = await judge("jar" in veraPdf ? veraPdf.jar : "", flavour, [file]);
      expect(verdict?.failures).toEqual([]);
      expect(verdict?.compliant).toBe(true);
      expect(verdict?.checks).toBeGreaterThan(2000);
    }
  },
  120_000,
);
