import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { findVeraPdf, judge } from "../../../scripts/verapdf.ts";
import type { Assembled } from "../../../src/pack/assemble.ts";
import { type ExpectedPart, proofProblems } from "../../../src/pack/proof.ts";
import { prove } from "../../../src/pack/prove.ts";
import { sectionsOf } from "../../../src/pack/sections.ts";
import { resolveBrowser } from "../../../src/pdf/browser.ts";
import type { StampFont } from "../../../src/pdf/link/stampFont.ts";
import { openFinished, openPrint } from "../../../src/pdf/print.ts";
import { openPrinter, type Printer } from "../../../src/pdf/printer.ts";
import { finish, page, readPdf, tagged } from "../printing.ts";
import { structureOf } from "../structure.ts";
import { memoryStore, type Paper, pack, testFont } from "./linking.ts";
import { idsOf, markedOn, navigationOf, open, structureFaults, typesIn } from "./readPack.ts";

const figure = `<div><svg role="img" aria-label="A rising line" width="60" height="30"><path d="M0 30L60 0" stroke="black"/></svg></div>`;
const table = `<table><caption>Offences</caption><thead><tr><th scope="col">Area</th><th scope="col">Number</th></tr></thead>
  <tbody><tr><th scope="row">North</th><td>12</td></tr><tr><th scope="row">South</th><td>7</td></tr></tbody></table>`;
const notes = `<p>Counted by month<sup lang="en-GB-x-noteref"><a href="#note-1">1</a></sup>.</p><ol lang="en-GB-x-notes"><li id="note-1">By the day of the report.</li></ol>`;

const sources: Readonly<Record<string, string>> = {
  agenda: `<h1 id="top">Agenda</h1><ol><li><a href="pack:report">Report, 3 to 5</a></li><li><a href="pack:minutes#decided">What was decided</a></li>
    <li><a href="pack:report#nowhere">A part that has no name</a></li><li><a href="https://example.org/a(b">Elsewhere</a></li></ol>`,
  report: `<h1 id="top">Report</h1><p>See <a href="#straße">the second part</a> and <a href="pack:minutes">the minutes</a>.</p>${table}${notes}
    <section id="straße" class="wide"><h2>Second part</h2><p>Back to <a href="#top">the start</a>.</p>${figure}${table}</section>
    <section><h2>Third part</h2><ul><li>One</li><li>Two</li></ul></section>`,
  minutes: `<h1 id="top">Minutes</h1><p>Here.</p><section id="decided"><h2>Decided</h2><p>To <a href="#top">note</a> it<sup lang="en-GB-x-noteref"><a href="#decided">2</a></sup>.</p>${table}</section>`,
  sheet: `<h1 id="top">Nothing here</h1><p>On purpose.</p>`,
};

let printer: Printer;
let font: StampFont;
const papers = new Map<string, Paper>();
const metadataOf = (title: string) => ({
  title,
  author: "An office",
  subject: "Tests",
  date: "2020-03-06",
});
const finished = async (html: string, title: string): Promise<Uint8Array> =>
  finish((await printer.print(page(html), tagged)).pdf, metadataOf(title));
beforeAll(async () => {
  printer = openPrinter({ browser: await resolveBrowser(), timeoutMs: 30_000 });
  font = await testFont();
  for (const [prefix, html] of Object.entries(sources))
    papers.set(prefix, { prefix, bytes: await finished(html, prefix), sheet: prefix === "sheet" });
});
afterAll(() => printer.close());

const inOrder = (...names: readonly string[]): Paper[] =>
  names.map((name) => {
    const paper = papers.get(name);
    if (paper === undefined) throw new Error(`no paper ${name}`);
    return paper;
  });
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

