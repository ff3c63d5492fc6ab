import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { PDFDocument } from "@cantoo/pdf-lib";
import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { examine } from "../../../src/pdf/outside/examine.ts";
import { examineGuarded } from "../../../src/pdf/outside/examineGuarded.ts";
import { tellReport } from "../../../src/pdf/outside/tellReport.ts";
import { rawPdf, soundObjects, soundPdf, stream } from "../../support/rawPdf.ts";

const known = { passwords: [], acceptsSigned: false };

// pdf-lib says on the console what it drops of a damaged file.
beforeEach(() => {
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const folder = join(import.meta.dirname, "..", "..", "fixtures", "outside");
const compressed = await (await PDFDocument.load(soundPdf())).save({ useObjectStreams: true });
const samples: readonly Uint8Array[] = [
  soundPdf(),
  compressed,
  readFileSync(join(folder, "pages-loop.pdf")),
  readFileSync(join(folder, "table.pdf")),
  readFileSync(join(folder, "listening-forbidden.pdf")),
];

/** A report comes out, in words, and a file that cannot be opened is refused. */
async function isReported(bytes: Uint8Array): Promise<void> {
  const report = await examine(bytes, known);
  expect(tellReport("a.pdf", report).length).toBeGreaterThan(4);
  if (report.paper === null) expect(report.verdict.kind).toBe("refused");
}

test("a file that is cut off anywhere is reported", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...samples), fc.double({ min: 0, max: 1, noNaN: true }), (bytes, part) =>
      isReported(bytes.subarray(0, Math.floor(bytes.length * part))),
    ),
    { numRuns: 150 },
  );
});

test("a file whose bytes are changed is reported", async () => {
  const change = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...samples),
      fc.array(change, { minLength: 1, maxLength: 40 }),
      (bytes, changes) => {
        const changed = Uint8Array.from(bytes);
        for (const { at, byte } of changes) changed[at % changed.length] = byte;
        return isReported(changed);
      },
    ),
    { numRuns: 300 },
  );
});

test("a file whose numbers, names and references are exchanged is reported", async () => {
  const words = [
    "0",
    "-1",
    "1e400",
    "99999999999",
    "null",
    "true",
    "/K",
    "/Kids",
    "(x)",
    "<FEFF>",
    "<<>>",
    "[]",
    "1 0 R",
    "2 0 R",
    "7 0 R",
  ];
  const swap = fc.record({
    object: fc.integer({ min: 1, max: 13 }),
    token: fc.nat(),
    word: fc.constantFrom(...words),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(swap, { minLength: 1, maxLength: 12 }), (swaps) => {
      const objects: Record<number, string> = { ...soundObjects };
      for (const { object, token, word } of swaps) {
        const tokens = [...(objects[object] ?? "").matchAll(/\d+ 0 R|\/\w+|[\d.]+|\([^)]*\)/g)];
        const found = tokens[token % Math.max(1, tokens.length)];
        if (found === undefined) continue;
        const text = objects[object] ?? "";
        objects[object] = text.slice(0, found.index) + word + text.slice(found.index + found[0].length);
      }
      return isReported(rawPdf(objects, "/Info 13 0 R"));
    }),
    { numRuns: 400 },
  );
});

test("garbage behind a header is reported", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), (bytes) =>
      isReported(Buffer.concat([Buffer.from("%PDF-1.7\n"), bytes])),
    ),
    { numRuns: 100 },
  );
});

test("deep, wide and circular trees are reported", async () => {
  const deep = Object.fromEntries(
    Array.from({ length: 20_000 }, (_, i) => [20 + i, `<< /S /Div /K ${21 + i} 0 R >>`]),
  );
  await isReported(soundPdf([[9, "/K 1", "/K 20 0 R"]], deep));
  const shared = Object.fromEntries(
    Array.from({ length: 3_000 }, (_, i) => [21 + i, "<< /S /Div /K 20 0 R >>"]),
  );
  const kids = Object.keys(shared).map((number) => `${number} 0 R`);
  await isReported(soundPdf([[9, "/K 1", "/K 20 0 R"]], { ...shared, 20: `[${kids.join(" ")}]` }));
  await isReported(soundPdf([[2, "[3 0 R]", "[2 0 R 3 0 R 2 0 R]"]]));
  await isReported(
    soundPdf(
      [
        [
          1,
          "/Lang",
          "/Outlines << /First 20 0 R >> /AcroForm << /Fields [21 0 R] >> /Names << /JavaScript 22 0 R >> /Lang",
        ],
      ],
      {
        20: "<< /Next 20 0 R /First 20 0 R >>",
        21: "<< /T (a) /Kids [21 0 R] >>",
        22: "<< /Kids [22 0 R 22 0 R] >>",
      },
    ),
  );
});

test("content that unpacks to far more than it is counts as damaged", async () => {
  const bomb = deflateSync(Buffer.alloc(150_000_000, " ")).toString("latin1");
  const { verdict } = await examine(soundPdf([], { 4: stream(bomb, "/Filter /FlateDecode") }), known);
  expect(verdict).toMatchObject({ kind: "refused", because: [{ rule: "page-damaged" }] });
});

test("beside the main thread the same is said", async () => {
  expect(await examineGuarded(soundPdf())).toEqual(await examine(soundPdf(), known));
});

test("a file that would never come to an end is given up on", async () => {
  const endless = Buffer.from(`%PDF-1.7\n${"1 0 obj\n<< /A\n".repeat(200_000)}`);
  const started = performance.now();
  const { findings } = await examineGuarded(endless, known, { timeoutMs: 1_500, mostBytes: 3_000_000_000 });
  expect(findings.map(({ rule }) => rule)).toEqual(["takes-too-much"]);
  expect(performance.now() - started).toBeLessThan(20_000);
});
