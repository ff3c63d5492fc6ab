import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { resolveBrowser } from "../../src/pdf/browser.ts";
import { openPrint } from "../../src/pdf/print.ts";
import { openPrinter, type Printer } from "../../src/pdf/printer.ts";
import { finish, page, readPdf, tagged, twoSections } from "./printing.ts";

let printer: Printer;
beforeAll(async () => {
  printer = openPrinter({ browser: await resolveBrowser() });
});
afterAll(() => printer.close());

const metadata = {
  title: "Performance Summary: Q3 2019/20 – £ and “quotes”",
  author: "Office of the Police and Crime Commissioner",
  subject: "Quarterly performance",
  date: "2020-03-06",
};
const finished = async (by: Printer, html = twoSections): Promise<Uint8Array> =>
  finish((await by.print(html, tagged)).pdf, metadata);

describe("equal sources give equal bytes", () => {
  test("when one browser prints twice, with other documents and structure ids between", async () => {
    const first = await finished(printer);
    const { pdf: other } = await printer.print(page("<p>Another</p>".repeat(50)), tagged);
    const both = await Promise.all([finished(printer), finished(printer)]);
    expect(both.map((each) => Buffer.compare(each, first))).toEqual([0, 0]);
    expect(Buffer.compare(await finish(other, metadata), first)).not.toBe(0);
  });

  test("when two browsers print", async () => {
    const second = openPrinter({ browser: await resolveBrowser() });
    const [one, other] = await Promise.all([finished(printer), finished(second)]);
    await second.close();
    expect(Buffer.compare(one, other)).toBe(0);
  });

  test("when they are printed at another time", async () => {
    const { pdf } = await printer.print(twoSections, tagged);
    const text = Buffer.from(pdf).toString("latin1");
    expect(text).toMatch(/\(D:20\d{12}\+00'00'\)/);
    const later = Buffer.from(text.replace(/\(D:20\d{12}/g, "(D:20991231235959"), "latin1");
    expect(Buffer.compare(await finish(pdf, metadata), await finish(later, metadata))).toBe(0);
  });
});

describe("a finished file", () => {
  test("keeps the text, the structure, the outline and the destinations of the print", async () => {
    const { pdf } = await printer.print(twoSections, tagged);
    const result = await finish(pdf, metadata);
    const [before, after] = [await readPdf(pdf), await readPdf(result)];
    expect(after.pages).toEqual(before.pages);
    expect(after.roles).toEqual(before.roles);
    expect(after.roles.length).toBeGreaterThan(25);
    expect(after.outline).toEqual(before.outline);
    const [was, is] = [await openPrint(pdf), await openPrint(result)];
    expect([is.pageCount, [...is.pageOf]]).toEqual([was.pageCount, [...was.pageOf]]);
  });

  test("says what it is, in PDF 1.7, with the date it was given", async () => {
    const { info } = await readPdf(await finished(printer));
    expect(info).toMatchObject({
      PDFFormatVersion: "1.7",
      Title: metadata.title,
      Author: metadata.author,
      Subject: metadata.subject,
      Producer: "panelpack",
      Creator: "panelpack",
      CreationDate: "D:20200306000000Z",
      ModDate: "D:20200306000000Z",
      Language: "en-GB",
    });
  });

  test("shows its title, and has one identity, which changes with what it says", async () => {
    const one = await finished(printer);
    const other = await finished(printer, twoSections.replace("Offences", "Crimes"));
    const document = await PDFDocument.load(one, { updateMetadata: false });
    expect(document.catalog.lookup(PDFName.of("ViewerPreferences"), PDFDict).toString()).toContain(
      "/DisplayDocTitle true",
    );
    const identities = [(await readPdf(one)).fingerprint, (await readPdf(other)).fingerprint];
    expect(identities[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(identities[0]).not.toBe("0".repeat(32));
    expect(identities[0]).not.toBe(identities[1]);
  });

  test("a wrong date is refused", async () => {
    const { pdf } = await printer.print(twoSections, tagged);
    await expect(finish(pdf, { ...metadata, date: "6 o'clock" })).rejects.toThrow(
      new RangeError("Not a date: 6 o'clock"),
    );
  });
});

test("structure ids count from 1 in reading order; cells still name their headers", async () => {
  const document = await PDFDocument.load(await finished(printer), { updateMetadata: false });
  const { context, catalog } = document;
  const tree = catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict).lookup(PDFName.of("IDTree"), PDFDict);
  const names = tree.lookup(PDFName.of("Names"), PDFArray).asArray();
  const ids = names.filter((each) => each instanceof PDFString).map((each) => each.decodeText());
  const elements = names.map((each) => context.lookup(each)).filter((each) => each instanceof PDFDict);
  expect(ids).toEqual(["node00000001", "node00000002", "node00000003"]);
  expect(elements.map((each) => each.lookup(PDFName.of("ID"), PDFString).decodeText())).toEqual(ids);

  const headers = context
    .enumerateIndirectObjects()
    .flatMap(([, each]) =>
      each instanceof PDFDict && each.get(PDFName.of("S")) === PDFName.of("TD") ? [each] : [],
    )
    .map((cell) => /\/Headers \[([^\]]*)\]/.exec(cell.toString().replace(/\s+/g, " "))?.[1]?.trim());
  expect(headers).toEqual(["(node00000001) (node00000002)", "(node00000001) (node00000003)"]);
});
