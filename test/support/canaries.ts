import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import fc from "fast-check";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Where a secret stands in the exempt sources of a meeting. */
export const secretPlaces = [
  "title",
  "subtitle",
  "author",
  "heading",
  "body",
  "cell",
  "footnote",
  "paper name",
  "file name",
  "yaml",
  "csv",
  "pdf text",
  "pdf metadata",
] as const;
export type Secrets = Readonly<Record<(typeof secretPlaces)[number], string>>;

const syllables = "bram thist quil gors wick dun mere pel zor vash kleg drun fosk jurb plim yost".split(" ");
const word = fc
  .array(fc.constantFrom(...syllables), { minLength: 5, maxLength: 6 })
  .map((parts) => parts.join(""));

/** A secret for each place: a word that nobody uses, and a number of eight digits where there may be one. */
export const secrets: fc.Arbitrary<Secrets> = fc
  .uniqueArray(fc.tuple(word, fc.noBias(fc.integer({ min: 10_000_000, max: 99_999_999 }))), {
    minLength: secretPlaces.length,
    maxLength: secretPlaces.length,
    selector: ([one]) => one,
  })
  .map((all) => {
    const pairs = secretPlaces.map((place, i) => {
      const [one, number] = all[i] ?? ["", 0];
      return [place, / name$/.test(place) ? one : `${one[0]?.toUpperCase()}${one.slice(1)} ${number}`];
    });
    return Object.fromEntries(pairs) as Secrets;
  });

/** What must be found of a secret for it to be known: its word alone, or its number alone. */
export const needlesOf = (all: Secrets): string[] =>
  Object.values(all).flatMap((secret) => secret.toLowerCase().split(" "));

/** The exempt folder of a meeting with its secrets, in the place of the one before. */
export async function writeExempt(meeting: string, all: Secrets): Promise<void> {
  const folder = join(meeting, "exempt");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const write = (name: string, bytes: string | Uint8Array) => writeFileSync(join(folder, name), bytes);
  write(
    `${all["paper name"]}.md`,
    [
      `---\nkind: report\ntitle: ${all.title}\nsubtitle: ${all.subtitle}\ndate: 2019-11-14\nbody: opcc\nauthor: ${all.author}\n---\n`,
      `## ${all.heading}\n\nIt is said of ${all.body} that much is open.[^1]\n`,
      `Table: Sums\n| Site | Sum |\n| --- | --- |\n| ${all.cell} | none |\n`,
      `[^1]: As ${all.footnote} says.\n`,
    ].join("\n"),
  );
  write(`${all["file name"]}.txt`, "nothing");
  write("notes.yaml", `landlord: ${all.yaml}\n`);
  write("rents.csv", `site,rent\n${all.csv},1\n`);
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage();
  page.drawText(all["pdf text"], { font: await document.embedFont(StandardFonts.Helvetica) });
  document.setTitle(all["pdf metadata"]);
  write("valuation.pdf", await document.save());
}

/**
 * All that can be read of a file, as small letters and digits without anything between: its bytes, what is packed in it, its strings in
 * UTF-16, and, of a PDF, what pdf.js shows of it. Shares no code with the search of src.
 */
export async function allTextOf(path: string, bytes: Buffer): Promise<string> {
  const raw = [bytes, ...unpacked(bytes)].map((each) => each.toString("latin1"));
  const hexed = raw.flatMap((text) =>
    [...text.matchAll(/<(FEFF[\dA-Fa-f\s]*)>/gi)].map(([, hex = ""]) => fromHex(hex)),
  );
  const wide = raw.map((text) => text.replaceAll("\0", ""));
  const shown = path.endsWith(".pdf") ? await shownIn(bytes) : bytes.toString("utf8");
  return [path, ...raw, ...wide, ...hexed, shown].map(plain).join("\n");
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, "");

const fromHex = (hex: string): string =>
  Buffer.from(hex.replace(/\s/g, ""), "hex").swap16().toString("utf16le");

/** Every stream that can be inflated. */
function unpacked(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf("stream"); at >= 0; at = bytes.indexOf("stream", at + 6)) {
    const start = at + (bytes[at + 6] === 0x0d ? 8 : 7);
    const end = bytes.indexOf("endstream", start);
    if (end < 0 || bytes.subarray(at - 3, at).toString("latin1") === "end") continue;
    try {
      found.push(inflateSync(bytes.subarray(start, end)));
    } catch {
      // Not packed so: its bytes are searched as they are.
    }
  }
  return found;
}

async function shownIn(bytes: Buffer): Promise<string> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const parts: unknown[] = [
    await document.getMetadata(),
    await document.getOutline(),
    await document.getAttachments(),
  ];
  for (let i = 1; i <= document.numPages; i++) {
    const page = await document.getPage(i);
    const { items } = await page.getTextContent();
    parts.push(items.map((item) => ("str" in item ? item.str : "")).join(""));
    parts.push(await page.getAnnotations(), await page.getStructTree());
  }
  await task.destroy();
  return JSON.stringify(parts);
}
