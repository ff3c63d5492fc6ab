import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { expect, test } from "@jest/globals";
import { readAudited, readChecked } from "../../src/check.ts";
import type { SourceFiles } from "../../src/reading.ts";
import { people } from "../support/papers.ts";
import { inMemory, minimal } from "../support/project.ts";

const meeting = "data/meetings/2019-11-28-panel";
const note = `${meeting}/papers/note.pdf`;

/** A PDF of a page for each text. */
async function pdfOf(...pages: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const text of pages) document.addPage().drawText(text, { x: 50, y: 700, size: 12, font });
  return document.save();
}

/** The smallest project with a meeting that brings a PDF from outside. */
function withOutside(bytes: Uint8Array, accepted = "[]"): SourceFiles {
  const project = minimal(people);
  project.set(
    `${meeting}/meeting.yaml`,
    [
      "body: panel",
      "kind: panel",
      "date: 2019-11-28",
      "items:",
      `  - { title: Note, papers: [{ paper: papers/note.pdf, accepted: ${accepted} }] }`,
      "",
    ].join("\n"),
  );
  project.set(note, "");
  const files = inMemory(project);
  return { ...files, read: async (file) => (file === note ? bytes : files.read(file)) };
}

const wrong = [
  "The panel met in the town hall.",
  "The next meeting is on 31th May in the town hall.",
] as const;

test("an error in a PDF from outside is told with its page and stops nothing", async () => {
  const files = withOutside(await pdfOf(...wrong));
  const { audit } = await readChecked("data", [], files);
  expect(audit.errors).toEqual([]);
  expect(audit.findings.filter(({ place }) => place.file === note)).toMatchObject([
    { rule: "ordinal-suffix", severity: "error", place: { page: 2 } },
  ]);
  expect(audit.documents.filter(({ outside }) => outside)).toMatchObject([
    { name: note, findings: [{ rule: "ordinal-suffix" }], accepted: [] },
  ]);
});

test("what is accepted of it stands in meeting.yaml", async () => {
  const accepted =
    "[{ rule: ordinal-suffix, quote: 31th, by: A. Reader, on: 2019-11-25, reason: The author was told }]";
  const { audit } = await readChecked("data", [], withOutside(await pdfOf(...wrong), accepted));
  expect(audit.findings.filter(({ place }) => place.file === note)).toEqual([]);
  expect(audit.documents.filter(({ outside }) => outside)).toMatchObject([
    { name: note, findings: [], accepted: [{ acceptance: { by: "A. Reader" } }] },
  ]);
});

test("one that cannot be read is a matter for a person, at its line of the agenda", async () => {
  const { audit } = await readAudited("data", [], withOutside(new TextEncoder().encode("%PDF-1.7 broken")));
  expect(audit.findings).toMatchObject([
    {
      rule: "outside-paper-unread",
      severity: "review",
      place: { file: `${meeting}/meeting.yaml`, line: 5 },
      message: "this paper could not be audited: this PDF is damaged and cannot be read",
    },
  ]);
});
