import { describe, expect, test } from "@jest/globals";
import type { Assembled } from "../../../src/pack/assemble.ts";
import { type ExpectedPart, proofProblems } from "../../../src/pack/proof.ts";
import { prove } from "../../../src/pack/prove.ts";
import { sectionsOf } from "../../../src/pack/sections.ts";
import { openFinished } from "../../../src/pdf/print.ts";
import { memoryStore, pack } from "./linking.ts";
import { font, inOrder, printPapers } from "./printedPapers.ts";

printPapers();

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
    const { block } = report.placed;
    const slot = { ...block.slot, keys: 1 };
    const narrow = { ...report, placed: { ...report.placed, block: { ...block, slot } } };
    expect(await failure({ ...made, parts: [agenda, narrow, minutes] })).toMatch(
      /report: keys that are not its own/,
    );
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
