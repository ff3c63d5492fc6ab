import { createHash } from "node:crypto";
import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { expect, test } from "@jest/globals";
import type { Assembled } from "../../src/pack/assemble.ts";
import { type LeakFile, leaksIn } from "../../src/pack/leaks/leaks.ts";
import { type Section, sectionsOf } from "../../src/pack/sections.ts";
import type { StampFont } from "../../src/pdf/link/stampFont.ts";
import { memoryStore, pack, testFont } from "../pdf/link/linking.ts";

async function paper(words: string): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setSubject(`about ${words}`);
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage().drawText(words, { font });
  document.addPage();
  return document.save();
}

const allOf = (made: Assembled, font: StampFont): Section[] => {
  const { own, papers } = sectionsOf(made, font);
  return [own, ...papers];
};

test("what is exempt is found in the sections of a pack: in its papers, by their own pages, and in what the pack adds", async () => {
  const font = await testFont();
  const papers = [
    { prefix: "one", bytes: await paper("nothing to see") },
    { prefix: "two", bytes: await paper("the quiet orchard terms") },
  ];
  const stamp = "pay Zebulon Quark tomorrow";
  const made = await pack(papers, font, memoryStore().store, stamp);
  const sections = allOf(made, font);
  expect(sections.map(({ name }) => name)).toEqual(["what the pack adds", "Paper one", "Paper two"]);
  const outputs = sections.map(
    ({ name, key, bytes, open }): LeakFile => ({
      file: "m/pack.pdf",
      section: name,
      key,
      made: bytes,
      opened: open,
    }),
  );
  const found = async (text: string): Promise<string[]> =>
    (await leaksIn(outputs, [{ file: "exempt/terms.md", text }], [])).map(
      ({ output, where }) => `${output}: ${where.replace(/\d+, font \d$/, "N")}`,
    );
  expect(await found("We agreed the quiet orchard terms at once.")).toEqual([
    "m/pack.pdf: Paper two, page 1",
  ]);
  expect(await found("They pay Zebulon Quark tomorrow, it seems.")).toContain(
    "m/pack.pdf: what the pack adds, object N",
  );
  expect(await found("An item two of it all: Item two is settled.")).not.toEqual([]);
  expect(await found("Nothing of this is there at all.")).toEqual([]);
});

test("the sections of a pack hold all of its bytes, and a paper's section is the same in every pack", async () => {
  const font = await testFont();
  const papers = await Promise.all(
    ["one", "two", "three"].map(async (prefix) => ({ prefix, bytes: await paper(prefix) })),
  );
  const [all, some] = [await pack(papers, font), await pack(papers.slice(0, 2), font)];
  const [own, ...alone] = allOf(all, font).map(({ bytes }) => bytes());
  const blocks = all.parts.map(({ placed }) => placed.block.bytes.length);
  expect((own?.length ?? 0) + blocks.reduce((sum, length) => sum + length, 0)).toBe(all.bytes.length);
  const hash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
  const before = allOf(some, font).map(({ bytes }) => hash(bytes()));
  expect(before.slice(1)).toEqual(alone.slice(0, 2).map(hash));
  const keysOf = (made: Assembled): string[] => allOf(made, font).map(({ key }) => key);
  expect(keysOf(some).slice(1)).toEqual(keysOf(all).slice(1, 3));
  // Also where other numbers are printed on its pages.
  const sheet = { prefix: "sheet", bytes: await paper("sheet"), sheet: true };
  const later = await pack([sheet, ...papers.slice(0, 2)], font);
  expect(keysOf(later).slice(2)).toEqual(keysOf(some).slice(1));
  expect(new Set([...keysOf(all), ...keysOf(some)]).size).toBe(5);
});
