import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { afterAll, expect, test } from "@jest/globals";
import { panelpack } from "../support/cli.ts";

const folder = mkdtempSync(join(tmpdir(), "panelpack-listen-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const blank = await PDFDocument.create();
blank.addPage();
const files: Readonly<Record<string, Uint8Array>> = {
  "untagged.pdf": await blank.save(),
  "letter.pdf": Buffer.from("Dear Sir"),
  "damaged.pdf": Buffer.from("%PDF-1.7\n1 0 obj <</Type /Catalog"),
};
for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);

test.each([
  [
    "untagged.pdf",
    "this PDF is not tagged, so a screen reader can only guess what it says and in which order",
  ],
  ["letter.pdf", "this is not a PDF"],
  ["damaged.pdf", "this PDF is damaged and cannot be read"],
  ["none.pdf", "there is no such file"],
  [".", "this is no file: name a PDF"],
])("panelpack listen %s ends with 1 and one line", async (file, says) => {
  const run = await panelpack(folder, "listen", file);
  expect(run).toEqual({ status: 1, out: "", err: `${file}: ${says}\n` });
});
