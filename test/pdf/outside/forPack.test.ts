import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { forPack } from "../../../src/pdf/outside/forPack.ts";
import { balanced } from "../../../src/pdf/outside/mend/balance.ts";
import { withoutLayers } from "../../../src/pdf/outside/mend/layerContent.ts";
import { soundPdf, stream } from "../../support/rawPdf.ts";
import { readPdf } from "../printing.ts";
import { packOf, ready } from "./packed.ts";

const fixture = (name: string): Uint8Array =>
  Uint8Array.from(readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "outside", name)));
const settled = { passwords: [], acceptLosingSignature: false };

async function untagged(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  page.drawText("Words", { font: await document.embedFont(StandardFonts.Helvetica) });
  return document.save();
}

describe("papers that cannot go into a pack", () => {
  test.each([
    ["password.pdf", /opens only with a password/, /No Security/],
    ["pages-loop.pdf", /contains itself/, /save it as PDF again/],
  ])("%s is refused, with a way out", async (file, why, wayOut) => {
    expect(await forPack(fixture(file), settled)).toEqual({
      ok: false,
      why: expect.stringMatching(why),
      wayOut: expect.stringMatching(wayOut),
    });
  });

  test("a signed paper is refused, unless it is agreed that the signature is lost", async () => {
    const form = "/AcroForm << /Fields [20 0 R] >> /Lang";
    const signed = soundPdf([[1, "/Lang", form]], {
      20: "<< /FT /Sig /T (S) /V << /Type /Sig >> /Subtype /Widget /Rect [0 0 0 0] >>",
    });
    expect(await forPack(signed, settled)).toMatchObject({
      ok: false,
      why: expect.stringMatching(/signature/),
    });
    const agreed = await forPack(signed, { ...settled, acceptLosingSignature: true });
    expect(agreed).toMatchObject({ ok: true, changes: ["1 digital signature was removed, as was agreed"] });
  });
});

describe("papers that can", () => {
  test.each(["inherited-rotate.pdf", "listening-forbidden.pdf", "table.pdf"])(
    "%s is linked with its words",
    async (file) => {
      const [before, after] = [
        await readPdf(fixture(file)),
        await readPdf(await packOf([await ready(fixture(file))])),
      ];
      expect(after.pages.map((text) => text.replace(/ ?Page \d+$/, ""))).toEqual(before.pages);
    },
  );

  test("a protected paper is unlocked", async () => {
    const { changes } = await ready(fixture("listening-forbidden.pdf"));
    expect(changes).toContain("its protection was taken off");
  });

  test("an untagged paper says so, and is not hidden as decoration", async () => {
    const paper = await ready(await untagged());
    expect(paper.inaccessible).toMatch(/^Its 1 page has no tags: a screen reader hears nothing of it\./);
    const text = (await readPdf(await packOf([paper]))).pages[0];
    expect(text).toContain("Words");
    const contents = (await ready(await untagged())).document.context
      .enumerateIndirectObjects()
      .map(([, object]) => object.toString());
    expect(contents.join("")).not.toContain("/Artifact");
  });

  test("text outside the tags stays text, and is the reason", async () => {
    const { inaccessible } = await ready(
      soundPdf([[4, "/H1 <</MCID 0>> BDC", "BT (loose) Tj ET /H1 <</MCID 0>> BDC"]]),
    );
    expect(inaccessible).toMatch(/neither tagged nor marked as decoration/);
  });

  test("inks without a profile are the reason", async () => {
    const inked = soundPdf([[4, stream("").slice(0, 2), "<<"]], {
      4: stream(
        "/H1 <</MCID 0>> BDC 0 0 0 1 k BT /F1 12 Tf (Title) Tj ET EMC /P <</MCID 1>> BDC BT (Words) Tj ET EMC",
      ),
    });
    expect((await ready(inked)).inaccessible).toBe(
      "It has colours in inks of a printing press, without saying which.",
    );
    expect((await ready(soundPdf())).inaccessible).toBeNull();
  });

  test("tags of PDF 2.0 become those of 1.7", async () => {
    const newer = soundPdf(
      [
        [8, "/S /H1", "/S /Title /NS 20 0 R"],
        [9, "/S /P", "/S /FENote /NS 20 0 R"],
      ],
      { 20: "<< /Type /Namespace /NS (http://iso.org/pdf2/ssn) >>" },
    );
    const { roles } = await readPdf(await packOf([await ready(newer)]));
    expect(roles.filter((role) => role === "P" || role === "Note")).toEqual(["P", "Note"]);
  });
});

describe("content", () => {
  test("is closed where it was left open, and not closed twice", () => {
    expect(balanced("q 1 0 0 1 0 0 cm BT (a) Tj").replace(/\s+/g, " ")).toBe(
      "q 1 0 0 1 0 0 cm BT (a) Tj ET Q",
    );
    expect(balanced("Q EMC 0 g ET (broken off").replace(/\s+/g, " ").trim()).toBe("0 g");
  });

  test("of a hidden layer goes, its clip and state stay", () => {
    const shown = { layer: (name: string) => (name === "A" ? false : null), drawing: () => true };
    const content =
      "/OC /A BDC 1 w 0 0 5 5 re W f (x) Tj BI /W 1 ID x EI /P <</MCID 4>> BDC 3 3 4 4 re S EMC EMC 7 7 8 8 re f";
    expect(withoutLayers(content, shown).replace(/\s+/g, " ").trim()).toBe("1 w 0 0 5 5 re W n 7 7 8 8 re f");
  });

  test("balanced once is balanced", () => {
    const operator = fc.constantFrom(
      "q",
      "Q",
      "BT",
      "ET",
      "/P BMC",
      "EMC",
      "1 g",
      "(a) Tj",
      "BI /W 1 ID x EI",
      "<<",
      "(",
    );
    fc.assert(
      fc.property(fc.array(operator, { maxLength: 30 }), (parts) => {
        const once = balanced(parts.join(" "));
        expect(balanced(once).trim()).toBe(once.trim());
      }),
    );
  });
});

test("whatever becomes of a file's bytes, there is an answer", async () => {
  const files = [soundPdf(), fixture("table.pdf")];
  const damage = fc.record({
    file: fc.constantFrom(...files),
    cut: fc.double({ min: 0, max: 1, noNaN: true }),
    flips: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
    cuts: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ file, cut, flips, cuts }) => {
      const bytes = Uint8Array.from(cuts ? file.subarray(0, Math.floor(cut * file.length)) : file);
      for (const [at, value] of flips) if (bytes.length > 0) bytes[at % bytes.length] = value;
      const answer = await forPack(bytes, settled);
      if (answer.ok) expect((await packOf([answer])).length).toBeGreaterThan(1000);
      else expect([answer.why, answer.wayOut].every((words) => words.length > 10)).toBe(true);
    }),
    { numRuns: 25 },
  );
}, 120_000);
