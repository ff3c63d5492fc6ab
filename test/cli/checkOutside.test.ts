import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { panelpack } from "../support/cli.ts";
import { soundPdf } from "../support/rawPdf.ts";

const folder = mkdtempSync(join(tmpdir(), "panelpack-outside-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files: Readonly<Record<string, Uint8Array>> = {
  "sound.pdf": soundPdf(),
  "letter-size.PDF": soundPdf([[2, "595.28 841.89", "612 792"]]),
  "untagged.pdf": soundPdf([[1, "/StructTreeRoot 6 0 R", ""]]),
  "damaged.pdf": Buffer.from("%PDF-1.7\n1 0 obj <</Type /Catalog"),
  "empty.pdf": new Uint8Array(),
};
for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);

test.each([
  ["sound.pdf", 0, "It can go into a pack as it is."],
  ["letter-size.PDF", 0, "It can go into a pack as it is."],
  ["untagged.pdf", 1, "It can go into a pack as it is, but lacks what some readers need."],
  ["damaged.pdf", 1, "It cannot go into a pack as it is."],
  ["empty.pdf", 1, "It cannot go into a pack as it is."],
])("panelpack check %s ends with %i and says whether a pack takes it", async (file, status, says) => {
  const run = await panelpack(folder, "check", file);
  expect({ status: run.status, err: run.err }).toEqual({ status, err: "" });
  expect(run.out.split("\n")[0]).toMatch(`${file}: `);
  expect(run.out.split("\n")[1]).toBe(says);
});

test("a file that is not there is told so, and the others are read", async () => {
  const run = await panelpack(folder, "check", "none.pdf", "sound.pdf");
  expect(run).toMatchObject({ status: 1, err: "none.pdf: there is no such file\n" });
  expect(run.out).toMatch(/^sound\.pdf: 1 page/);
});

test("other programs read the same in JSON", async () => {
  const run = await panelpack(folder, "check", "untagged.pdf", "damaged.pdf", "--format", "json");
  expect(run.status).toBe(1);
  const { papers } = JSON.parse(run.out) as { papers: readonly Record<string, unknown>[] };
  expect(papers).toMatchObject([
    {
      file: "untagged.pdf",
      verdict: { kind: "ready" },
      findings: [
        { rule: "untagged", severity: "error", pages: [], breaks: ["PDF/UA-1 7.1"], packMends: false },
      ],
      standards: { ua: { claims: "1", couldClaimInPack: false } },
      paper: { title: "A report", structure: null, pages: [{ number: 1, isTagged: false }] },
    },
    { file: "damaged.pdf", verdict: { kind: "refused", because: ["damaged"] }, paper: null },
  ]);
});
