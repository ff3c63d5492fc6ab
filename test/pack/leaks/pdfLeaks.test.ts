import { PDFName, PDFString } from "@cantoo/pdf-lib";
import { expect, test } from "@jest/globals";
import { type Leak, leaksIn } from "../../../src/pack/leaks/leaks.ts";
import { planted, plants } from "./plantedPdf.ts";

const secret = "the rent for the Quillfeather site is 45678";
const search = (bytes: Uint8Array): Promise<Leak[]> =>
  leaksIn([{ file: "m/pack.pdf", bytes }], [{ file: "m/exempt/a.md", text: secret }], []);

test.each(plants)("planted in %s it is found (%s)", async (_, where, plant) => {
  const leaks = await search(await planted(plant, secret));
  expect(
    leaks.map((leak) => leak.where.replace(/ \d+(, font \d+)?$/, (end) => (where === "object" ? "" : end))),
  ).toContain(where);
  expect(new Set(leaks.map(({ kind }) => kind))).toContain("words");
  expect(await search(await planted(plant, "rent that is fair"))).toEqual([]);
});

test("numbers and names are found letter by letter", async () => {
  const [, , plant] = plants.find(([way]) => way.includes("at their places")) ?? [];
  if (!plant) throw new Error("no such way");
  const leaks = await search(await planted(plant, secret));
  expect(leaks.map(({ kind }) => kind).sort()).toEqual(["name", "number", "words"]);
});

test("an object that a later state of the file replaces is found", async () => {
  const earlier = await planted((document, words) => document.setTitle(words), secret, false);
  const text = Buffer.from(earlier).toString("latin1");
  const [, info = "", root = ""] = [/x/, /\/Info (\d+) 0 R/, /\/Root (\d+) 0 R/].map(
    (p) => p.exec(text)?.[1] ?? "",
  );
  const update = `${info} 0 obj\n<< /Title (Public) >>\nendobj\ntrailer\n<< /Root ${root} 0 R /Info ${info} 0 R >>\nstartxref\n0\n%%EOF\n`;
  const leaks = await search(Buffer.concat([earlier, Buffer.from(update)]));
  expect(leaks.map(({ where }) => where)).toContain("earlier revision, metadata");
});

test("an exempt PDF is read page by page; its pages are the lines", async () => {
  const exempt = await planted((document, words) => {
    document.addPage().drawText(words);
    document.setAuthor("Ada Thistlewick");
  }, secret);
  const output = { file: "a.txt", text: "the Quillfeather site; from Thistlewick" };
  const leaks = await leaksIn([output], [{ file: "exempt/v.pdf", bytes: exempt }], []);
  expect(leaks.map(({ line, kind, words }) => `${line} ${kind}: ${words}`)).toEqual([
    "1 name: Thistlewick",
    "2 name: Quillfeather",
  ]);
});

test("what an outside PDF of the public says is public", async () => {
  const pdf = await planted((document, words) => document.addPage().drawText(words), secret);
  const output = { file: "m/pack.pdf", bytes: pdf };
  const exempt = { file: "m/exempt/a.md", text: secret };
  expect(await leaksIn([output], [exempt], [])).not.toEqual([]);
  expect(await leaksIn([output], [exempt], [{ file: "m/papers/a.pdf", bytes: pdf }])).toEqual([]);
});

test("the format's own words are no names", async () => {
  const pdf = await planted((document) => {
    document.catalog.set(PDFName.of("Lang"), PDFString.of("en-GB"));
  }, "");
  const exempt = {
    file: "a.md",
    text: "a Parent, some Contents, the Resources, their Type, a Font, the Catalog and Pages",
  };
  expect(await leaksIn([{ file: "m/pack.pdf", bytes: pdf }], [exempt], [])).toEqual([]);
});

test("a PDF that cannot be read stops the search", async () => {
  const damaged = Buffer.from("%PDF-1.7\nnothing");
  await expect(search(damaged)).rejects.toThrow("m/pack.pdf cannot be searched for what is exempt");
});
