import { degrees, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { beforeAll, expect, test } from "@jest/globals";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { readAssets } from "../../../src/assets.ts";
import { proofProblems } from "../../../src/pack/proof.ts";
import { type CompiledFont, type StampFont, stampFont } from "../../../src/pdf/link/stampFont.ts";
import { openFinished } from "../../../src/pdf/print.ts";
import { markingFaults, operationsOf } from "../painting.ts";
import { memoryStore, pack, testFont } from "./linking.ts";
import { contentOf, open } from "./readPack.ts";

let font: StampFont;
beforeAll(async () => {
  font = await testFont();
});

type Shape = {
  readonly media: readonly [number, number, number, number];
  readonly crop?: readonly [number, number, number, number];
  readonly rotation?: number;
  readonly unit?: number;
  readonly content?: string;
};

/** The state of drawing that a paper leaves behind must not move a stamp. */
const drawing = "0.5 0 0 -0.5 100 100 cm 1 0 0 rg";

async function paperOf({ media, crop, rotation = 0, unit, content = drawing }: Shape): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage();
  page.setMediaBox(media[0], media[1], media[2] - media[0], media[3] - media[1]);
  if (crop) page.setCropBox(crop[0], crop[1], crop[2] - crop[0], crop[3] - crop[1]);
  if (rotation !== 0) page.setRotation(degrees(rotation));
  if (unit) page.node.set(PDFName.of("UserUnit"), document.context.obj(unit));
  page.node.set(PDFName.of("Contents"), document.context.register(document.context.flateStream(content)));
  return document.save();
}

type Seen = {
  readonly text: string;
  readonly box: readonly number[];
  readonly upright: boolean;
  readonly size: number;
};

/** The stamps of the first page as they are seen, in points from the upper left corner of what is shown. */
async function stampsSeen(
  pdf: Uint8Array,
): Promise<{ readonly stamps: Seen[]; readonly width: number; readonly height: number }> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 });
  const document = await task.promise;
  const page = await document.getPage(1);
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const stamps = items.flatMap((item): Seen[] => {
    if (!("str" in item) || item.str.trim() === "") return [];
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = multiplied(viewport.transform, item.transform);
    const size = Math.hypot(c, d);
    return [
      {
        text: item.str,
        box: [e, f - size, e + item.width * page.userUnit, f],
        upright: a > 0 && d < 0 && Math.abs(b) < 1e-3 && Math.abs(c) < 1e-3,
        size,
      },
    ];
  });
  await task.destroy();
  return { stamps, width: viewport.width, height: viewport.height };
}

