import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { findVeraPdf, judge } from "../../../scripts/verapdf.ts";
import { proofProblems } from "../../../src/pack/proof.ts";
import { prove } from "../../../src/pack/prove.ts";
import { sectionsOf } from "../../../src/pack/sections.ts";
import { openFinished, openPrint } from "../../../src/pdf/print.ts";
import { page, readPdf, tagged } from "../printing.ts";
import { structureOf } from "../structure.ts";
import { memoryStore, type Paper, pack } from "./linking.ts";
import {
  finished,
  font,
  inOrder,
  metadataOf,
  printer,
  printPapers,
  sources,
  table,
} from "./printedPapers.ts";
import { idsOf, markedOn, navigationOf, open, structureFaults, typesIn } from "./readPack.ts";

printPapers();

const orders = [
  ["agenda", "report", "minutes", "sheet"],
  ["minutes", "sheet", "agenda", "report"],
  ["sheet", "report", "agenda", "minutes"],
];

describe.each(orders)("linked in the order %s, %s, %s, %s", (...order) => {
  const linked = async () => (await pack(inOrder(...order), font)).bytes;
  const counts = async () =>
    Promise.all(inOrder(...order).map(async ({ bytes }) => (await open(bytes)).getPageCount()));

  test("every element of every paper is there, below a part of its own", async () => {
    const [document, ...parts] = structureOf(await open(await linked()));
    expect([document?.role, parts]).toEqual(["Document", []]);
    expect(document?.children.map(({ role }) => role)).toEqual(order.map(() => "Part"));
    const found = document?.children.map(({ children }) => typesIn(children));
    const wanted = await Promise.all(
      inOrder(...order).map(async ({ bytes }) => {
        const { Document = 0, Sect = 0, ...others } = typesIn(structureOf(await open(bytes)));
        return { ...others, Sect: Sect + Document };
      }),
    );
    expect(found).toEqual(wanted);
    const all = typesIn(document?.children ?? []);
    for (const type of ["H1", "H2", "L", "LI", "Note", "Reference", "Table", "TH", "TD", "Figure", "Link"])
      expect([type, all[type]]).not.toEqual([type, undefined]);
  });

  test("all marked content is in an element, and leads back to it; so do annotations", async () => {
    const document = await open(await linked());
    expect(structureFaults(document)).toEqual([]);
    const before = await Promise.all(
      inOrder(...order).map(async ({ bytes }) => {
        const paper = await open(bytes);
        return paper.getPages().map((_, i) => markedOn(paper, i));
      }),
    );
    expect(document.getPages().map((_, i) => markedOn(document, i))).toEqual(before.flat());
    expect(before.flat(2).length).toBeGreaterThan(50);
  });

  test("ids are given once, in order in their tree, and heads of cells are among them", async () => {
    const { ids, heads, tree } = idsOf(await open(await linked()));
    expect(new Set(ids).size).toBe(ids.length);
    expect(tree).toEqual([...ids].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    expect(heads.filter((head) => !ids.includes(head))).toEqual([]);
    expect(heads.length).toBeGreaterThanOrEqual(12);
  });

  test("links lead to the pages they led to, and across to other papers", async () => {
    const { links, destinations } = await navigationOf(await linked());
    const lengths = await counts();
    const start = (name: string): number => lengths.slice(0, order.indexOf(name)).reduce((a, b) => a + b, 0);
    const [agenda, report, minutes] = [start("agenda"), start("report"), start("minutes")];
    const wanted = [
      [agenda, report],
      [agenda, minutes + 1],
      [agenda, report],
      [agenda, "https://example.org/a(b"],
      [report, report + 1],
      [report, minutes],
      [report, report],
      [report + 1, report],
      [minutes + 1, minutes],
      [minutes + 1, minutes + 1],
    ];
    const sorted = (list: readonly unknown[]): string[] => list.map((each) => JSON.stringify(each)).sort();
    expect(sorted(links)).toEqual(sorted(wanted));
    for (const name of order)
      expect([name, destinations.get(`${name}.__start`)]).toEqual([name, start(name)]);
  });

  test("labels are the printed numbers, and the outline has every heading", async () => {
    const bytes = await linked();
    const { labels, outline } = await navigationOf(bytes);
    const { pages } = await readPdf(bytes);
    const lengths = await counts();
    const numbers = lengths.flatMap((length, i) => {
      const first = 1 + lengths.slice(0, i).reduce((sum, each) => sum + each + (each % 2), 0);
      return Array.from({ length }, (_, nth) => String(first + nth));
    });
    expect(labels).toEqual(numbers);
    for (const [i, text] of pages.entries())
      expect(text).toMatch(new RegExp(`Page ${numbers[i]} Agenda Item`));
    expect(outline.filter((line) => !line.startsWith(" ")).map((line) => line.replace(/ >.*/, ""))).toEqual(
      order.filter((name) => name !== "sheet").map((name) => `Item ${name}`),
    );
    const at = lengths.slice(0, order.indexOf("report")).reduce((a, b) => a + b, 0);
    expect(outline).toEqual(
      expect.arrayContaining([
        `Item report > ${at}`,
        `    Second part > ${at + 1}`,
        `    Third part > ${at + 2}`,
      ]),
    );
  });

  test("is proved by what it says itself", async () => {
    const made = await pack(inOrder(...order), font);
    expect(await proofProblems(await openFinished(made.bytes), made.expected)).toEqual([]);
    await prove("The pack", made, sectionsOf(made, font), { version: "test", store: memoryStore().store });
  });
});

describe("equal papers give equal bytes", () => {
  const whole = ["agenda", "report", "minutes", "sheet"];
  const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(Buffer.from(b));

  test("twice from nothing, and from stored blocks, of which none is compiled again", async () => {
    const first = memoryStore();
    const { bytes } = await pack(inOrder(...whole), font, first.store);
    expect(first.written).toEqual(whole);
    expect(same((await pack(inOrder(...whole), font)).bytes, bytes)).toBe(true);
    const second = memoryStore(first.blocks);
    expect(same((await pack(inOrder(...whole), font, second.store)).bytes, bytes)).toBe(true);
    expect(second.written).toEqual([]);
  });

  test("from papers as they are when they have just been finished, without reading them again", async () => {
    const fresh = await Promise.all(
      whole.map(async (prefix): Promise<Paper> => {
        const { pdf } = await printer.print(page(sources[prefix] ?? ""), tagged);
        const print = await openPrint(pdf);
        const bytes = await print.finish(metadataOf(prefix));
        return { prefix, bytes, sheet: prefix === "sheet", open: async () => print.document };
      }),
    );
    const { bytes } = await pack(fresh, font);
    expect(same(bytes, (await pack(inOrder(...whole), font)).bytes)).toBe(true);
  });

  test("from blocks that were stored for other slots and other neighbours", async () => {
    const other = memoryStore();
    await pack(inOrder("minutes", "report"), font, other.store);
    await pack(inOrder("sheet", "agenda", "minutes", "report"), font, other.store);
    const again = memoryStore(other.blocks);
    const { bytes } = await pack(inOrder(...whole), font, again.store);
    expect(same(bytes, (await pack(inOrder(...whole), font)).bytes)).toBe(true);
    expect(again.written.length).toBeGreaterThan(0);
  });

  test("after a small edit of one paper, whose block alone is compiled", async () => {
    const before = memoryStore();
    await pack(inOrder(...whole), font, before.store);
    const edited = await finished(
      sources["report"]?.replace("<li>Two</li>", "<li>Three</li>") ?? "",
      "report",
    );
    const changed = inOrder(...whole).map((paper) =>
      paper.prefix === "report" ? { ...paper, bytes: edited } : paper,
    );
    const after = memoryStore(before.blocks);
    const { bytes, expected } = await pack(changed, font, after.store);
    expect(after.written).toEqual(["report"]);
    for (const name of ["agenda", "minutes", "sheet"])
      expect(after.blocks.get(name)).toBe(before.blocks.get(name));
    expect(same(bytes, (await pack(changed, font)).bytes)).toBe(true);
    expect(await proofProblems(await openFinished(bytes), expected)).toEqual([]);
  });

  test("after a paper has outgrown its slot, which moves those after it", async () => {
    const before = memoryStore();
    await pack(inOrder(...whole), font, before.store);
    const grown = await finished(`${sources["report"]}${`<section>${table}</section>`.repeat(8)}`, "report");
    const changed = inOrder(...whole).map((paper) =>
      paper.prefix === "report" ? { ...paper, bytes: grown } : paper,
    );
    const after = memoryStore(before.blocks);
    const { bytes, expected } = await pack(changed, font, after.store);
    expect(after.written).toEqual(["report", "minutes", "sheet"]);
    expect(same(bytes, (await pack(changed, font)).bytes)).toBe(true);
    expect(await proofProblems(await openFinished(bytes), expected)).toEqual([]);
  });

  test("whatever sheets stand between them, papers keep their blocks", async () => {
    const before = memoryStore();
    await pack(inOrder("agenda", "sheet", "report", "minutes"), font, before.store);
    const after = memoryStore(before.blocks);
    await pack(inOrder("agenda", "report", "minutes"), font, after.store);
    expect(after.written).toEqual([]);
  });
});

const veraPdf = findVeraPdf();
const missing = "missing" in veraPdf ? veraPdf.missing : undefined;
if (missing) process.stderr.write(`veraPDF judges no linked PDF here: ${missing}.\n`);

(missing ? test.skip : test)("complies with PDF/UA-1 and PDF/A-2a by veraPDF's verdict", async () => {
  const scratch = mkdtempSync(join(tmpdir(), "panelpack-linked-"));
  try {
    const file = join(scratch, "pack.pdf");
    writeFileSync(file, (await pack(inOrder("agenda", "report", "minutes", "sheet"), font)).bytes);
    const jar = "jar" in veraPdf ? veraPdf.jar : "";
    for (const flavour of ["ua1", "2a"] as const) {
      const verdicts = await judge(jar, flavour, [file]);
      expect(verdicts.flatMap(({ failures }) => failures)).toEqual([]);
      expect(verdicts.map(({ compliant }) => compliant)).toEqual([true]);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});