describe("the proof fails", () => {
  const whole = ["agenda", "report", "minutes"];
  type Change = (parts: readonly ExpectedPart[]) => ExpectedPart[];
  /** Of the whole at once, with all that it says; and paper by paper, as builds prove it. */
  const failing = async (change: Change) => {
    const { bytes, parts, expected } = await pack(inOrder(...whole), font);
    const changed = change(expected);
    const pieces = parts.map((part, i) => ({ ...part, expected: changed[i] ?? part.expected }));
    return {
      all: await proofProblems(await openFinished(bytes), changed),
      byPaper: await failure({ bytes, parts: pieces }),
    };
  };
  const failure = async (made: Assembled): Promise<string> =>
    prove("The pack", made, sectionsOf(made, font), { version: "test", store: memoryStore().store }).then(
      () => "",
      (error: Error) => error.message,
    );
  const report = (changed: (part: ExpectedPart) => ExpectedPart) => (parts: readonly ExpectedPart[]) =>
    parts.map((part) => (part.prefix === "report" ? changed(part) : part));
  const counted = (changed: Partial<ExpectedPart["tally"]>) =>
    report((part) => ({ ...part, tally: { ...part.tally, ...changed } }));

  test.each([
    ["an element", counted({ elements: { P: 1 } }), /^report: elements/],
    ["content", counted({ held: 1 }), /^report: content in the structure/],
    ["an id", counted({ ids: 1 }), /^report: ids: \d+, not 1$/],
    ["a head", counted({ heads: 1 }), /^report: heads of cells/],
    ["a page's content", counted({ contents: [1, 2, 3] }), /^report: content of pages, 1: \d+, not 1$/],
    ["a link", counted({ links: [0, 0, 0, 0] }), /^report: links, 1: 2, not 1$/],
    ["a destination", counted({ destinations: {} }), /^destinations: /],
    ["a heading", counted({ outline: [] }), /^outline: /],
    ["a page", counted({ contents: [1, 2] }), /^pages: \d+, not \d+$/],
    ["a number", report((part) => ({ ...part, first: 91 })), /^page labels, 2: 3, not 91$/],
    ["a title", report((part) => ({ ...part, title: "Other" })), /^parts, 2: "Paper report", not "Other"$/],
    [
      "an entry",
      report((part) => ({ ...part, entry: "Other" })),
      /^outline, 3, 1: "Item report", not "Other"$/,
    ],
  ])("where %s is not what it was", async (_, change, problem) => {
    const { all, byPaper } = await failing(change);
    expect(all).toEqual(expect.arrayContaining([expect.stringMatching(problem)]));
    expect(byPaper).toMatch(/^The pack is not what its papers were:\n/);
  });

  test("where a link leads to another paper than it should", async () => {
    const { all, byPaper } = await failing((parts) =>
      parts.map((part) => ({
        ...part,
        places: Object.fromEntries(
          Object.entries(part.places).map(([address, place]) => [
            address,
            place?.startsWith("minutes.") ? "agenda.__start" : place,
          ]),
        ),
      })),
    );
    expect(all).toEqual([
      expect.stringMatching(/^agenda: links, 2: /),
      expect.stringMatching(/^report: links, \d: /),
    ]);
    expect(byPaper).toMatch(
      /\nagenda: links, 2: "minutes\.decided", not 0\nreport: links, 2: "minutes\.__start", not "agenda\.__start"$/,
    );
  });

  test("where a link leads to a name that no paper has", async () => {
    const { byPaper } = await failing((parts) =>
      parts.map((part) => ({ ...part, tally: { ...part.tally, destinations: {} } })),
    );
    expect(byPaper).toMatch(/links to names that no paper has.*minutes\.decided/);
  });

  /** Of the same length, so that all else stays where it is. */
  const swapped = (text: string, what: RegExp): string =>
    text.replace(what, (found) => {
      const refs = found.match(/\d+ 0 R/g) ?? [];
      return found.replace(/\d+ 0 R/g, () => refs.pop() ?? "");
    });
  test.each<[string, (text: string) => string, RegExp]>([
    [
      "the order of the pages",
      (t) => swapped(t, /\/Type\/Pages\/Kids\[[^\]]+\]\/Count \d+>>\nendobj\n13 0/),
      /\npages, 1: /,
    ],
    [
      "the number of pages",
      (t) => t.replace(/(\/Type\/Pages\/Kids\[[^\]]+\]\/Count )\d(>>\nendobj\n13 0)/, "$19$2"),
      /\nthe number of pages: 9, not \d$/m,
    ],
    ["the order of the parts", (t) => swapped(t, /(?<=\/S\/Document\/P 3 0 R\/K)\[[^\]]+\]/), /\nparts, 1: /],
    [
      "a page label",
      (t) => t.replace(/\/Nums\[0<<\/S\/D\/St 1>>/, "/Nums[0<</S/D/St 7>>"),
      /\npage labels, 1: 7, not 1$/m,
    ],
    [
      "an entry of the outline",
      (t) => t.replace(/\/Count -\d/, "/Count -9"),
      /\noutline, \d, 5: -9, not -\d$/m,
    ],
    [
      "the leaves of the parent tree",
      (t) => swapped(t, /\n9 0 obj\n<<\/Kids\[[^\]]+\]/),
      /\nthe parent tree, 1: /,
    ],
    [
      "the leaves of the names",
      (t) => swapped(t, /\n11 0 obj\n<<\/Kids\[[^\]]+\]/),
      /\ndestinations, 1: |\nthe destinations/,
    ],
    [
      "an object of the pack",
      (t) => t.replace("\n13 0 obj", "\n15 0 obj"),
      /\nobjects out of place, 1|\nobjects out of place: 1/,
    ],
  ])("where %s is changed in the file", async (_, change, problem) => {
    const made = await pack(inOrder(...whole), font);
    const text = Buffer.from(made.bytes).toString("latin1");
    const changed = change(text);
    expect([changed === text, changed.length]).toEqual([false, text.length]);
    expect(await failure({ ...made, bytes: Buffer.from(changed, "latin1") })).toMatch(problem);
  });

  test("where a paper is not the one that was compiled, or its objects are said to stand elsewhere", async () => {
    const made = await pack(inOrder(...whole), font);
    const other = await pack(inOrder("agenda", "minutes", "report"), font);
    const [agenda, report, minutes] = made.parts;
    if (agenda === undefined || report === undefined || minutes === undefined) throw new Error("three parts");
    expect(await failure({ bytes: other.bytes, parts: made.parts })).toMatch(/places of objects/);
    expect(await failure({ ...made, parts: [agenda, minutes, report] })).toMatch(/\npages, 2: /);
    expect(await failure({ ...made, parts: [agenda, report] })).toMatch(/objects out of place/);
    const moved = { ...report, at: report.at + 1 };
    expect(await failure({ ...made, parts: [agenda, moved, minutes] })).toMatch(/report: places of objects/);
  });
});

test("a paper that was proved is not read again in another pack, and every other is", async () => {
  const { store } = memoryStore();
  const proving = (made: Assembled): Promise<void> =>
    prove("The pack", made, sectionsOf(made, font), { version: "test", store });
  const first = await pack(inOrder("agenda", "report", "minutes"), font);
  await proving(first);
  const before = await store.readProofs();
  const next = await pack(inOrder("agenda", "report", "minutes", "sheet"), font);
  await proving(next);
  const after = await store.readProofs();
  expect(after.filter((one) => before.includes(one))).toHaveLength(3);
  expect(after).toHaveLength(5);
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