function multiplied(m: readonly number[], n: readonly number[]): number[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = m;
  const [g = 0, h = 0, i = 0, j = 0, k = 0, l = 0] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

const a4 = [0, 0, 595, 842] as const;
const wide = [0, 0, 842, 595] as const;
const shapes: Readonly<Record<string, Shape>> = {
  A4: { media: a4 },
  "A4 turned by 90": { media: a4, rotation: 90 },
  "A4 turned by 180": { media: a4, rotation: 180 },
  "A4 turned by 270": { media: a4, rotation: 270 },
  "A4 turned by -90": { media: a4, rotation: -90 },
  "A4 turned by 450": { media: a4, rotation: 450 },
  landscape: { media: wide },
  "landscape turned by 90": { media: wide, rotation: 90 },
  "units of 2 points": { media: [0, 0, 297.5, 421], unit: 2 },
  "units of 2 points, turned by 90": { media: [0, 0, 297.5, 421], unit: 2, rotation: 90 },
  "a box off the origin": { media: [-100, 50, 495, 892] },
  "cropped off the origin": { media: [0, 0, 700, 1000], crop: [60, 90, 655, 932] },
  "cropped and turned by 90": { media: [0, 0, 700, 1000], crop: [60, 90, 655, 932], rotation: 90 },
  "cropped and turned by 180": { media: [0, 0, 700, 1000], crop: [60, 90, 655, 932], rotation: 180 },
  "cropped and turned by 270": { media: [0, 0, 700, 1000], crop: [60, 90, 655, 932], rotation: 270 },
  "a crop box larger than the page": { media: a4, crop: [-50, -50, 700, 900] },
  "a box written from its upper right corner": { media: [595, 842, 0, 0] },
  "content that leaves states saved": { media: a4, content: `q ${drawing} q (Q Q) Tj q` },
  "content that restores what it has not saved": { media: a4, content: `Q Q ${drawing} Q q q Q Q` },
  A5: { media: [0, 0, 420, 595] },
  A0: { media: [0, 0, 2384, 3370] },
  "A0 turned by 270": { media: [0, 0, 2384, 3370], rotation: 270 },
};

test.each(Object.keys(shapes))(
  "stamps stand upright, at the edges of the page as it is seen: %s",
  async (name) => {
    const { bytes } = await pack([{ prefix: "one", bytes: await paperOf(shapes[name] as Shape) }], font);
    const { stamps, width, height } = await stampsSeen(bytes);
    expect(stamps.map(({ text, upright }) => [text, upright])).toEqual([
      ["Page 1", true],
      ["Agenda Item one", true],
    ]);
    const scale = Math.min(4, Math.max(0.4, Math.min(width, height) / 595));
    const [foot, head] = stamps.map(({ box }) => box) as [number[], number[]];
    const near = (is: number | undefined, should: number): void =>
      expect(Math.abs((is ?? 0) - should)).toBeLessThan(0.6);
    near(((foot[0] ?? 0) + (foot[2] ?? 0)) / 2, width / 2);
    near(foot[3], height - 30 * scale);
    near(head[2], width - 51 * scale);
    near(head[3], 24 * scale);
    for (const [left = 0, top = 0, right = 0, bottom = 0] of [foot, head]) {
      expect(Math.min(left, top, width - right, height - bottom)).toBeGreaterThan(5);
    }
    near(stamps[0]?.size, 10 * scale);
  },
);

test("letters that a layout would set as one glyph are stamped each by itself", async () => {
  const words = "Staff office: fifth shift, left of 1/2 “soft” fjord";
  const { bytes } = await pack(
    [{ prefix: "one", bytes: await paperOf({ media: a4 }) }],
    font,
    memoryStore().store,
    words,
  );
  const { stamps } = await stampsSeen(bytes);
  expect(stamps.map(({ text }) => text)).toContain(words);
  const [left = 0, , right = 0] = stamps.find(({ text }) => text === words)?.box ?? [];
  expect(right - left).toBeCloseTo(font.width(words, 11), 1);
});

test("a font that was compiled before stamps as the file itself does", async () => {
  const { stampFont: file } = await readAssets();
  const kept = new Map<string, CompiledFont>();
  await stampFont(file, kept);
  const again = new Map(Object.entries(JSON.parse(JSON.stringify(Object.fromEntries(kept)))));
  const later = await stampFont(file, again as typeof kept);
  const papers = [{ prefix: "one", bytes: await paperOf({ media: a4 }) }];
  expect((await pack(papers, later)).bytes).toEqual((await pack(papers, font)).bytes);
  expect(() => later.encode("Ω")).toThrow(RangeError);
  expect(() => later.width("Ω", 10)).toThrow(RangeError);
});

test("stamps are artifacts, and what the paper has done to the state of drawing is undone before them", async () => {
  const { bytes } = await pack([{ prefix: "one", bytes: await paperOf({ media: a4 }) }], font);
  const content = contentOf(await open(bytes), 0);
  expect(markingFaults(content)).toEqual([]);
  const operators = operationsOf(content).map(({ operator, operands }) =>
    operator === "BMC" ? operands : operator,
  );
  expect(operators.slice(0, 8)).toEqual(["q", "cm", "rg", "Q", "/Artifact", "q", "rg", "cm"]);
  expect(operators.slice(-2)).toEqual(["Q", "EMC"]);
});

test("content that is not balanced is balanced between two papers", async () => {
  const paper = { media: a4, content: `Q Q ${drawing} q q` };
  const { bytes, expected } = await pack([{ prefix: "one", bytes: await paperOf(paper) }], font);
  const operators = operationsOf(contentOf(await open(bytes), 0)).map(({ operator }) => operator);
  expect(operators.join(" ")).toMatch(/^q q q Q Q cm rg q q Q Q Q BMC q .* Q EMC$/);
  expect(await proofProblems(await openFinished(bytes), expected)).toEqual([]);
});

test("the font writes all printable ASCII and the signs of titles, as pdf.js reads them", async () => {
  const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join("");
  const written = `${ascii}£’‘“”–—…·é`;
  expect(font.encode(written)).toMatch(/^<[0-9A-F]+>$/);
  for (const sign of written.replace(" ", "")) expect([sign, font.width(sign, 10) > 0]).toEqual([sign, true]);
  expect(() => font.encode("Page 1 ☃")).toThrow(new RangeError("No stamp can be made with “☃”"));
  const read = await stampsSeen(
    (
      await pack(
        [{ prefix: "one", bytes: await paperOf({ media: [0, 0, 3370, 2384] }) }],
        font,
        undefined,
        written,
      )
    ).bytes,
  );
  expect(read.stamps.map(({ text }) => text).join("")).toContain(written.trim());
});

test("a stamp's white ground covers its words and no more than their line", async () => {
  const { bytes } = await pack(
    [{ prefix: "one", bytes: await paperOf({ media: a4 }) }],
    font,
    undefined,
    undefined,
    true,
  );
  const { stamps } = await stampsSeen(bytes);
  const grounds = operationsOf(contentOf(await open(bytes), 0)).filter(({ operator }) => operator === "re");
  expect(grounds).toHaveLength(2);
  grounds.forEach(({ operands }, i) => {
    const [x = 0, y = 0, width = 0, height = 0] = operands.split(" ").map(Number);
    const [left = 0, top = 0, right = 0, base = 0] = stamps[i]?.box ?? [];
    expect(x).toBeLessThan(left);
    expect(x + width).toBeGreaterThan(right);
    expect(y).toBeLessThan(842 - base);
    expect(y + height).toBeGreaterThan(842 - top - 1);
    expect(height).toBeLessThan(16);
  });
});
